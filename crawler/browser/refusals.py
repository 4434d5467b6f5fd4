"""What one page asked for in vain, each with its reason."""

from __future__ import annotations

from urllib.parse import urlsplit

from archive.store.visit import FrontierLink

MOST = 50
"""So many of one page are kept in the frontier."""

_UNNEEDED = {
    "stylesheet": "a style sheet",
    "image": "a picture",
    "media": "a film or sound",
    "font": "a font",
    "texttrack": "a film's subtitles",
}


class Refusals:
    """Collects them, the first reason of each address."""

    def __init__(self) -> None:
        self._reasons: dict[str, str] = {}

    def note(self, url: str, reason: str) -> None:
        """Keep why an address was not asked for."""
        if len(self._reasons) < MOST:
            self._reasons.setdefault(url, reason)

    def links(self) -> tuple[FrontierLink, ...]:
        """Return them as the frontier keeps them."""
        return tuple(
            FrontierLink(url=url, kind="other", refused=f"a script asked for it: {reason}")
            for url, reason in self._reasons.items()
        )


def why_unneeded(resource_type: str) -> str:
    """Return why a thing of this type (Playwright's word) is not fetched, though it might be."""
    noun = _UNNEEDED.get(resource_type, f"a thing of the type {resource_type}")
    return f"{noun}, which a text does not need"


def why_no_page(url: str) -> str | None:
    """Return why an address can't be asked for at all; None where it can, or asks for nothing."""
    scheme = urlsplit(url).scheme
    return None if scheme in ("http", "https", "data", "blob") else f"{scheme}: is no address of a web page"
