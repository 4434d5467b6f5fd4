"""The data directory: archive.db, warc/ and locks/. To write, a frozen copy is not opened: `CallError`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from archive.errors import CallError, DamageError
from archive.store import schema
from archive.store.connection import connect, database, immediate
from archive.store.failures import told
from archive.store.frozen import require_not_frozen
from archive.store.locking import lock

DATABASE = "archive.db"
WARC = "warc"
BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite adds to a database's name for the files that it keeps beside it."""


class Archive:
    """An open archive. Use as a context manager, or call `close`."""

    def __init__(self, directory: Path, db: Database) -> None:
        self.directory = directory
        self.db = db

    @classmethod
    def create(cls, directory: Path) -> Self:
        """Make an archive in `directory`, or open the one that is there already.

        `DamageError` where its database is lost: beside a new one its evidence would go unnoticed.
        """
        require_not_frozen(directory)
        path = directory / DATABASE
        with told(directory):
            (directory / WARC).mkdir(parents=True, exist_ok=True)
        if not holds_database(directory):
            _make(path)
        return cls(directory, open_database(path))

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open an existing archive for reading and writing; an older one is upgraded in place."""
        require_not_frozen(directory)
        return cls(directory, open_database(_existing(directory)))

    @classmethod
    def open_read_only(cls, directory: Path) -> Self:
        """Open an existing archive; any attempt to write fails."""
        path = _existing(directory)
        reading = f"{path.absolute().as_uri()}?mode=ro"
        with told(path), _closing_on_failure(connect(reading, uri=True)) as db:
            _require_ours(db, path)
        return cls(directory, db)

    @property
    def database_path(self) -> Path:
        """The SQLite file."""
        return self.directory / DATABASE

    @property
    def warc_directory(self) -> Path:
        """Where the WARC files stand."""
        return self.directory / WARC

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """Write within one transaction, alone; all of it is kept or nothing."""
        with told(self.database_path), immediate(self.db):
            yield self.db

    def close(self) -> None:
        """Close the database; files are safe before this."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def holds_database(directory: Path) -> bool:
    """Tell whether archive.db is there; an empty file, which a full disk or a power cut leaves, is none."""
    path = directory / DATABASE
    with told(directory):
        return path.exists() and (path.is_dir() or path.stat().st_size > 0)


def give_name(database: Path, path: Path) -> None:
    """Let a database that is finished take the name of one that is lost.

    What SQLite kept beside the lost one goes: it would be read as a part of the new one, and damage it.
    """
    for ending in BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    database.replace(path)


def _make(path: Path) -> None:
    """Make the database beside `path`; it gets its name when it is whole, so nobody opens half of one."""
    beside = path.with_name(f"{path.name}.new")
    with lock.wait(path.parent, "the beginning of the archive"), told(path):
        if holds_database(path.parent):
            return
        _require_no_evidence(path)
        for left in path.parent.glob(f"{beside.name}*"):
            left.unlink()
        open_database(beside).close()
        give_name(beside, path)


def _require_no_evidence(path: Path) -> None:
    files = sum(file.stat().st_size > 0 for file in (path.parent / WARC).glob("*.warc.gz"))
    if files:
        raise DamageError(
            f"{path} is not there or empty, though {WARC}/ holds evidence ({files} files)",
            remedy="Put archive.db back from a backup, or run `campaign-archive rebuild`: it makes a new one",
        )


def open_database(path: Path) -> Database:
    """Open the database at `path` for writing, made new or upgraded where needed."""
    with told(path), _closing_on_failure(connect(str(path))) as db:
        db.execute("PRAGMA journal_mode = WAL")
        with immediate(db):
            if schema.require_known(db, path) == 0 and not db.table_names():
                schema.create(db)
            _require_ours(db, path)
            schema.upgrade(db, path)
    return db


@contextmanager
def _closing_on_failure(conn: sqlite3.Connection) -> Iterator[Database]:
    try:
        yield database(conn)
    except BaseException:
        conn.close()
        raise


def _existing(directory: Path) -> Path:
    path = directory / DATABASE
    if holds_database(directory) and path.is_file():
        return path
    lack = "is empty" if path.is_file() else "is not there"
    raise CallError(
        f"There is no archive in {directory} ({DATABASE} {lack})",
        remedy="Name its directory with --data DIR (the demo's is data/demo), or begin one with "
        "`crawl` or `import`; if warc/ is still there, `rebuild` makes the database again",
    )


def _require_ours(db: Database, path: Path) -> None:
    """Other programs number their schemas too, so the number alone says nothing."""
    if schema.require_known(db, path) == 0 or not db.table("captures").exists():
        raise CallError(
            f"{path} is a SQLite database, but no campaign archive",
            remedy="Name another directory with --data DIR",
        )
