"""Making every derived row again from the WARC files, without network.

Sites, runs, frontier and the list of captures are copied from the old database; of records that it doesn't
know, and where there is none, they are made from what the WARC files say of themselves. The new database is
built beside the old one and takes its place in one transaction at the very end: a server that reads meanwhile
is not disturbed, and a rebuild that is cut off leaves the old archive as it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from sqlite_utils import Database

from archive.errors import CallError, DamageError
from archive.extract.rules import Rules
from archive.search import index
from archive.store import lock, runs, salvage, schema, tombstones
from archive.store.archive import DATABASE, WARC, Archive, connect, immediate
from archive.store.clock import now
from archive.store.corrections import read_corrections, take_over
from archive.store.failures import told
from archive.store.holdings import count_holdings
from archive.store.progress import Progress, unseen
from archive.store.replay import Replay
from archive.store.side_by_side import SideBySide

UNFINISHED = f"{DATABASE}.rebuild"
"""The new database while it is being built; a leftover of this name is of no use."""

OnDamage: TypeAlias = Literal["refuse", "leave_out"]

_COPIED = ("sites", "runs", "warc_files", "frontier", "removals")

_WITHOUT_BACKUP = (
    "Put the file back from a backup; without one, `campaign-archive rebuild --leave-out-damage` "
    "makes an archive of all that is intact"
)

_CAPTURES = """
SELECT captures.*, runs.site, captures.url IN (SELECT url FROM old.articles) AS was_article
FROM old.captures JOIN old.runs ON runs.id = captures.run_id ORDER BY captures.id
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
    damage: OnDamage = "refuse",
    progress: Progress = unseen,
) -> Rebuilt:
    """Build the database of `directory` again; `rules_of` gives the reading rules of a site by its name.

    `damage` says what to do where archive.db is gone and a WARC file has a hole: `refuse`, or `leave_out`
    what can't be read and note it in the file's run.

    `progress` is told how many captures of how many are done. Raises `LockedError` while a crawl or an import
    runs, `DamageError` when a record in a WARC file is not intact, or an article would be lost through an
    error; then nothing has changed.
    """
    _require_something(directory)
    with lock.hold(directory, lock.WHOLE_ARCHIVE), _unfinished(directory) as path:
        with told(path), closing(sqlite3.connect(path, isolation_level=None)) as conn:
            # Nobody reads this file before it is finished, so it is written without waiting for the disk.
            conn.execute("PRAGMA synchronous = OFF")
            conn.execute("PRAGMA journal_mode = MEMORY")
            rebuilt = _fill(
                Database(conn), directory, SideBySide(directory / WARC, rules_of, workers), damage, progress
            )
        _install(path, directory / DATABASE)
    return rebuilt


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


def _require_something(directory: Path) -> None:
    if not (directory / DATABASE).exists() and not (directory / WARC).is_dir():
        raise CallError(
            f"There is neither {DATABASE} nor {WARC}/ in {directory}",
            remedy="Name the archive with --data DIR",
        )


def _fill(db: Database, directory: Path, reader: SideBySide, damage: OnDamage, progress: Progress) -> Rebuilt:
    started_at = now()
    schema.create(db)
    known = _copy(db, directory) if (directory / DATABASE).exists() else None
    removed = tombstones.read(directory)
    tombstones.apply(db, removed)
    found = _unknown_evidence(db, directory, known, damage)
    captures = (known or []) + found
    replay = Replay(db, directory / WARC, reader.rules_of)
    with immediate(db):
        take_over(db, read_corrections(directory))
        for done, (row, reading) in enumerate(reader.read(captures), start=1):
            replay.save(row, reading)
            progress(done, len(captures))
        if found:
            salvage.find_unvisited(db)
        tombstones.apply(db, removed)
        count_holdings(db)
        runs.note_rebuild(db, started_at, now(), replay.failures)
    _require_all_articles(db, directory / DATABASE, replay)
    articles = db.table("articles").count
    return Rebuilt(articles=articles, captures=len(captures), failures=tuple(replay.failures))


def _unknown_evidence(
    db: Database, directory: Path, known: Sequence[dict[str, Any]] | None, damage: OnDamage
) -> list[dict[str, Any]]:
    """Take in the captures that are not `known`, and return them in their order.

    Where no database says which records there were, nobody would notice what is missing: then a hole in a
    file is refused. Behind the records that the old database knows, nothing of it can be lost.
    """
    if known is None:
        salvage.require_files(directory / WARC)
    found = salvage.take_in(db, directory / WARC, known or ())
    if found.damage and known is None and damage == "refuse":
        first = found.damage[0]
        raise DamageError(first.what, remedy=_WITHOUT_BACKUP)
    return found.captures


def _require_all_articles(db: Database, old: Path, replay: Replay) -> None:
    """Refuse to give up an article because of an error; better rules may find that there was none."""
    if not old.exists() or not replay.failed_urls:
        return
    with told(old), closing(sqlite3.connect(old)) as before:
        had = {url for (url,) in before.execute("SELECT url FROM articles")}
    had -= {url for (url,) in db.execute("SELECT url FROM removals")}
    for url in sorted(had & replay.failed_urls):
        if not db.execute("SELECT 1 FROM articles WHERE url = ?", [url]).fetchone():
            reasons = [failure for failure in replay.failures if failure.startswith(f"{url} (")]
            raise DamageError(
                f"The rebuild would lose the article {url}: {reasons[-1]}",
                remedy="The archive is as it was; undo the change of rules or program that brought the error",
            )


def _copy(db: Database, directory: Path) -> list[dict[str, Any]]:
    """Copy what is not derived, and return the captures in their order."""
    old = directory / DATABASE
    # Opening brings an older one to today's tables.
    Archive.open(directory).close()
    with told(old):
        db.execute("ATTACH ? AS old", [str(old)])
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
            with path.open("rb+") as new_file:
                os.fsync(new_file.fileno())
            path.replace(target)
            Archive.open(target.parent).close()
            return
        with closing(connect(str(path))) as new, closing(connect(str(target))) as old:
            new.backup(old)
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
