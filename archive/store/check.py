"""Is the archive sound? Database, search index, evidence and frontier against each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from archive.search import index
from archive.store.archive import DATABASE, Archive
from archive.store.check_evidence import evidence_faults
from archive.store.check_rows import row_faults
from archive.store.failures import told
from archive.store.fault import RESTORE_DATABASE, Fault
from archive.store.progress import Progress, unseen

__all__ = ["Fault", "check"]


def check(directory: Path, *, progress: Progress = unseen) -> tuple[Fault, ...]:
    """Return all that is wrong with the archive in `directory`; nothing is changed.

    `progress` is told how many captures of how many are verified. What a run that is going on has not
    committed yet is no fault. A copy of the database is made in the directory for temporary files (TMPDIR).
    Raises `DamageError` when the database can't be opened at all.
    """
    path = directory / DATABASE
    with told(path), Archive.open_read_only(directory) as archive, _still(archive) as still:
        # Of a database that SQLite itself can't read, nothing else can be said.
        return tuple(_damaged_pages(still)) or (
            *_dangling_rows(still),
            *_index_faults(still),
            *row_faults(still),
            *evidence_faults(still, progress),
        )


@contextmanager
def _still(archive: Archive) -> Iterator[Archive]:
    """The archive as it is at one moment: a crawl may write meanwhile, and SQLite's index test writes too."""
    with TemporaryDirectory() as place, closing(sqlite3.connect(Path(place) / DATABASE)) as copy:
        archive.db.conn.backup(copy)
        yield Archive(archive.directory, Database(copy))


def _damaged_pages(archive: Archive) -> Iterator[Fault]:
    for (message,) in archive.db.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield Fault(f"{archive.database_path} is damaged: {message}", RESTORE_DATABASE)


def _dangling_rows(archive: Archive) -> Iterator[Fault]:
    for table, row_id, other, _ in archive.db.execute("PRAGMA foreign_key_check"):
        yield Fault(f"Row {row_id} of {table} refers to a row of {other} that is missing", RESTORE_DATABASE)


def _index_faults(archive: Archive) -> Iterator[Fault]:
    for fault in index.check(archive.db.conn):
        yield Fault(fault, "Run `campaign-archive rebuild --index`")
