"""The archive that is taken in: a copy of its database as it is at one moment, and its files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from archive.errors import CallError, NewerArchiveError
from archive.store import runs
from archive.store.archive import Archive, open_database
from archive.store.connection import database
from archive.store.failures import told
from archive.store.locking.side_files import OTHER, side_file


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
def opened(source: Path, target: Path) -> Iterator[Archive]:
    """Yield `source` with a copy of its database, which is `target` / `OTHER` for as long as it is needed.

    An older one is upgraded in the copy, and its open runs are closed there: what a crawl commits later is
    not known to it.
    """
    with side_file(target, OTHER) as path:
        with Archive.open_read_only(source) as archive, told(path), closing(sqlite3.connect(path)) as copy:
            archive.db.conn.backup(copy)
        with closing(open_database(path).conn) as conn:
            db = database(conn)
            for (site,) in db.execute("SELECT DISTINCT site FROM runs WHERE finished_at IS NULL").fetchall():
                runs.interrupt_dead_runs(db, site)
            yield Archive(source, db)
