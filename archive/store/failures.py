"""What the machine and SQLite say, told as our own errors."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from archive.errors import ArchiveError, DamageError, LockedError, MachineError
from archive.store.no_space import FREE_SPACE, no_space, refused_temporary_files

UNFIT = (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError, ValueError, OverflowError)
"""What SQLite raises on a value that no column takes: a lone surrogate, a word for a number."""

NO_TEXT = "its text could not be made"
"""So begins the reason in the frontier of a page that was kept but gave no article."""

_NO_ROOM_BESIDE = {sqlite3.SQLITE_READONLY_CANTINIT, sqlite3.SQLITE_READONLY_DIRECTORY}
"""What SQLite says of reading, too: it may not make the files that it keeps beside a database."""

_OF_WRITING = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def text_failure(error: Exception) -> str:
    """Return why a page that was kept gave no article, for the frontier."""
    cause = str(error) if isinstance(error, ArchiveError) else f"{type(error).__name__}: {error}"
    return f"{NO_TEXT}: {cause}"


def is_of_text(error: Exception) -> bool:
    """Whether a text may be to blame, or a rule that it breaks: neither the machine nor the archive is."""
    of_machine = isinstance(error, (ArchiveError, MemoryError, sqlite3.Error))
    return not of_machine or isinstance(error, UNFIT)


@contextmanager
def told(where: object) -> Iterator[None]:
    """Turn errors of the file system and of SQLite at `where` (a path) into `ArchiveError`."""
    try:
        yield
    except OSError as error:
        raise _of_machine(error, where) from error
    except sqlite3.DatabaseError as error:
        told_as = _of_sqlite(error, where)
        if told_as is None:
            raise
        raise told_as from error


@contextmanager
def temporary_files_told() -> Iterator[None]:
    """Turn what SQLite says of writing into `MachineError`, where all that is written is temporary.

    What it says of reading stays as it is, for whoever knows what was read.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) not in _OF_WRITING:
            raise
        raise refused_temporary_files(error) from error


def _of_machine(error: OSError, where: object) -> ArchiveError:
    if error.errno in _FULL:
        return MachineError(f"No space left for {where} ({error.strerror})", remedy=FREE_SPACE)
    return MachineError(
        f"The machine refused {where} ({error.strerror or error})",
        remedy="Check that the directory exists and may be read and written by you",
    )


def _of_sqlite(error: sqlite3.DatabaseError, where: object) -> ArchiveError | None:
    """None for what the machine is not to blame for: a mistake in our SQL, a value that a column refuses."""
    code = getattr(error, "sqlite_errorcode", 0)
    match sqlite3.SQLITE_CANTOPEN if code in _NO_ROOM_BESIDE else code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return no_space(where)
        case sqlite3.SQLITE_CANTOPEN:
            return MachineError(
                f"{where} can't be opened ({error}): while it is read, SQLite keeps two files beside it",
                remedy="Check that you may read it, and write in its directory; on a disk that is read only, "
                "serve and search a copy that `campaign-archive export --frozen DIR` has made",
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return MachineError(
                f"The machine refused {where} ({error})",
                remedy="Check free space and your right to write there, then run the same command again; "
                "nothing that was saved is lost",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedError(
                f"{where} is in use by another program ({error})", remedy="Run the same command again later"
            )
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DamageError(
                f"{where} is not a sound SQLite database ({error})",
                remedy="Move it away, and with it the files of its name that end in -wal and -shm; then run "
                "`campaign-archive rebuild`: it makes a new one from warc/",
            )
    return None
