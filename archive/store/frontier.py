"""The addresses that a site's crawl knows, and what became of each: committed together with the pages."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive.store.archive import Archive
from archive.store.clock import now
from archive.store.rows import select
from archive.store.visit import IRRELEVANT, FrontierLink, Selection, Visit, VisitKind, VisitState

ORDER: tuple[VisitKind, ...] = ("listing", "article", "part", "attachment")
"""What is visited first. `other` (robots.txt, redirects) is kept as a capture, but is no place to go to."""

PASSED_OVER = "an older page of a list whose newer pages brought nothing new"
"""Why a list page was not visited by a walk that ended early."""

_FOUND = """
INSERT INTO frontier (url, site, kind, state, reason, depth, attempts, selection, title)
VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
ON CONFLICT (site, url) DO UPDATE SET kind = 'part'
WHERE excluded.kind = 'part' AND kind = 'article' AND state = 'pending' AND attempts = 0
"""

_REACHED = f"""
UPDATE frontier SET state = 'pending', reason = NULL
WHERE site = ? AND url = ? AND state = 'skipped' AND reason = '{PASSED_OVER}'
"""

_WANTED = f"""
UPDATE frontier SET selection = 'all',
  state = CASE WHEN reason LIKE '{IRRELEVANT}%' THEN 'pending' ELSE state END,
  reason = CASE WHEN reason LIKE '{IRRELEVANT}%' THEN NULL ELSE reason END,
  next_visit_at = CASE WHEN reason LIKE '{IRRELEVANT}%' THEN NULL ELSE next_visit_at END
WHERE site = ? AND url = ? AND (selection <> 'all' OR reason LIKE '{IRRELEVANT}%')
"""

_SELECTS = "UPDATE frontier SET selection = ? WHERE site = ? AND url = ? AND selection <> ?"

_VISITED = """
INSERT INTO frontier
  (url, site, kind, state, reason, attempts, next_visit_at, etag, last_modified, selection, title)
VALUES (:url, :site, :kind, :state, :reason, 1, :next_visit_at, :etag, :last_modified, :selection, :title)
ON CONFLICT (site, url) DO UPDATE SET
  state = excluded.state, reason = excluded.reason, attempts = attempts + 1,
  next_visit_at = excluded.next_visit_at, title = excluded.title,
  selection = CASE excluded.selection WHEN 'all' THEN 'all' ELSE selection END,
  etag = coalesce(excluded.etag, etag), last_modified = coalesce(excluded.last_modified, last_modified)
"""

_PENDING = """
SELECT url, kind, state, reason, attempts, next_visit_at, etag, last_modified, selection,
  coalesce(depth, 0) AS depth
FROM frontier
WHERE site = ? AND state = 'pending' AND kind = ? AND (next_visit_at IS NULL OR next_visit_at <= ?)
ORDER BY id
"""

_AGAIN = "UPDATE frontier SET state = 'pending', reason = NULL, attempts = 0, next_visit_at = NULL"

_ALL_LISTINGS = f"{_AGAIN} WHERE site = ? AND kind = 'listing'"

_PASS_OVER = f"""
UPDATE frontier SET state = 'skipped', reason = '{PASSED_OVER}', attempts = 0
WHERE site = ? AND kind = 'listing' AND state = 'done'
"""

_DUE_AGAIN = f"""{_AGAIN}
WHERE site = ? AND kind <> 'listing' AND state IN ('done', 'failed') AND next_visit_at <= ?
"""

_COUNTS = "SELECT kind, state, count(*) AS n FROM frontier WHERE site = ? GROUP BY kind, state"

FULL_WALK_DAYS = 30
"""So long after all pages of its lists were walked, a site's are again: late and vanished articles show."""

_NO_LIMIT = 2**63 - 1

_LAST_CRAWL = """
SELECT outcome, full_walk FROM runs
WHERE site = ? AND kind = 'crawl' AND outcome IS NOT NULL ORDER BY id DESC LIMIT 1
"""

_WALKED_IN_FULL = """
SELECT 1 FROM runs
WHERE site = ? AND kind = 'crawl' AND outcome = 'finished' AND full_walk = 1
AND started_at > strftime('%Y-%m-%dT%H:%M:%SZ', ?, ?) LIMIT 1
"""

_THIS_WALKS_IN_FULL = """
UPDATE runs SET full_walk = 1 WHERE id = (SELECT max(id) FROM runs WHERE site = ? AND kind = 'crawl')
"""

_PUBLISHED = """
SELECT published_at FROM articles
JOIN article_captures ON article_id = articles.id JOIN captures ON captures.id = capture_id
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
        self._may_end_early = False
        self._newest_id = 0
        self._only: frozenset[str] | None = None

    def begin_walk(self, seeds: Iterable[str], channels: Container[str] = ()) -> None:
        """Make ready for a crawl: a walk that was cut off goes on, else the lists are to be walked again.

        `seeds` are listings; of those in `channels` every page is kept, of the others campaign material.
        After a crawl that came to its end only they, and lists that failed, are visited at first; further
        pages follow when a page before them names them; once in `FULL_WALK_DAYS` all are. What is due again
        by its `next_visit_at` becomes pending too.
        """
        links = [_seed(url, channels) for url in seeds]
        with self._archive.transaction() as db:
            last = db.execute(_LAST_CRAWL, [self._site]).fetchone()
            goes_on = self.next() is not None
            changed = _choose(db, self._site, links)
            came_to_end = last is not None and last[0] == "finished" and not (goes_on or changed)
            self._may_end_early = came_to_end and self._was_walked_in_full()
            if last[1] if last and goes_on else not self._may_end_early:
                db.execute(_THIS_WALKS_IN_FULL, [self._site])
            self._newest_id = int(db.execute("SELECT coalesce(max(id), 0) FROM frontier").fetchone()[0])
            # Each list is then reached from the one before it, and takes over what is kept of it.
            if self._may_end_early or (changed and not goes_on):
                db.execute(_PASS_OVER, [self._site])
                db.execute(f"{_ALL_LISTINGS} AND reason IS NOT '{PASSED_OVER}'", [self._site])
            elif not goes_on:
                db.execute(_ALL_LISTINGS, [self._site])
            add_links(db, self._site, links)
            db.execute(_DUE_AGAIN, [self._site, now()])

    def _was_walked_in_full(self) -> bool:
        """Whether it was of late, so that older pages may be left out."""
        days = f"-{FULL_WALK_DAYS} days"
        return self._db.execute(_WALKED_IN_FULL, [self._site, now(), days]).fetchone() is not None

    def begin_retry(self) -> None:
        """Make ready for a crawl that asks only for what failed."""
        with self._archive.transaction() as db:
            rows = select(db, "SELECT url FROM frontier WHERE site = ? AND state = 'failed'", [self._site])
            self._only = frozenset(row["url"] for row in rows)
            db.execute(f"{_AGAIN} WHERE site = ? AND state = 'failed'", [self._site])

    def begin_pages(self, urls: Iterable[str]) -> None:
        """Make ready for a crawl of these articles alone, known or not."""
        self._only = frozenset(urls)
        with self._archive.transaction() as db:
            add_links(db, self._site, [FrontierLink(url=url, kind="article") for url in self._only])
            for url in self._only:
                db.execute(f"{_AGAIN} WHERE site = ? AND url = ?", [self._site, url])

    def brings_nothing_new(self, urls: Collection[str]) -> bool:
        """Whether a list that links to these articles may be left, since its older pages were walked before.

        True when all of them were known before this walk, and the last crawl came to its end.
        """
        return self._may_end_early and len(self._known(urls, self._newest_id)) == len(set(urls))

    def published_at(self, url: str) -> str | None:
        """Return the printed date of the article that an address belongs to, if it is known."""
        row = self._db.execute(_PUBLISHED, [url, self._site]).fetchone()
        return None if row is None else row[0]

    def next(self, exclude: Container[str] = ()) -> FrontierRow | None:
        """Return the address to visit next, none in `exclude`; None when nothing is due.

        Listings go first, then articles, parts, attachments; of each, the one known longest.
        """
        for kind in ORDER:
            for row in select(self._db, _PENDING, [self._site, kind, now()]):
                if row["url"] not in exclude and self._is_wanted(row):
                    return FrontierRow(**row)
        return None

    def _is_wanted(self, row: dict[str, Any]) -> bool:
        return self._only is None or row["url"] in self._only or row["kind"] in ("part", "attachment")

    def known(self, urls: Iterable[str]) -> set[str]:
        """Return those of `urls` that the frontier has, in whatever state."""
        return self._known(urls, _NO_LIMIT)

    def _known(self, urls: Iterable[str], newest_id: int) -> set[str]:
        asked = list(dict.fromkeys(urls))
        marks = ", ".join("?" * len(asked))
        rows = select(
            self._db,
            f"SELECT url FROM frontier WHERE site = ? AND id <= ? AND url IN ({marks})",
            [self._site, newest_id, *asked],
        )
        return {row["url"] for row in rows}

    def counts(self) -> dict[tuple[VisitKind, VisitState], int]:
        """Return how many addresses there are of each kind in each state."""
        rows = select(self._db, _COUNTS, [self._site])
        return {(row["kind"], row["state"]): row["n"] for row in rows}

    def size(self) -> int:
        """Return how many addresses the site has that are places to go to."""
        counted = "SELECT count(*) FROM frontier WHERE site = ? AND kind <> 'other'"
        row = self._db.execute(counted, [self._site]).fetchone()
        return int(row[0])

    def skip_pending(self, kind: VisitKind, reason: str) -> int:
        """Give up all pending addresses of a kind, such as the older pages of a list; return how many."""
        with self._archive.transaction() as db:
            return db.execute(
                "UPDATE frontier SET state = 'skipped', reason = ? "
                "WHERE site = ? AND kind = ? AND state = 'pending'",
                [reason, self._site, kind],
            ).rowcount


def add_links(db: Database, site: str, links: Iterable[FrontierLink]) -> None:
    """Write addresses that are new; what was taken for an article and not visited yet may become a part.

    A list page that was passed over is to be visited after all.
    """
    for link in links:
        state = "pending" if link.refused is None else "skipped"
        values = [link.url, site, link.kind, state, link.refused, link.depth, link.selection, link.title]
        db.execute(_FOUND, values)
        if link.selection == "all" and link.refused is None:
            db.execute(_WANTED, [site, link.url])
        if link.kind == "listing" and link.refused is None:
            db.execute(_REACHED, [site, link.url])


def _seed(url: str, channels: Container[str]) -> FrontierLink:
    selection: Selection = "all" if url in channels else "campaign_material"
    return FrontierLink(url=url, kind="listing", selection=selection)


def _choose(db: Database, site: str, lists: Iterable[FrontierLink]) -> bool:
    """Write what is kept of each list, and tell whether that is another thing than before."""
    chosen = [(link.selection, site, link.url, link.selection) for link in lists]
    return sum(db.execute(_SELECTS, values).rowcount for values in chosen) > 0


def write_visit(db: Database, site: str, visit: Visit) -> None:
    """Write what became of an address. Evidence by the way (`other`) has no address of its own to write."""
    if visit.kind == "other":
        return
    # Of a page whose text was not kept the whole must come again, and no 304.
    is_good = (
        visit.state in ("done", "pending") and visit.exchange is not None and visit.exchange.status == 200
    )
    full = visit.exchange if is_good else None
    row = {
        "url": visit.url,
        "site": site,
        "kind": visit.kind,
        "state": visit.state,
        "reason": visit.reason,
        "next_visit_at": visit.next_visit_at,
        "etag": full.header("etag") if full else None,
        "last_modified": full.header("last-modified") if full else None,
        "selection": visit.selection,
        "title": visit.title,
    }
    db.execute(_VISITED, row)
