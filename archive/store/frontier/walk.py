"""How a crawl begins: which addresses of a site are to be visited in it, again or for the first time."""

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive.store.clock import now
from archive.store.frontier.writing import PASSED_OVER, add_links
from archive.store.rows import select, value
from archive.store.spellings import known_spellings
from archive.store.visit import IRRELEVANT, FrontierLink, Selection

FULL_WALK_DAYS = 30
"""So long after all pages of its lists were walked, a site's are again: late and vanished articles show."""

FARTHEST_DAYS = 200
"""No visit is put off for so long: a later date was set while the machine's clock was wrong."""

_SELECTS = "UPDATE frontier SET selection = ? WHERE site = ? AND url = ? AND selection <> ?"

_IS_LISTING = "SELECT 1 FROM frontier WHERE site = ? AND url = ? AND kind = 'listing'"

_ATTEMPTS = f"""
attempts = iif(state IN ('failed', 'pending') OR reason = '{PASSED_OVER}', attempts, 0)
"""
"""What fails again is asked the more rarely for it, also if the walk has passed it over for a moment."""

_AGAIN = f"""
UPDATE frontier SET state = 'pending', reason = iif(state IN ('failed', 'pending'), reason, NULL),
  {_ATTEMPTS}, next_visit_at = NULL
"""
"""Why it failed stays until it was visited: a run that is cut off is to leave it as one that failed."""

_SEED_AGAIN = f"{_AGAIN}, kind = 'listing', selection = ? WHERE site = ? AND url = ?"

_FAILED_LISTINGS_AGAIN = f"""{_AGAIN}
WHERE site = ? AND kind = 'listing' AND state = 'failed' AND next_visit_at <= ?
"""

_FAILED_LAST = (
    "WHERE site = ? AND state IN ('failed', 'pending') AND (state = 'failed' OR reason IS NOT NULL)"
)

_PASS_OVER = f"""
UPDATE frontier SET state = 'skipped', reason = '{PASSED_OVER}', {_ATTEMPTS}, next_visit_at = NULL
WHERE site = ? AND kind = 'listing'
"""

_IN_ANY_STATE = "AND state IN ('pending', 'done', 'failed', 'skipped')"
"""The states are named since they stand before the kind in the index: most addresses are no lists."""

_NO_CHANNELS = f"""
UPDATE frontier SET selection = 'campaign_material' WHERE site = ? AND kind = 'listing' {_IN_ANY_STATE}
"""
"""The pages of a channel are one again when the walk reaches them from it."""

_DUE_AGAIN = f"""{_AGAIN}
WHERE site = ?1 AND kind <> 'listing' AND state <> 'pending'
AND (next_visit_at <= ?2 OR next_visit_at > strftime('%Y-%m-%dT%H:%M:%SZ', ?2, '+{FARTHEST_DAYS} days'))
AND coalesce(reason, '') NOT LIKE '{IRRELEVANT}%'
"""

_LAST_CRAWL = """
SELECT outcome, full_walk FROM runs
WHERE site = ? AND kind = 'crawl' AND outcome IS NOT NULL
AND NOT (outcome = 'failed' AND (SELECT min(state = 'failed') FROM frontier AS known
  WHERE known.site = runs.site AND url IN (SELECT value FROM json_each(?))))
ORDER BY id DESC LIMIT 1
"""
"""Not the last ones, in which no list was read: to the lists, it is as if nobody had come."""

_LAST_LISTS = """
SELECT start_lists FROM runs
WHERE site = ? AND kind = 'crawl' AND outcome IS NOT NULL AND start_lists IS NOT NULL ORDER BY id DESC LIMIT 1
"""

_WALKED_IN_FULL = """
SELECT (
  SELECT coalesce(max(id), 0) + 1 FROM runs AS before
  WHERE before.site = runs.site AND kind = 'crawl' AND outcome = 'finished' AND before.id < runs.id
) FROM runs
WHERE site = ?1 AND kind = 'crawl' AND outcome = 'finished' AND full_walk = 1
AND started_at BETWEEN strftime('%Y-%m-%dT%H:%M:%SZ', ?2, ?3) AND ?2 ORDER BY id DESC LIMIT 1
"""
"""Its first run: those before it that were cut off belong to the same walk.

One that begins later than now was noted by a clock that was wrong.
"""

_LAST_LIST_RULES = """
SELECT list_rules FROM runs
WHERE site = ? AND kind = 'crawl' AND outcome <> 'failed' AND list_rules IS NOT NULL ORDER BY id DESC LIMIT 1
"""
"""Not of one that has read no list: what it was to walk is still to be walked."""

_BEGUN = """
UPDATE runs SET full_walk = ?, start_lists = ?, list_rules = ?
WHERE id = (SELECT max(id) FROM runs WHERE site = ? AND kind = 'crawl')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlScope:
    """What one crawl goes through."""

    only: frozenset[str] | None = None
    """These addresses, with their further pages and files; None: all that is due."""
    walked_since: int | None = None
    """The run in which the last full walk began; None: this is one, which leaves no list early."""
    newest_id: int = 0
    """Of the frontier's rows when the crawl began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What a site's file says of its lists."""

    start: Sequence[str]
    channels: Container[str] = ()
    rules: str | None = None
    """A digest of all by which they are read; None where nobody knows."""


def begin_walk(db: Database, site: str, lists: Lists, *, has_pending: bool) -> CrawlScope:
    """Make the lists pending that are to be walked; see `Frontier.begin_walk`."""
    seeds = lists.start
    links = [_seed(url, lists.channels) for url in seeds]
    last = db.execute(_LAST_CRAWL, [site, json.dumps([*seeds])]).fetchone()
    changed = _choose(db, site, links) or _has_dropped(db, site, seeds) or _reads_otherwise(db, site, lists)
    came_to_end = last is not None and last[0] == "finished"
    # What a retry or a merge found is pending after a walk that came to its end, too.
    goes_on = has_pending and not (changed or came_to_end)
    walked_since = None
    if came_to_end and not changed:
        walked_since = value(db, _WALKED_IN_FULL, [site, now(), f"-{FULL_WALK_DAYS} days"])
    is_full = last[1] if last and goes_on else walked_since is None
    none_read = json.dumps(dict.fromkeys(seeds), ensure_ascii=False)
    db.execute(_BEGUN, [1 if is_full else None, none_read, lists.rules, site])
    newest_id = value(db, "SELECT coalesce(max(id), 0) FROM frontier")
    add_links(db, site, links)
    if not goes_on:
        _begin_at_seeds(db, site, links, in_full=walked_since is None)
    db.execute(_DUE_AGAIN, [site, now()])
    return CrawlScope(walked_since=walked_since, newest_id=newest_id)


def _begin_at_seeds(db: Database, site: str, seeds: Sequence[FrontierLink], *, in_full: bool) -> None:
    """Pass all other lists over: each is reached from the one before it, and takes over what is kept of it.

    So a list that no start leads to any more, since the site's file has changed, is left alone. A walk that
    may not come as far asks for those that failed by themselves, when their time has come.
    """
    if in_full:
        db.execute(f"{_PASS_OVER} {_IN_ANY_STATE}", [site])
        db.execute(_NO_CHANNELS, [site])
    else:
        db.execute(f"{_PASS_OVER} AND state = 'done'", [site])
        db.execute(_FAILED_LISTINGS_AGAIN, [site, now()])
    for seed in seeds:
        db.execute(_SEED_AGAIN, [seed.selection, site, seed.url])


def begin_retry(db: Database, site: str) -> CrawlScope:
    """Make pending what failed, and take what a run that was cut off has made pending of it."""
    rows = select(db, f"SELECT url FROM frontier {_FAILED_LAST}", [site])
    only = frozenset(row["url"] for row in rows)
    db.execute(f"{_AGAIN} {_FAILED_LAST}", [site])
    return CrawlScope(only=only)


def begin_pages(db: Database, site: str, urls: Sequence[str]) -> CrawlScope:
    """Make these articles pending, known or not, each in the spelling that is known."""
    known = known_spellings(db, site, urls)
    only = frozenset(known.get(url, url) for url in urls)
    add_links(db, site, [FrontierLink(url=url, kind="article") for url in only])
    for url in only:
        db.execute(f"{_AGAIN} WHERE site = ? AND url = ?", [site, url])
    return CrawlScope(only=only)


def _seed(url: str, channels: Container[str]) -> FrontierLink:
    selection: Selection = "all" if url in channels else "campaign_material"
    return FrontierLink(url=url, kind="listing", selection=selection)


def _has_dropped(db: Database, site: str, seeds: Sequence[str]) -> bool:
    """Whether the site's file names a list no longer; its further pages are known only by a full walk."""
    last = value(db, _LAST_LISTS, [site])
    return last is not None and not json.loads(last).keys() <= set(seeds)


def _reads_otherwise(db: Database, site: str, lists: Lists) -> bool:
    """Whether the site's file reads its lists in another way, and they may lead further than they did."""
    last = value(db, _LAST_LIST_RULES, [site])
    return lists.rules is not None and last not in (None, lists.rules)


def _choose(db: Database, site: str, lists: Sequence[FrontierLink]) -> bool:
    """Write what is kept of each list, and tell whether that is another thing than before, or one is new."""
    chosen = sum(
        db.execute(_SELECTS, [link.selection, site, link.url, link.selection]).rowcount for link in lists
    )
    known = (db.execute(_IS_LISTING, [site, link.url]).fetchone() for link in lists)
    return chosen > 0 or not all(known)
