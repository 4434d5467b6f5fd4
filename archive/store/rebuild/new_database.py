"""A database that is built beside the old one, out of the captures, and takes its place when it is whole.

The place is taken in one transaction at the very end: a server that reads meanwhile is not disturbed, and
work that is cut off leaves the old database as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from archive.errors import DamageError
from archive.store import schema
from archive.store.archive import DATABASE, WARC, Archive, give_name, holds_database
from archive.store.connection import connect, database
from archive.store.corrections import read_corrections, take_over
from archive.store.durable import sync, sync_names
from archive.store.failures import told
from archive.store.locking.side_files import UNFINISHED, side_file
from archive.store.progress import Progress
from archive.store.rebuild.replay import Replay
from archive.store.rebuild.side_by_side import SideBySide
from archive.store.rebuild.waiting_captures import WaitingCaptures
from archive.store.rows import value

_HAS = "SELECT 1 FROM articles WHERE url = ?"
_HAS_OR_REMOVED = f"{_HAS} UNION ALL SELECT 1 FROM removals WHERE url = ?"


@contextmanager
def built_beside(directory: Path) -> Iterator[Database]:
    """Yield an empty database with all tables; it takes the old one's place if the block ends well.

    To be called under the lock of the whole archive.
    """
    with side_file(directory, UNFINISHED) as path:
        with told(path), closing(sqlite3.connect(path, isolation_level=None)) as conn:
            # Nobody reads this file before it is finished, so it is written without waiting for the disk.
            conn.execute("PRAGMA synchronous = OFF")
            conn.execute("PRAGMA journal_mode = MEMORY")
            db = database(conn)
            schema.create(db)
            yield db
        _install(path, directory / DATABASE)


def derive(
    db: Database, directory: Path, reader: SideBySide, captures: WaitingCaptures, progress: Progress
) -> Replay:
    """Make every derived row of `captures`, in their order, with the corrections of `directory`.

    Within a transaction of the caller. `progress` is told of the captures first; then the texts that the
    lines of their hosts are taken from count as well.
    """
    take_over(db, read_corrections(directory))
    replay = Replay(db, directory / WARC, reader.rules_of)
    read = len(captures)
    with closing(reader.read(captures)) as readings:
        for done, (row, reading) in enumerate(readings, start=1):
            replay.save(row, reading)
            progress(done, read)
    replay.finish(lambda done, total: progress(read + done, read + total))
    return replay


def require_all_articles(db: Database, old: Path, replay: Replay) -> None:
    """Refuse to give up an article because of an error; better rules may find that there was none."""
    if not replay.failed_urls:
        return
    with told(old), closing(sqlite3.connect(old)) as before:
        had = [url for url in sorted(replay.failed_urls) if before.execute(_HAS, [url]).fetchone()]
    for url in had:
        if not value(db, _HAS_OR_REMOVED, [url, url]):
            raise DamageError(
                f"The new database would lose the article {url}: {replay.failed_urls[url]}",
                remedy="The archive is as it was; undo the change of rules or program that brought the error",
            )


def _install(path: Path, target: Path) -> None:
    """Put the new database in the place of the old one.

    Not by renaming: a program that has the old file open would go on writing its log beside the new one.
    """
    with told(target):
        if not holds_database(target.parent):
            with path.open("rb+") as new_file:
                sync(new_file)
            give_name(path, target)
            sync_names(target.parent)
            Archive.open(target.parent).close()
            return
        with closing(connect(str(path))) as new, closing(connect(str(target))) as old:
            new.backup(old)
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
