"""What became of single addresses, for whoever asked for them by name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.archive import Archive
from archive.store.articles.permalink import key_of
from archive.store.rows import value
from archive.store.spellings import article_spelling

_OUTCOME = """
SELECT url, site, state, reason FROM frontier
WHERE site IN (SELECT name FROM sites) AND url IN (SELECT value FROM json_each(?))
ORDER BY url = ? DESC, state = 'done' DESC LIMIT 1
"""
"""Of whatever site; the sites are named since the index of addresses begins with them."""

_ANSWERED = "SELECT url FROM captures WHERE requested_url = ? ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutcome:
    """One address as the frontier knows it."""

    url: str
    state: str
    """pending, done, failed or skipped."""
    reason: str | None
    """Why it gave no text; None where it did, and while it waits."""
    key: str | None
    """Of the article that it gave, also at another address that it led to; None where it gave none."""

    def __str__(self) -> str:
        """`http://…/a.htm: done (article 4yq2mzt7kd3a)` or `http://…: skipped (robots.txt forbids it)`."""
        told = ", ".join(filter(None, (self.reason, f"article {self.key}" if self.key else None)))
        return f"{self.url}: {self.state}{f' ({told})' if told else ''}"


def page_outcomes(archive: Archive, urls: Sequence[str]) -> Iterator[PageOutcome]:
    """Yield the outcome of each address; of one that no run has met, nothing."""
    for url in urls:
        found = archive.db.execute(_OUTCOME, [json.dumps(spellings(url)), url]).fetchall()
        for asked, site, state, reason in found:
            yield PageOutcome(url=url, state=state, reason=reason, key=_key(archive.db, site, asked))


def _key(db: Database, site: str, asked: str) -> str | None:
    for address in (asked, value(db, _ANSWERED, [asked])):
        if known := address and article_spelling(db, site, address):
            return key_of(known)
    return None
