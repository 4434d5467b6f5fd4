"""What one capture is to the articles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from archive.addresses import split_address
from archive.model import Article, Extraction
from archive.store.visit import NO_SUCH_PAGE, SENT_HOME, Selection, VisitKind, no_article

GONE = (404, 410)

TakenDown: TypeAlias = Literal["status", "notice", "home"]
"""How a site says that a page is no more: by 404 or 410, in words with another status, by leading home."""

Spelling: TypeAlias = Literal["known", "own"]
"""Which address a capture's text has: in the spelling that the archive knows, or, as older programs had it,
in its own."""

_HOME = re.compile(r"/?(?:(?:index|default|main)\.\w{3,5})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One capture with what a reader made of it. From here on a crawl and a rebuild go the same way."""

    kind: VisitKind
    requested_url: str
    url: str
    captured_at: str
    status: int | None
    payload_digest: str
    extraction: Extraction | None = None
    """None where nothing was read: a listing, an error, a 304."""
    composed: Article | None = None
    """The article that the extraction is alone, where somebody has made it already."""
    spelling: Spelling = "known"
    selection: Selection = "all"
    """Whether a text that is not known yet is kept whatever it is about."""
    is_first_hand: bool = True
    """Whether the site was asked just then, so that nothing newer is known; what somebody else captured may
    be of any time."""

    @property
    def gone_as(self) -> TakenDown | None:
        """How the site says that there is no such page; None where it does not."""
        if self.status in GONE:
            return "status"
        if is_sent_home(self.requested_url, self.url):
            return "home"
        says_so = self.extraction is not None and self.extraction.kind == "not_found"
        return "notice" if says_so else None

    @property
    def shows_text(self) -> bool:
        """There is a text to keep."""
        return self.extraction is not None and self.extraction.kind == "article"


def is_home(url: str) -> bool:
    """Whether an address is that of a site's home page: nothing behind the host, or its index."""
    parts = split_address(url)
    return not parts.query and _HOME.fullmatch(parts.path) is not None


def is_sent_home(requested_url: str, url: str) -> bool:
    """Whether a request for one page was led to the home page, as many sites do with what they took away."""
    return url != requested_url and is_home(url) and not is_home(requested_url)


def is_readable(kind: str, status: int | None) -> bool:
    """Whether a capture may hold a text, so that a reader is asked; None is the status of a file."""
    return kind in ("article", "part", "attachment") and status in (None, 200)


def why_no_text(kind: VisitKind, requested_url: str, url: str, extraction: Extraction) -> str | None:
    """Return why the page that answered at `url` gave no text; None where it did, or needs none."""
    if kind == "article" and is_sent_home(requested_url, url):
        return SENT_HOME
    if extraction.kind == "article" or kind == "attachment":
        return None
    if extraction.kind == "not_found":
        return NO_SUCH_PAGE
    return no_article(extraction.kind)
