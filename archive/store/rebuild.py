"""Making every derived row again from the WARC files, without network.

Sites, runs, frontier and the list of captures are copied from the old database, or, where there is none, made
from what the WARC files say of themselves. The new database is built beside the old one and takes its place
in one transaction at the very end: a server that reads meanwhile is not disturbed, and a rebuild that is cut
off leaves the old archive as it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.extract.rules import Rules
from archive.search import index
from archive.store import lock, runs, salvage, schema
from archive.store.archive import DATABASE, WARC, Archive, connect, immediate
from archive.store.clock import now
from archive.store.failures import told
from archive.store.progress import Progress, unseen
from archive.store.replay import Replay
from archive.store.side_by_side import Row, SideBySide

UNFINISHED = f"{DATABASE}.rebuild"
"""The new database while it is being built; a leftover of this name is of no use."""

_COPIED = ("sites", "runs", "frontier")

_CAPTURES = """
SELECT captures.*, runs.site FROM old.captures JOIN old.runs ON runs.id = captures.run_id ORDER BY captures.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild made."""

    articles: int
    captures: int
    failures: tuple[str, ...]
    """Captures that gave nothing because of an error, one sentence each."""


def rebuild(
    directory: Path,
    rules_of: Callable[[str], Rules],
    *,
    workers: int = 2,
    progress: Progress = unseen,
) -> Rebuilt:
    """Build the database of `directory` again; `rules_of` gives the reading rules of a site by its name.

    `progress` is told how many captures of how many are done. Raises `LockedError` while a crawl or an import
    runs, `DamageError` when a record in a WARC file is not intact; then nothing has changed.
    """
    with lock.hold(directory, lock.WHOLE_ARCHIVE), _unfinished(directory) as path:
        with told(path), closing(sqlite3.connect(path, isolation_level=None)) as conn:
            db = Database(conn)
            started_at = now()
            captures = _begin(db, directory)
            replay = Replay(db, directory / WARC, rules_of)
            with immediate(db):
                readings = SideBySide(directory / WARC, rules_of, workers).read(captures)
                for done, (row, reading) in enumerate(readings, 1):
                    replay.save(row, reading)
                    progress(done, len(captures))
                runs.note_rebuild(db, started_at, now(), replay.failures)
            articles = db.table("articles").count
        _install(path, directory / DATABASE)
    return Rebuilt(articles=articles, captures=len(captures), failures=tuple(replay.failures))


def rebuild_index(archive: Archive) -> None:
    """Make the search index again from the stored texts, as after a change of the fold or the tokens."""
    with lock.hold(archive.directory, lock.WHOLE_ARCHIVE), archive.transaction() as db:
        index.rebuild(db.conn)


@contextmanager
def _unfinished(directory: Path) -> Iterator[Path]:
    path = directory / UNFINISHED
    with told(path):
        path.unlink(missing_ok=True)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def _begin(db: Database, directory: Path) -> Sequence[Row]:
    """Make the tables, fill those that are not derived, and return the captures in their order."""
    # Nobody reads this file before it is finished, so it may be written without waiting for the disk.
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA journal_mode = MEMORY")
    schema.create(db)
    if not (directory / DATABASE).exists():
        return salvage.fill(db, directory / WARC)
    # Opening brings an older one to today's tables.
    Archive.open(directory).close()
    db.execute("ATTACH ? AS old", [str(directory / DATABASE)])
    for name in _COPIED:
        db.execute(f"INSERT INTO main.{name} SELECT * FROM old.{name} ORDER BY id")
    captures = list(db.query(_CAPTURES))
    db.execute("DETACH old")
    return captures


def _install(path: Path, target: Path) -> None:
    """Put the new database in the place of the old one.

    Not by renaming: a program that has the old file open would go on writing its log beside the new one.
    """
    with told(target):
        if not target.exists():
            path.replace(target)
            Archive.open(target.parent).close()
            return
        with closing(connect(str(path))) as new, closing(connect(str(target))) as old:
            new.backup(old)
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
