"""Sites that nobody has defined yet: `spiders/wanted.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


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
    """Return all of them, in the file's order: companies, commissions, press, essay mills."""
    listed = tomllib.loads(files("spiders").joinpath("wanted.toml").read_text("utf-8"))
    return tuple(WantedSite(**entry) for entry in listed["site"])
