"""The captures that a new database is to be made of: a site may have a million, so they wait on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive.store.rows import insert, select

_PIECE = 500
"""Captures that are held at once."""

_TABLE = """
CREATE TEMP TABLE waiting AS SELECT captures.*, '' AS site, 0 AS was_article FROM main.captures WHERE 0
"""
_IN_ORDER = "CREATE UNIQUE INDEX temp.waiting_in_order ON waiting(id)"
_OF_OLD = """
INSERT INTO waiting SELECT captures.*, runs.site, captures.url IN (SELECT url FROM old.articles)
FROM old.captures JOIN old.runs ON runs.id = captures.run_id
"""
_ENDS = "SELECT warc_file, max(warc_offset + warc_length) FROM waiting GROUP BY warc_file"
_NUMBER = """
UPDATE waiting SET id = place.id FROM (
  SELECT rowid AS added, (SELECT coalesce(max(id), 0) FROM waiting)
    + row_number() OVER (ORDER BY captured_at, warc_file, warc_offset) AS id
  FROM waiting WHERE id IS NULL
) AS place WHERE waiting.rowid = added
"""
_NEXT = f"SELECT * FROM waiting WHERE id > ? ORDER BY id LIMIT {_PIECE}"


class WaitingCaptures:
    """Rows of `captures` in the order of their ids, with the `site` of their run and `was_article`.

    They stand in a temporary table of the connection to the new database; there is one such list of it.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        db.execute(_TABLE)
        db.execute(_IN_ORDER)

    def take_old(self) -> None:
        """Take all those of the attached database `old`, under their ids."""
        self._db.execute(_OF_OLD)

    def add(self, row: dict[str, Any]) -> None:
        """Take one that has no id yet, in whatever order; `number` gives it one."""
        insert(self._db, "waiting", row)

    def number(self) -> None:
        """Number those that were added, in order of time, behind those with an id."""
        self._db.execute(_NUMBER)

    def ends(self) -> dict[str, int]:
        """Return the byte behind the last capture of each WARC file."""
        return dict(self._db.execute(_ENDS).fetchall())

    def __len__(self) -> int:
        (count,) = self._db.execute("SELECT count(*) FROM waiting").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        last = -1
        while rows := list(select(self._db, _NEXT, [last])):
            yield from rows
            last = rows[-1]["id"]
