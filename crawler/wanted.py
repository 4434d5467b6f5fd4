"""Sites that nobody has defined yet: `spiders/wanted.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from archive.errors import CallError


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedSite:
    """What is known of a site that has no file in spiders/."""

    name: str
    """What its file would be called."""
    title: str
    unknown: str
    """What keeps it from being crawled."""
    home: str | None = None
    known: str | None = None
    """Addresses, selectors and bylines, each with its source's year."""


def wanted_sites() -> tuple[WantedSite, ...]:
    """Return all, in the file's order: companies, commissions, press, essay mills; `CallError` for a slip."""
    try:
        listed = tomllib.loads(files("spiders").joinpath("wanted.toml").read_text("utf-8"))
        return tuple(WantedSite(**entry) for entry in listed["site"])
    except (KeyError, TypeError, ValueError) as error:
        raise CallError(
            f"spiders/wanted.toml can't be read ({type(error).__name__}: {error})",
            remedy='Each [[site]] has lines such as: title = "石岭煤矿"',
        ) from error
