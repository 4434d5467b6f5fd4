"""Which spelling of an address the archive knows: a site that goes over to https keeps its texts."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.rows import select

_IN_FRONTIER = """
SELECT url, state = 'failed' FROM frontier
WHERE site = ? AND id <= ? AND url IN (SELECT value FROM json_each(?)) ORDER BY id
"""

_ARTICLES = """
SELECT url, id, site FROM articles WHERE url IN (SELECT value FROM json_each(?)) ORDER BY id
"""

ANY_ID = 2**63 - 1


def known_spellings(db: Database, site: str, urls: Iterable[str], newest_id: int = ANY_ID) -> dict[str, str]:
    """Return each of `urls` that the frontier of a site has, with the spelling that it has it in.

    An address that it has as it is written keeps that; else the spelling known longest counts, of those that
    have not failed: a site that has moved may not answer at the old one any more. Of the frontier's rows
    those up to `newest_id`.
    """
    asked = {url: spellings(url) for url in urls}
    every = json.dumps([one for ways in asked.values() for one in ways])
    rows = db.execute(_IN_FRONTIER, [site, newest_id, every]).fetchall()
    places = {url: at for at, (url, _) in enumerate(rows)}
    answering = {url for url, has_failed in rows if not has_failed}
    found = {url: [url] if url in places else [*answering.intersection(ways)] for url, ways in asked.items()}
    return {url: min(ways, key=places.__getitem__) for url, ways in found.items() if ways}


def articles_at(db: Database, urls: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Return the articles at `urls`, of whatever site: address to id and site, the oldest first."""
    found = select(db, _ARTICLES, [json.dumps([*urls])])
    return {row["url"]: (row["id"], row["site"]) for row in found}


def article_spelling(db: Database, site: str, url: str) -> str | None:
    """Return the address of the site's article that `url` is a spelling of; None where there is none."""
    own = [one for one, (_, home) in articles_at(db, spellings(url)).items() if home == site]
    return url if url in own else next(iter(own), None)
