"""The addresses that a site's crawl knows, and what became of each: committed together with the pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive.store.archive import Archive
from archive.store.clock import now
from archive.store.frontier import walk
from archive.store.frontier.walk import CrawlScope
from archive.store.rows import select, value
from archive.store.spellings import ANY_ID, known_spellings
from archive.store.visit import Selection, VisitKind, VisitState

ORDER: tuple[VisitKind, ...] = ("listing", "article", "part", "attachment")
"""What is visited first. `other` (robots.txt, redirects) is kept as a capture, but is no place to go to."""

_ROWS = """
SELECT url, kind, state, reason, attempts, next_visit_at, etag, last_modified, selection,
  coalesce(depth, 0) AS depth
FROM frontier
"""

_PENDING = f"""{_ROWS}
WHERE site = ? AND state = 'pending' AND kind = ? AND (next_visit_at IS NULL OR next_visit_at <= ?)
ORDER BY id
"""

_WANTED = f"""{_ROWS}
WHERE site = ? AND url IN (SELECT value FROM json_each(?)) AND +state = 'pending' AND +kind = ?
AND (next_visit_at IS NULL OR next_visit_at <= ?) ORDER BY +id
"""
"""Of the addresses that were named: what else is pending on the site may be very many."""

_FEW = 50
"""Addresses that are looked up by themselves; of more, one is soon met among all that is pending."""

_FAILED = (
    f"{_ROWS} WHERE site = ? AND +state = 'failed' AND url IN (SELECT value FROM json_each(?)) ORDER BY +id"
)

_COUNTS = "SELECT kind, state, count(*) AS n FROM frontier WHERE site = ? GROUP BY kind, state"

_SIZE = "SELECT count(*) FROM frontier WHERE site = ? AND kind <> 'other'"

_WALKED = """
SELECT 1 FROM captures JOIN runs ON runs.id = run_id
WHERE requested_url = ? AND captures.kind = 'listing' AND coalesce(status, 200) = 200
AND site = ? AND run_id >= ? LIMIT 1
"""
"""A page that a browser showed has no status."""

_TEXT = """
SELECT {what} FROM captures
CROSS JOIN article_captures ON capture_id = captures.id CROSS JOIN articles ON articles.id = article_id
WHERE requested_url = ? AND site = ? LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierRow:
    """One address and its state; see the table `frontier`."""

    url: str
    kind: VisitKind
    state: VisitState
    reason: str | None
    attempts: int
    next_visit_at: str | None
    etag: str | None
    last_modified: str | None
    selection: Selection = "all"
    """Of a list: what is to be kept of the pages that it leads to."""
    depth: int = 0


class Frontier:
    """The frontier of one site."""

    def __init__(self, archive: Archive, site: str) -> None:
        self._archive = archive
        self._db = archive.db
        self._site = site
        self._scope = CrawlScope()
        self._counted = self._counted_at = 0

    def begin_walk(
        self, seeds: Sequence[str], channels: Container[str] = (), rules: str | None = None
    ) -> None:
        """Make ready for a crawl: a walk that was cut off goes on, else the lists are to be walked again.

        `seeds` are listings; of those in `channels` every page is kept, of the others campaign material.
        A walk begins at the seeds, and other lists follow when a page before them names them: all once in
        `FULL_WALK_DAYS`, and when the seeds, or the `rules` by which lists are read, are others than before.
        What is due again by its `next_visit_at` becomes pending, lists that failed among it.
        """
        with self._archive.transaction() as db:
            has_pending = self.next() is not None
            lists = walk.Lists(start=seeds, channels=channels, rules=rules)
            self._scope = walk.begin_walk(db, self._site, lists, has_pending=has_pending)

    def begin_retry(self) -> None:
        """Make ready for a crawl that asks only for what failed."""
        with self._archive.transaction() as db:
            self._scope = walk.begin_retry(db, self._site)

    def begin_pages(self, urls: Sequence[str]) -> None:
        """Make ready for a crawl of these articles alone, known or not."""
        with self._archive.transaction() as db:
            self._scope = walk.begin_pages(db, self._site, urls)

    def brings_nothing_new(self, page: str, urls: Collection[str]) -> bool:
        """Whether a list page that links to these articles may be left, as older pages were walked before.

        True when all of them were known before this walk, and the last crawl came to its end. A page that
        has not answered since the last full walk hid the pages behind it from that, so it is not left.
        """
        scope = self._scope
        if scope.walked_since is None or len(self.known(urls, scope.newest_id)) < len(set(urls)):
            return False
        return value(self._db, _WALKED, [page, self._site, scope.walked_since]) is not None

    def published_at(self, url: str) -> str | None:
        """Return the printed date of the article that an address belongs to, if it is known."""
        published_at: str | None = value(self._db, _TEXT.format(what="published_at"), [url, self._site])
        return published_at

    def has_text(self, url: str) -> bool:
        """Tell whether a text is kept that an address gave."""
        return value(self._db, _TEXT.format(what="1"), [url, self._site]) is not None

    def next(self, exclude: Container[str] = ()) -> FrontierRow | None:
        """Return the address to visit next, none in `exclude`; None when nothing is due.

        Listings go first, then articles, parts, attachments; of each, the one known longest.
        """
        for kind in ORDER:
            for row in self._pending(kind):
                if row["url"] not in exclude:
                    return FrontierRow(**row)
        return None

    def _pending(self, kind: VisitKind) -> Iterator[dict[str, Any]]:
        only = None if kind in ("part", "attachment") else self._scope.only
        if only is not None and len(only) <= _FEW:
            return select(self._db, _WANTED, [self._site, json.dumps([*only]), kind, now()])
        pending = select(self._db, _PENDING, [self._site, kind, now()])
        return (row for row in pending if only is None or row["url"] in only)

    def failed(self, urls: Iterable[str]) -> list[FrontierRow]:
        """Return those of `urls` that failed when they were asked for last."""
        return [FrontierRow(**row) for row in select(self._db, _FAILED, [self._site, json.dumps([*urls])])]

    def known_as(self, url: str) -> str | None:
        """Return the spelling in which the frontier has an address, in whatever state; None: it has not."""
        return known_spellings(self._db, self._site, [url]).get(url)

    def known(self, urls: Iterable[str], newest_id: int = ANY_ID) -> set[str]:
        """Return those of `urls` that the frontier has, in whatever state and spelling.

        Of its rows those up to `newest_id` count.
        """
        return set(known_spellings(self._db, self._site, urls, newest_id))

    def counts(self) -> dict[tuple[VisitKind, VisitState], int]:
        """Return how many addresses there are of each kind in each state."""
        rows = select(self._db, _COUNTS, [self._site])
        return {(row["kind"], row["state"]): row["n"] for row in rows}

    def has_more_than(self, most: int) -> bool:
        """Tell whether the site has more addresses that are places to go to.

        They are counted only when there may be: since they were, no more can have come than all sites' rows.
        """
        newest_id = value(self._db, "SELECT coalesce(max(id), 0) FROM frontier")
        if self._counted + newest_id - self._counted_at <= most:
            return False
        self._counted, self._counted_at = value(self._db, _SIZE, [self._site]), newest_id
        return self._counted > most

    def skip_pending(self, kind: VisitKind, reason: str) -> int:
        """Give up all pending addresses of a kind, such as the older pages of a list; return how many."""
        with self._archive.transaction() as db:
            return db.execute(
                "UPDATE frontier SET state = 'skipped', reason = ? "
                "WHERE site = ? AND kind = ? AND state = 'pending'",
                [reason, self._site, kind],
            ).rowcount
