"""Runs of two archives in one new database: which of both are one, and in which order they stand.

The databases stand side by side on one connection: `ours`, `theirs`, and the new one as `main`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlite_utils import Database

from archive.store.rows import insert, insert_all, select

Rows: TypeAlias = list[dict[str, Any]]

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

_NEW_IDS = """
CREATE TEMP TABLE new_runs (side TEXT, old_id INTEGER, id INTEGER, PRIMARY KEY (side, old_id)) WITHOUT ROWID
"""


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
    db.execute(_NEW_IDS)
    for side, new in ids.items():
        insert_all(db, "new_runs", [{"side": side, "old_id": old, "id": new[old]} for old in new])


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
