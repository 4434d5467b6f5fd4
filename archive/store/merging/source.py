"""The archive that is taken in: a copy of its database as it is at one moment, and its files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.errors import CallError, NewerArchiveError
from archive.store import runs, tombstones
from archive.store.archive import WARC, Archive, database, open_database
from archive.store.failures import told
from archive.store.locking.side_files import OTHER, side_file
from archive.store.removal import addresses_of
from archive.store.rows import value
from archive.store.tombstones import Tombstone


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Another archive; nothing is written to it."""

    directory: Path
    path: Path
    """The copy of its database, with today's tables."""
    db: Database
    removed: tuple[Tombstone, ...]

    @property
    def warc_directory(self) -> Path:
        """Where its WARC files stand."""
        return self.directory / WARC


def require_other(source: Path, target: Path) -> None:
    """Refuse what can't be taken into `target`, before anything is written there.

    Raises `CallError` where `source` is no archive or is `target` itself, `NewerArchiveError` where a newer
    program wrote it, `DamageError` where its database can't be opened.
    """
    if target.exists() and target.samefile(source):
        raise CallError(
            f"{source} can't be taken into itself", remedy="Name the other archive, and --data for this one"
        )
    try:
        with Archive.open_read_only(source):
            pass
    except NewerArchiveError as error:
        remedy = "Update campaign-archive here, then import it again"
        raise NewerArchiveError(error.what, remedy=remedy) from error
    except CallError as error:
        raise CallError(error.what, remedy="Name the data directory of another archive") from error


@contextmanager
def opened(source: Path, target: Path) -> Iterator[Source]:
    """Copy the database of `source` into the directory `target` for as long as it is needed.

    An older one is upgraded in the copy, and its open runs are closed there: what a crawl commits later is
    not known to it.
    """
    with side_file(target, OTHER) as path:
        _copy(source, path)
        with closing(open_database(path).conn) as conn:
            db = database(conn)
            _end_runs(db)
            yield Source(directory=source, path=path, db=db, removed=_removed(db, source))


def _copy(source: Path, path: Path) -> None:
    with Archive.open_read_only(source) as archive, told(path), closing(sqlite3.connect(path)) as copy:
        archive.db.conn.backup(copy)


def _end_runs(db: Database) -> None:
    for (site,) in db.execute("SELECT DISTINCT site FROM runs WHERE finished_at IS NULL").fetchall():
        runs.interrupt_dead_runs(db, site)


def _removed(db: Database, source: Path) -> tuple[Tombstone, ...]:
    """Those that the file names, and those that an older program noted in the database alone."""
    found = tombstones.read(source)
    named = {one.url for one in found}
    for row in db.query("SELECT url, why, removed_at FROM removals"):
        if row["url"] not in named:
            found.append(Tombstone(**row, addresses=()))
    return tuple(found)


def addresses_at(db: Database, url: str) -> tuple[str, ...]:
    """Return the addresses of the article at `url`; none where there is no such article."""
    article_id = value(db, "SELECT id FROM articles WHERE url = ?", [url])
    return addresses_of(db, article_id) if article_id else ()
