"""What SQLite says, told with what to do about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archive.errors import ArchiveError, DamageError, LockedError, MachineError
from archive.store.failures import told

PATH = Path("data/archive.db")


@pytest.mark.parametrize(
    ("code", "kind", "remedy"),
    [
        (sqlite3.SQLITE_CANTOPEN, MachineError, "--frozen"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, MachineError, "--frozen"),
        (sqlite3.SQLITE_READONLY_CANTINIT, MachineError, "--frozen"),
        (sqlite3.SQLITE_READONLY, MachineError, "your right to write there"),
        (sqlite3.SQLITE_IOERR_READ, MachineError, "Check free space"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LockedError, "later"),
        (sqlite3.SQLITE_CORRUPT_VTAB, DamageError, "campaign-archive rebuild"),
    ],
)
def test_a_failure_of_sqlite_is_told(code: int, kind: type[ArchiveError], remedy: str) -> None:
    error = sqlite3.OperationalError("refused")
    error.sqlite_errorcode = code
    with pytest.raises(kind, match=str(PATH)) as caught, told(PATH):
        raise error
    assert remedy in caught.value.remedy


def test_a_mistake_in_our_own_sql_is_not_the_machines() -> None:
    error = sqlite3.OperationalError("no such column")
    error.sqlite_errorcode = sqlite3.SQLITE_ERROR
    with pytest.raises(sqlite3.OperationalError), told(PATH):
        raise error
