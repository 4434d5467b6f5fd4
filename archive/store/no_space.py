"""Which place is full when SQLite says that one is: it doesn't tell a database from its temporary files.

Those are gone again when the error arrives, so it can't be seen any more which of both had no room. Nothing
is written to find out: there is no room for it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from archive.errors import MachineError

FREE_SPACE = "Free some space and run the same command again; nothing that was saved is lost"

_NAMED_BY = ("SQLITE_TMPDIR", "TMPDIR")
_USUAL = ("/var/tmp", "/usr/tmp", "/tmp", ".")


def temporary_directory() -> Path:
    """Return where SQLite puts its temporary files, by its own rules; whether there is room is not asked."""
    named = (os.environ.get(name, "") for name in _NAMED_BY)
    places = map(Path, filter(None, (*named, *_USUAL)))
    fit = (place for place in places if os.access(place, os.W_OK | os.X_OK) and place.is_dir())
    return next(fit, Path())


def no_space(where: object) -> MachineError:
    """Return the error that names `where`, a path; and the temporary files too, if they have another disk."""
    try:
        rooms = _two_rooms(where, temporary_directory()) if isinstance(where, Path) else None
    except OSError:
        # A place that can't be looked at must not hide what happened.
        rooms = None
    if rooms is None:
        return MachineError(f"No space left for {where}", remedy=FREE_SPACE)
    return MachineError(f"No space left for {rooms}", remedy=f"Free some space there, {_elsewhere()}")


def refused_temporary_files(error: sqlite3.DatabaseError) -> MachineError:
    """Return the error that names the directory in which SQLite could not write, where that is known."""
    directory = temporary_directory()
    place = f"the temporary files in {directory}"
    if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
        what, remedy = f"No space left for {place} ({_free(directory)})", "Free some space there"
    else:
        what, remedy = f"The machine refused {place} ({error})", "Raise the limits (`ulimit -f`, a quota)"
    return MachineError(what, remedy=f"{remedy}, {_elsewhere()}")


def _elsewhere() -> str:
    variable = next((name for name in _NAMED_BY if os.environ.get(name)), _NAMED_BY[-1])
    return (
        f"or name a roomier directory for temporary files with {variable}=DIR, "
        "and run the same command again; nothing that was saved is lost"
    )


def _two_rooms(where: Path, temporary: Path) -> str | None:
    """None where both are on one disk."""
    if _device(where) == _device(temporary):
        return None
    return f"{where} ({_free(where)}) or for temporary files in {temporary} ({_free(temporary)})"


def _device(path: Path) -> int:
    """Of the directory: some file systems give a file the number of another one."""
    return _nearest(path).stat().st_dev


def _free(path: Path) -> str:
    return f"{shutil.disk_usage(_nearest(path)).free // 2**20:,} MB free now"


def _nearest(path: Path) -> Path:
    """The directory in which a file is, or is to be."""
    return next(place for place in (path, *path.absolute().parents) if place.is_dir())
