"""Every capture of a WARC file against its record, and every record against the captures.

A file may hold a hundred thousand captures: each is asked for when its record is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.errors import DamageError
from archive.store.check.findings import Fault
from archive.store.rows import select, value
from archive.store.run_files.warc_files import end_of
from archive.store.warc.members import Hole
from archive.store.warc.reader import Found, read, read_all

RESTORE_FILE = "Put the file back from a backup"

_BETWEEN = """
SELECT id, url, payload_digest, warc_offset, warc_length FROM captures
WHERE warc_file = ? AND warc_offset >= ? AND warc_offset < ? ORDER BY warc_offset
"""

Row = dict[str, Any]


class Expected:
    """The captures that the database has of one file, asked for by their places in bytes."""

    def __init__(self, db: Database, name: str) -> None:
        self._db = db
        self._name = name
        self.end = end_of(db, name)
        """Of the last one."""

    def at(self, offset: int) -> Row | None:
        """Return the capture whose record begins at a place."""
        return next(iter(self.between(offset, offset + 1)), None)

    def between(self, start: int, end: int) -> list[Row]:
        """Return those that begin at `start` or behind it and before `end`."""
        return list(select(self._db, _BETWEEN, [self._name, start, end]))


class RecordIds:
    """Those of the records met so far, in a temporary table: an archive may have a million."""

    def __init__(self, db: Database) -> None:
        self._db = db
        db.execute("CREATE TEMP TABLE record_ids (id TEXT PRIMARY KEY) WITHOUT ROWID")

    def add(self, record_id: str) -> None:
        """Take notice of one."""
        self._db.execute("INSERT OR IGNORE INTO record_ids VALUES (?)", [record_id])

    def __contains__(self, record_id: object) -> bool:
        return value(self._db, "SELECT 1 FROM record_ids WHERE id = ?", [record_id]) is not None


def file_faults(path: Path, expected: Expected, ids: RecordIds) -> Iterator[Fault]:
    """Yield what is wrong with a file; `ids` are those of the records before, and get those of this file."""
    unread: list[Row] = []
    behind = 0
    for piece in read_all(path):
        if isinstance(piece, Hole):
            yield from _hole_faults(path, piece, expected)
            continue
        unread += expected.between(behind, piece.place.offset)
        behind = piece.place.offset + 1
        yield from _piece_faults(path, piece, expected, ids)
    for row in unread + expected.between(behind, expected.end):
        yield from _unread_faults(path, row)


def _piece_faults(path: Path, piece: Found, expected: Expected, ids: RecordIds) -> Iterator[Fault]:
    if row := expected.at(piece.place.offset):
        yield from _record_faults(path, piece, row)
        yield from _reference_faults(path, piece, ids)
    elif piece.place.offset < expected.end:
        yield Fault(f"The record at byte {piece.place.offset} of {path} belongs to no capture", RESTORE_FILE)


def _hole_faults(path: Path, hole: Hole, expected: Expected) -> Iterator[Fault]:
    """A damaged capture is named by itself; this tells of what else may be damaged: a request, a head."""
    if hole.offset < expected.end and not expected.between(hole.offset, hole.end):
        yield Fault(
            f"{hole.length} bytes from byte {hole.offset} of {path} are no whole record", RESTORE_FILE
        )


def _record_faults(path: Path, found: Found, row: Row) -> Iterator[Fault]:
    exchange = found.record.exchange
    states = (exchange.url, exchange.payload_digest, found.place.length)
    if not found.intact or states != (row["url"], row["payload_digest"], row["warc_length"]):
        yield Fault(
            f"The record at byte {row['warc_offset']} of {path} is not what was captured of {row['url']} "
            f"(capture {row['id']})",
            RESTORE_FILE,
        )


def _reference_faults(path: Path, found: Found, ids: RecordIds) -> Iterator[Fault]:
    """What a browser made of an answer is worth no more than that answer, which stands before it."""
    exchange = found.record.exchange
    if exchange.record_type == "conversion" and exchange.refers_to not in ids:
        yield Fault(
            f"The answer that the rendered page at byte {found.place.offset} of {path} was made from "
            "is not in warc/",
            RESTORE_FILE,
        )
    if exchange.record_id:
        ids.add(exchange.record_id)


def _unread_faults(path: Path, row: Row) -> Iterator[Fault]:
    try:
        yield from _record_faults(path, read(path, row["warc_offset"]), row)
    except DamageError as error:
        yield Fault(f"{error.what} (capture {row['id']}, {row['url']})", RESTORE_FILE)
