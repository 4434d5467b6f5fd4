"""The addresses that a site's crawl knows, and what became of each: committed together with the pages."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from archive.store.archive import Archive
from archive.store.clock import now
from archive.store.visit import FrontierLink, Visit, VisitKind, VisitState

ORDER: tuple[VisitKind, ...] = ("listing", "article", "part", "attachment")
"""What is visited first. `other` (robots.txt, redirects) is kept as a capture, but is no place to go to."""

_FOUND = """
INSERT INTO frontier (url, site, kind, state, attempts) VALUES (?, ?, ?, 'pending', 0)
ON CONFLICT (site, url) DO UPDATE SET kind = 'part'
WHERE excluded.kind = 'part' AND kind = 'article' AND state = 'pending' AND attempts = 0
"""

_VISITED = """
INSERT INTO frontier (url, site, kind, state, reason, attempts, next_visit_at, etag, last_modified)
VALUES (:url, :site, :kind, :state, :reason, 1, :next_visit_at, :etag, :last_modified)
ON CONFLICT (site, url) DO UPDATE SET
  state = excluded.state, reason = excluded.reason, attempts = attempts + 1,
  next_visit_at = excluded.next_visit_at,
  etag = coalesce(excluded.etag, etag), last_modified = coalesce(excluded.last_modified, last_modified)
"""

_PENDING = """
SELECT url, kind, state, reason, attempts, next_visit_at, etag, last_modified FROM frontier
WHERE site = ? AND state = 'pending' AND kind = ? AND (next_visit_at IS NULL OR next_visit_at <= ?)
ORDER BY id
"""

_AGAIN = "UPDATE frontier SET state = 'pending', reason = NULL, attempts = 0, next_visit_at = NULL"

_ALL_LISTINGS = f"{_AGAIN} WHERE site = ? AND kind = 'listing'"

_DUE_AGAIN = f"""{_AGAIN}
WHERE site = ? AND kind <> 'listing' AND state IN ('done', 'failed') AND next_visit_at <= ?
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


class Frontier:
    """The frontier of one site."""

    def __init__(self, archive: Archive, site: str) -> None:
        self._archive = archive
        self._db = archive.db
        self._site = site

    def begin_walk(self, seeds: Iterable[str]) -> None:
        """Make ready for a crawl: a walk that was cut off goes on, else all listings are to be visited again.

        `seeds` are listings. What is due again by its `next_visit_at` becomes pending too.
        """
        with self._archive.transaction() as db:
            if self.next() is None:
                db.execute(_ALL_LISTINGS, [self._site])
            add_links(db, self._site, [FrontierLink(url=url, kind="listing") for url in seeds])
            db.execute(_DUE_AGAIN, [self._site, now()])

    def next(self, exclude: Container[str] = ()) -> FrontierRow | None:
        """Return the address to visit next, none in `exclude`; None when nothing is due.

        Listings go first, then articles, parts, attachments; of each, the one known longest.
        """
        for kind in ORDER:
            for row in self._db.query(_PENDING, [self._site, kind, now()]):
                if row["url"] not in exclude:
                    return FrontierRow(**row)
        return None

    def known(self, urls: Iterable[str]) -> set[str]:
        """Return those of `urls` that the frontier has, in whatever state."""
        asked = list(dict.fromkeys(urls))
        marks = ", ".join("?" * len(asked))
        rows = self._db.query(
            f"SELECT url FROM frontier WHERE site = ? AND url IN ({marks})", [self._site, *asked]
        )
        return {row["url"] for row in rows}

    def counts(self) -> dict[tuple[VisitKind, VisitState], int]:
        """Return how many addresses there are of each kind in each state."""
        rows = self._db.query(
            "SELECT kind, state, count(*) AS n FROM frontier WHERE site = ? GROUP BY kind, state",
            [self._site],
        )
        return {(row["kind"], row["state"]): row["n"] for row in rows}

    def skip_pending(self, kind: VisitKind, reason: str) -> int:
        """Give up all pending addresses of a kind, such as the older pages of a list; return how many."""
        with self._archive.transaction() as db:
            return db.execute(
                "UPDATE frontier SET state = 'skipped', reason = ? "
                "WHERE site = ? AND kind = ? AND state = 'pending'",
                [reason, self._site, kind],
            ).rowcount


def add_links(db: Database, site: str, links: Iterable[FrontierLink]) -> None:
    """Write addresses that are new; what was taken for an article and not visited yet may become a part."""
    for link in links:
        db.execute(_FOUND, [link.url, site, link.kind])


def write_visit(db: Database, site: str, visit: Visit) -> None:
    """Write what became of an address. Evidence by the way (`other`) has no address of its own to write."""
    if visit.kind == "other":
        return
    full = visit.exchange if visit.exchange and visit.exchange.status == 200 else None
    row = {
        "url": visit.url,
        "site": site,
        "kind": visit.kind,
        "state": visit.state,
        "reason": visit.reason,
        "next_visit_at": visit.next_visit_at,
        "etag": full.header("etag") if full else None,
        "last_modified": full.header("last-modified") if full else None,
    }
    db.execute(_VISITED, row)
