"""Connections to SQLite as the archive needs them, and transactions that never have to be retried."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

BUSY_SECONDS = 60
"""How long a writer waits for another one's transaction; each is over within milliseconds."""
CACHE_KIB = 4 * 1024
"""Pages that a connection keeps in memory: more than one text changes, all over the indexes. A crawl has a
connection for each of its sites; and a greater cache saves none of its time."""
CHECKPOINT_PAGES = 4000
"""Pages in the write-ahead log (16 MB) before they go into the database. Most texts change the same pages of
the indexes, and a page that was written forty times goes there once."""


def connect(target: str, *, uri: bool = False) -> sqlite3.Connection:
    """Return a connection as every writer of the archive needs it: no implicit transactions, all durable."""
    conn = sqlite3.connect(target, timeout=BUSY_SECONDS, isolation_level=None, uri=uri)
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    conn.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    conn.execute("PRAGMA foreign_keys = ON")
    return conn


def database(conn: sqlite3.Connection) -> Database:
    """Return a connection as a database that no plugin of sqlite-utils, ours or another, has changed."""
    return Database(conn, execute_plugins=False)


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """One transaction that holds the write lock from its beginning, so that it never has to be retried."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise
