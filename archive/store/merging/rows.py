"""Sites, captures and frontier of two archives in one new database.

The databases stand side by side on one connection: `ours`, `theirs`, and the new one as `main`. What is read
of both is put in order of time, so that it does not matter which archive was taken into which.
Captures and frontier need the runs, which `runs` has merged before.
"""

from __future__ import annotations

from sqlite_utils import Database

from archive.store.rebuild.waiting_captures import WaitingCaptures
from archive.store.rows import select

_SITES = """
INSERT INTO main.sites (name, title, home, kind, notes)
SELECT name, title, home, kind, notes FROM {side}.sites WHERE true ORDER BY id
ON CONFLICT (name) DO UPDATE SET
  title = excluded.title, home = excluded.home, kind = excluded.kind, notes = excluded.notes
WHERE sites.kind = 'imported'
"""
"""A site that somebody has described says more than a collection of that name."""

_CAPTURES = """
SELECT captures.*, new_runs.id AS new_run_id, (
  captures.url IN (SELECT url FROM ours.articles) OR captures.url IN (SELECT url FROM theirs.articles)
  OR captures.id IN (SELECT capture_id FROM {side}.versions)
) AS was_article
FROM {side}.captures AS captures JOIN new_runs ON side = '{side}' AND old_id = run_id
"""

_NOT_OURS = """
WHERE NOT EXISTS (
  SELECT 1 FROM ours.captures AS known
  WHERE known.warc_file = captures.warc_file AND known.warc_offset = captures.warc_offset
)
"""

_WARC_FILES = """
INSERT INTO main.warc_files (name, run_id)
SELECT name, new_runs.id FROM (
  SELECT 'ours' AS side, name, run_id FROM ours.warc_files UNION ALL
  SELECT 'theirs', name, run_id FROM theirs.warc_files WHERE name NOT IN (SELECT name FROM ours.warc_files)
) AS files
JOIN new_runs ON new_runs.side = files.side AND old_id = run_id
WHERE name IN (SELECT warc_file FROM waiting) ORDER BY new_runs.id, name
"""

_VISITED = """
SELECT frontier.*, coalesce((
  SELECT max(captured_at) FROM {side}.captures AS captures JOIN {side}.runs AS runs ON runs.id = run_id
  WHERE requested_url = frontier.url AND runs.site = frontier.site
), '') AS visited FROM {side}.frontier AS frontier
"""

_IN_BOTH = f"""
SELECT ours.state AS our_state, ours.visited AS our_visit, theirs.*
FROM ({_VISITED.format(side="theirs")}) AS theirs
JOIN ({_VISITED.format(side="ours")}) AS ours USING (site, url)
"""

_FRONTIER = (
    "url, site, kind, state, reason, attempts, next_visit_at, etag, last_modified, selection, title, depth"
)

_ADDRESSES = f"""
INSERT INTO main.frontier ({_FRONTIER}) SELECT {_FRONTIER} FROM {{side}}.frontier WHERE true ORDER BY id
ON CONFLICT (site, url) DO UPDATE SET selection = 'all' WHERE excluded.selection = 'all'
"""

_LATER = """
UPDATE main.frontier SET (kind, state, reason, attempts, next_visit_at, etag, last_modified, title) =
(:kind, :state, :reason, :attempts, :next_visit_at, :etag, :last_modified, :title)
WHERE site = :site AND url = :url
"""


def merge_sites(db: Database) -> None:
    """Write the sites of both."""
    for side in ("ours", "theirs"):
        db.execute(_SITES.format(side=side))


def merge_captures(db: Database, captures: WaitingCaptures) -> None:
    """Take the captures of both, with their new runs, and write which files they stand in."""
    captures.take(_CAPTURES.format(side="ours"))
    captures.take(_CAPTURES.format(side="theirs") + _NOT_OURS)
    db.execute(_WARC_FILES)


def merge_frontier(db: Database) -> None:
    """Write the addresses of both; of one that both know, what the later visit made of it."""
    for side in ("ours", "theirs"):
        db.execute(_ADDRESSES.format(side=side))
    for row in select(db, _IN_BOTH):
        if _weight(row["state"], row["visited"]) > _weight(row["our_state"], row["our_visit"]):
            db.execute(_LATER, row)


def _weight(state: str, visited: str) -> tuple[bool, str, int]:
    """An address that was visited says more than one that waits or was left out."""
    states = ("pending", "skipped", "failed", "done")
    return state in ("failed", "done"), visited, states.index(state)
