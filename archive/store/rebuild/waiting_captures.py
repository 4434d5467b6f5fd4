"""The captures that a new database is to be made of: a site may have a million, so they wait on the disk.

In a file beside the new database, and not among SQLite's temporary files: /tmp is often small, or in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.store.failures import told
from archive.store.locking.side_files import WAITING, side_file
from archive.store.rows import in_pieces, insert, select, value
from archive.store.tables.crawling import CAPTURES

BESIDE = "beside"
"""The database that the file is attached as; it has room for further tables as large."""

_PIECE = 500
"""Captures that are held at once."""

_COPIED = [column.name for column in CAPTURES.columns if column.name != "run_id"]

_SET_UP = (
    # As the new database itself: nobody reads the file after the process that writes it.
    f"PRAGMA {BESIDE}.synchronous = OFF",
    f"PRAGMA {BESIDE}.journal_mode = MEMORY",
    f"CREATE TABLE {BESIDE}.waiting AS SELECT captures.*, '' AS site, 0 AS was_article "
    "FROM main.captures WHERE 0",
    f"CREATE UNIQUE INDEX {BESIDE}.waiting_by_id ON waiting(id) WHERE id IS NOT NULL",
    f"CREATE UNIQUE INDEX {BESIDE}.waiting_by_time ON waiting(captured_at, warc_file, warc_offset) "
    "WHERE id IS NULL",
)
_OF_OLD = """
INSERT INTO waiting SELECT captures.*, runs.site,
  captures.url IN (SELECT url FROM old.articles) OR captures.id IN (SELECT capture_id FROM old.versions)
FROM old.captures JOIN old.runs ON runs.id = captures.run_id
"""
_FOUND = f"""
INSERT INTO waiting ({", ".join(_COPIED)}, run_id, site, was_article)
SELECT {", ".join(f"found.{name}" for name in _COPIED)}, new_run_id, runs.site, was_article
FROM ({{found}}) AS found JOIN main.runs ON runs.id = new_run_id
"""
_ENDS = "SELECT warc_file, max(warc_offset + warc_length) FROM waiting GROUP BY warc_file"
_UNNUMBERED = f"""
SELECT * FROM waiting WHERE id IS NULL AND (captured_at, warc_file, warc_offset) > (?, ?, ?)
ORDER BY captured_at, warc_file, warc_offset LIMIT {_PIECE}
"""


class WaitingCaptures:
    """Rows of `captures` with the `site` of their run and `was_article`: first those with an id, in the order
    of their ids; behind them the others, in order of time, numbered on.

    They stand in the table `waiting` of the attached database `BESIDE`; see `waiting_beside`.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def take_old(self) -> None:
        """Take all those of the attached database `old`, under their ids."""
        self._db.execute(_OF_OLD)

    def take(self, found: str) -> None:
        """Take those that a SELECT yields, without their ids: the columns of `captures`, `new_run_id`, which
        stands for `run_id`, and `was_article`."""
        self._db.execute(_FOUND.format(found=found))

    def add(self, row: dict[str, Any]) -> None:
        """Take one that has no id yet, in whatever order."""
        insert(self._db, "waiting", row)

    def ends(self) -> dict[str, int]:
        """Return the byte behind the last capture of each WARC file."""
        return dict(self._db.execute(_ENDS).fetchall())

    def __len__(self) -> int:
        return int(value(self._db, "SELECT count(*) FROM waiting"))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        last = 0
        for row in in_pieces(self._db, "SELECT * FROM waiting WHERE id > ? ORDER BY id"):
            yield row
            last = row["id"]
        ids, place = count(last + 1), ("", "", -1)
        while rows := list(select(self._db, _UNNUMBERED, place)):
            yield from ({**row, "id": next(ids)} for row in rows)
            place = tuple(rows[-1][name] for name in ("captured_at", "warc_file", "warc_offset"))


@contextmanager
def waiting_beside(db: Database, directory: Path) -> Iterator[WaitingCaptures]:
    """Yield an empty list for the new database `db`; a file in `directory` holds it until the block ends.

    Not to be called within a transaction. The file is attached until `db` is closed.
    """
    with side_file(directory, WAITING) as path:
        with told(path):
            db.execute(f"ATTACH ? AS {BESIDE}", [str(path)])
            for statement in _SET_UP:
                db.execute(statement)
        yield WaitingCaptures(db)
