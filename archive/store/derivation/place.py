"""Where a capture's text belongs: the article that its address is, in whatever spelling it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.sighting import Sighting
from archive.store.spellings import article_spelling, articles_at
from archive.store.tombstones import why_removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The address of a text, and whose it is."""

    url: str
    site: str
    """Another one than the capture's where that site has the address already."""
    article_id: int | None = None
    """None: a text at this address would be a new one."""
    removed: str | None = None
    """Why the text was taken out."""


def place_of(db: Database, site: str, seen: Sighting) -> Place:
    """Return the place of a first page among the articles of `site`.

    The page's own address goes first, so that spellings which are two texts stay two; then the one that was
    asked for, then the oldest. A text that is new has the address that the frontier knows it by: that stands
    in the WARC file, so a rebuild gives it the same one in whatever order the captures come.
    """
    ways = _ways(seen)
    held = articles_at(db, ways)
    own = [url for url in held if held[url][1] == site]
    why = why_removed(db, [seen.url]) or (None if own else why_removed(db, ways))
    if own or why:
        url = next((url for url in (seen.url, seen.requested_url) if url in own), own[0] if own else seen.url)
        return Place(url=url, site=site, article_id=held[url][0] if own else None, removed=why)
    new = seen.requested_url if seen.requested_url in ways else seen.url
    home = next((held[url][1] for url in (seen.url, new) if url in held), site)
    return Place(url=new, site=home)


def known_articles(db: Database, site: str, seen: Sighting) -> list[int]:
    """Return the ids of the articles of `site` at the address that answered and at the one asked for."""
    return sorted(set(_known(db, site, seen)))


def _known(db: Database, site: str, seen: Sighting) -> Iterator[int]:
    for url in (seen.url, seen.requested_url):
        known = article_spelling(db, site, url) if seen.spelling == "known" else url
        if known and (article := articles_at(db, [known]).get(known)) and article[1] == site:
            yield article[0]


def _ways(seen: Sighting) -> tuple[str, ...]:
    return spellings(seen.url) if seen.spelling == "known" else (seen.url,)
