"""Writing the frontier: addresses that a page leads to, and what became of one that was visited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.spellings import known_spellings
from archive.store.visit import IRRELEVANT, FrontierLink, Visit

PASSED_OVER = "an older page of a list whose newer pages brought nothing new"
"""Why a list page was not visited by a walk that ended early."""

_FOUND = """
INSERT INTO frontier (url, site, kind, state, reason, depth, attempts, selection, title)
VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
ON CONFLICT (site, url) DO UPDATE SET kind = 'part'
WHERE excluded.kind = 'part' AND kind = 'article' AND state = 'pending' AND attempts = 0
"""

_REACHED = f"""
UPDATE frontier SET state = ?, reason = ?
WHERE site = ? AND url = ? AND state = 'skipped' AND reason = '{PASSED_OVER}'
"""

_WANTED = f"""
UPDATE frontier SET selection = 'all',
  state = CASE WHEN reason LIKE '{IRRELEVANT}%' THEN 'pending' ELSE state END,
  reason = CASE WHEN reason LIKE '{IRRELEVANT}%' THEN NULL ELSE reason END,
  next_visit_at = CASE WHEN reason LIKE '{IRRELEVANT}%' THEN NULL ELSE next_visit_at END
WHERE site = ? AND url = ? AND (selection <> 'all' OR reason LIKE '{IRRELEVANT}%')
"""

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


def add_links(db: Database, site: str, links: Iterable[FrontierLink]) -> None:
    """Write addresses that are new; what was taken for an article and not visited yet may become a part.

    A text that is known in another spelling of its address is no new one. A list page that was passed over
    is to be visited after all, or refused with its own reason.
    """
    for link in _as_known(db, site, [*links]):
        state = "pending" if link.refused is None else "skipped"
        values = [link.url, site, link.kind, state, link.refused, link.depth, link.selection, link.title]
        db.execute(_FOUND, values)
        if link.selection == "all" and link.refused is None:
            db.execute(_WANTED, [site, link.url])
        if link.kind == "listing":
            db.execute(_REACHED, [state, link.refused, site, link.url])


def _as_known(db: Database, site: str, links: Sequence[FrontierLink]) -> Iterator[FrontierLink]:
    """Lists stay as they are written, since a form can't be posted through a redirect; so do pages and files,
    which their texts name."""
    known = known_spellings(db, site, [link.url for link in links if link.kind == "article"])
    for link in links:
        if link.kind == "article" and link.url not in known:
            for spelling in spellings(link.url):
                known.setdefault(spelling, link.url)
        yield replace(link, url=known[link.url]) if link.kind == "article" else link


def write_visit(db: Database, site: str, visit: Visit) -> None:
    """Write what became of an address. Evidence by the way (`other`) has no address of its own to write."""
    if visit.kind == "other":
        return
    # Of a page whose text was not kept, or that gave none, the whole must come again, and no 304, which would
    # say that the text was seen.
    is_good = visit.state in ("done", "pending") and visit.reason is None
    full = visit.exchange if is_good and visit.exchange and visit.exchange.status == 200 else None
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
