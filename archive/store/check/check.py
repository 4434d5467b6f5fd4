"""All checks of an archive, on a copy of its database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from archive.search import index
from archive.store import schema, tombstones
from archive.store.archive import DATABASE, Archive
from archive.store.check.catalogue import catalogue_findings
from archive.store.check.copies import copy_findings
from archive.store.check.evidence import evidence_findings
from archive.store.check.findings import REBUILD, RESTORE_DATABASE, Check, Fault, Finding, Remark
from archive.store.check.rows import row_findings
from archive.store.check.texts import text_findings
from archive.store.connection import database
from archive.store.failures import temporary_files_told, told
from archive.store.locking import lock, merge_journal
from archive.store.locking.side_files import left_in
from archive.store.no_space import temporary_directory
from archive.store.progress import Progress, unseen


def check(directory: Path, *, progress: Progress = unseen) -> Check:
    """Return all that is wrong with the archive in `directory`, and what else is to be known of it.

    Nothing is changed, so a copy that can't be written may be checked as well.

    `progress` is told how many captures of how many are verified. What a run that is going on has not
    committed yet is no fault, nor is what a run left that was cut off. A copy of the database is made in the
    directory for temporary files (`temporary_directory`).
    Raises `DamageError` when the database can't be opened at all.
    """
    path = directory / DATABASE
    with told(path), Archive.open_read_only(directory) as archive, _still(archive) as still:
        # Of a database that SQLite itself can't read, nothing else can be said.
        damaged = tuple(_damaged_pages(still))
        return _result(damaged or _findings(still, progress))


def _findings(still: Archive, progress: Progress) -> Iterator[Finding]:
    schema.upgrade(still.db, still.database_path)
    yield from _dangling_rows(still)
    yield from _removals_undone(still)
    yield from _index_findings(still)
    yield from row_findings(still)
    yield from text_findings(still)
    yield from catalogue_findings(still)
    yield from evidence_findings(still, progress)
    yield from copy_findings(still)
    yield from _left(still.directory)


def _result(findings: Iterable[Finding]) -> Check:
    found = tuple(findings)
    return Check(
        faults=tuple(one for one in found if isinstance(one, Fault)),
        remarks=tuple(one for one in found if isinstance(one, Remark)),
    )


@contextmanager
def _still(archive: Archive) -> Iterator[Archive]:
    """The archive as it is at one moment: a crawl may write meanwhile, and SQLite's index test writes too."""
    beside = temporary_directory()
    with told(beside):
        place = TemporaryDirectory(dir=beside)
    with place, temporary_files_told(), closing(sqlite3.connect(Path(place.name) / DATABASE)) as copy:
        archive.db.conn.backup(copy)
        yield Archive(archive.directory, database(copy))


def _damaged_pages(archive: Archive) -> Iterator[Fault]:
    with _without_virtual_tables(archive.db) as db:
        messages = [message for (message,) in db.execute("PRAGMA integrity_check")]
    for message in messages:
        if message != "ok":
            yield Fault(f"{archive.database_path} is damaged: {message}", RESTORE_DATABASE)


@contextmanager
def _without_virtual_tables(db: Database) -> Iterator[Database]:
    """Where SQLite 3.40 comes upon one of them first, it looks for no pages that belong to nothing.

    It leaves out all of the check that concerns a file as a whole once the first root page is 0. The tables
    in which they keep their rows are checked as all others.
    """
    db.execute("PRAGMA writable_schema = ON")
    db.execute("BEGIN")
    try:
        db.execute("DELETE FROM sqlite_master WHERE type = 'table' AND rootpage = 0")
        db.execute("PRAGMA writable_schema = RESET")
        yield db
    finally:
        db.execute("ROLLBACK")
        db.execute("PRAGMA writable_schema = RESET")


def _dangling_rows(archive: Archive) -> Iterator[Fault]:
    for table, row_id, other, _ in archive.db.execute("PRAGMA foreign_key_check"):
        yield Fault(f"Row {row_id} of {table} refers to a row of {other} that is missing", RESTORE_DATABASE)


def _removals_undone(archive: Archive) -> Iterator[Fault]:
    for one in tombstones.unknown_to(archive.db, tombstones.read(archive.directory)):
        yield Fault(f"{one.url} was removed on request, but archive.db does not know it", REBUILD)


def _left(directory: Path) -> Iterator[Remark]:
    """What a rebuild or a merge left; not what one needs that is going on, or has ended meanwhile."""
    found, journals = left_in(directory), merge_journal.left_in(directory)
    if lock.is_held(directory, lock.WHOLE_ARCHIVE):
        return
    for path in filter(Path.exists, found):
        yield Remark(
            f"{path} is what a rebuild left, or an import of another archive, that was cut off",
            "It may be deleted; whatever is written next deletes it",
        )
    for path in filter(Path.exists, journals):
        yield Remark(
            f"{path} is the journal of an import of another archive that was cut off",
            "Leave it there: whatever is written next takes back what was copied in part, and deletes it",
        )


def _index_findings(archive: Archive) -> Iterator[Finding]:
    again = "Run `campaign-archive rebuild --index`"
    if index.is_of_other_version(archive.db.conn):
        yield Remark("The search index was made by older rules, and can't be searched", again)
        return
    for fault in index.check(archive.db.conn):
        yield Fault(fault, again)
