"""Where every question to the index begins: is it one that this program reads?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from archive.search import index
from archive.search.plain_cursor import plain_cursor


@contextmanager
def current_index(db: sqlite3.Connection) -> Iterator[sqlite3.Cursor]:
    """Give a cursor of plain tuples; raises `CallError` when the index is not the one this program reads."""
    index.require_current(db)
    with plain_cursor(db) as cursor:
        yield cursor
