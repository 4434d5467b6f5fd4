"""A limit of time for everything that one page asks of the database."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import Final, TypeVar

from archive.errors import CallError

SECONDS: Final = 5.0
"""Of computing, far above what any page needs: it ends only what would keep all other readers waiting.

Time that a page itself waits, for the readers before it or for a disk, is not counted as long as it is less
than `WAITING` seconds: with twenty readers at once, an honest page may wait for long.
"""
WAITING: Final = 60.0
_INSTRUCTIONS = 10_000
"""Steps of SQLite between two looks at the clock."""

Page = TypeVar("Page")


class TooSlowError(CallError):
    """A page took longer than `SECONDS` or `WAITING`."""


def in_budget(read: Callable[[sqlite3.Connection], Page]) -> Callable[[sqlite3.Connection], Page]:
    """Return `read` with a time limit; past it, the call raises `TooSlowError`."""

    def limited(conn: sqlite3.Connection) -> Page:
        spent, latest = time.thread_time() + SECONDS, time.monotonic() + WAITING
        conn.set_progress_handler(
            lambda: time.thread_time() > spent or time.monotonic() > latest, _INSTRUCTIONS
        )
        try:
            return read(conn)
        except sqlite3.OperationalError as error:
            if str(error) != "interrupted":
                raise
            raise TooSlowError("This takes too long", remedy="Ask for fewer or longer words") from error
        finally:
            conn.set_progress_handler(None, 0)

    return limited
