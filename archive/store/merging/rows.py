"""Sites, runs, captures and frontier of two archives in one new database.

The databases stand side by side on one connection: `ours`, `theirs`, and the new one as `main`. What is read
of both is put in order of time, so that it does not matter which archive was taken into which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlite_utils import Database

from archive.store.rebuild.waiting_captures import WaitingCaptures
from archive.store.rows import insert, insert_all, select

Rows: TypeAlias = list[dict[str, Any]]

_SITES = """
INSERT INTO main.sites (name, title, home, kind, notes)
SELECT name, title, home, kind, notes FROM {side}.sites WHERE true ORDER BY id
ON CONFLICT (name) DO UPDATE SET
  title = excluded.title, home = excluded.home, kind = excluded.kind, notes = excluded.notes
WHERE sites.kind = 'imported'
"""
"""A site that somebody has described says more than a collection of that name."""

_SAME_RUNS = """
SELECT theirs.run_id, ours.run_id FROM theirs.warc_files AS theirs
JOIN ours.warc_files AS ours USING (name)
"""

NEW_RUNS = (
    """
    WITH shared AS (
      SELECT theirs.run_id AS their_id, ours.run_id AS our_id
      FROM main.warc_files AS theirs JOIN ours.warc_files AS ours USING (name)
    )
    SELECT 1 FROM main.runs AS theirs WHERE site <> '' AND id NOT IN (SELECT their_id FROM shared)
    GROUP BY site, kind, started_at
    HAVING count(*) > (
      SELECT count(*) FROM ours.runs AS our WHERE our.id NOT IN (SELECT our_id FROM shared)
      AND our.site = theirs.site AND our.kind = theirs.kind AND our.started_at = theirs.started_at)
    """,
    """
    SELECT 1 FROM main.warc_files AS files JOIN ours.warc_files AS our_files USING (name)
    JOIN main.runs AS theirs ON theirs.id = files.run_id JOIN ours.runs AS our ON our.id = our_files.run_id
    WHERE theirs.finished_at > coalesce(our.finished_at, '')
    """,
)
"""Runs that may have brought no capture (a crawl that robots.txt forbade, an empty import), and how a run
ended; `main` is theirs here."""

_NEW_RUNS = """
CREATE TEMP TABLE new_runs (side TEXT, old_id INTEGER, id INTEGER, PRIMARY KEY (side, old_id)) WITHOUT ROWID
"""

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


def merge_runs(db: Database) -> None:
    """Write the runs of both, and note their new ids in the temporary table `new_runs`.

    Of a run that both have, the row that knows more of it stays. Rebuilds and merges of theirs are left out:
    they are the history of another database.
    """
    ours = list(select(db, "SELECT * FROM ours.runs"))
    theirs = list(select(db, "SELECT * FROM theirs.runs WHERE site <> ''"))
    same = _same_runs(db, ours, theirs)
    merged = {row["id"]: row for row in ours}
    for row in theirs:
        if (known := same.get(row["id"])) and _end(row) > _end(merged[known]):
            merged[known] = row
    added = [(None, row) for row in theirs if row["id"] not in same]
    our_ids: dict[int, int] = {}
    their_ids: dict[int, int] = {}
    for our_id, row in sorted([*merged.items(), *added], key=_time):
        new_id = insert(db, "runs", {name: value for name, value in row.items() if name != "id"})
        if our_id is None:
            their_ids[row["id"]] = new_id
        else:
            our_ids[our_id] = new_id
    their_ids |= {their_id: our_ids[our_id] for their_id, our_id in same.items()}
    _note_ids(db, {"ours": our_ids, "theirs": their_ids})


def _note_ids(db: Database, ids: Mapping[str, Mapping[int, int]]) -> None:
    db.execute(_NEW_RUNS)
    for side, new in ids.items():
        insert_all(db, "new_runs", [{"side": side, "old_id": old, "id": new[old]} for old in new])


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


def _same_runs(db: Database, ours: Rows, theirs: Rows) -> dict[int, int]:
    """Which run of theirs is which of ours: they share a file; without files, they began alike.

    Several may begin within one second: the first is the first then.
    """
    same = dict(db.execute(_SAME_RUNS).fetchall())
    with_files = {run_id for (run_id,) in db.execute("SELECT run_id FROM ours.warc_files")}
    their_files = {run_id for (run_id,) in db.execute("SELECT run_id FROM theirs.warc_files")}
    began = defaultdict[tuple[str, ...], list[int]](list)
    taken = set(same.values())
    for row in ours:
        if row["id"] not in taken:
            began[_beginning(row)].append(row["id"])
    for row in theirs:
        alike = began[_beginning(row)] if row["id"] not in same else []
        fit = [our for our in alike if not (our in with_files and row["id"] in their_files)]
        if fit:
            same[row["id"]] = fit[0]
            alike.remove(fit[0])
    return same


def _beginning(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["site"], row["kind"], row["started_at"]


def _end(row: Mapping[str, Any]) -> str:
    return row["finished_at"] or ""


def _time(item: tuple[int | None, Mapping[str, Any]]) -> tuple[str, str, str]:
    row = item[1]
    return row["started_at"], row["site"], row["kind"]
