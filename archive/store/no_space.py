"""Which place is full when SQLite says that one is: it doesn't tell a database from its temporary files.

Those are gone again when the error arrives. So the one of both places that has less room is named, and how
much it has.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from archive.errors import MachineError

FREE_SPACE = "Free some space and run the same command again; nothing that was saved is lost"

_NAMED_BY = ("SQLITE_TMPDIR", "TMPDIR")
_USUAL = ("/var/tmp", "/usr/tmp", "/tmp", ".")


def no_space(where: object) -> MachineError:
    """Return the error that names the full place: `where`, a path, or the directory for temporary files."""
    temporary = min(_temporary_directories(), key=_free)
    if not isinstance(where, Path) or _free(temporary) >= _free(where):
        return MachineError(f"No space left for {where}", remedy=FREE_SPACE)
    variable = next((name for name in _NAMED_BY if os.environ.get(name)), _NAMED_BY[-1])
    return MachineError(
        f"No space left for temporary files in {temporary} ({_free(temporary) // 2**20:,} MB free) "
        f"while working on {where}",
        remedy=f"Free some space there, or name a roomier directory with {variable}=DIR, and run the same "
        "command again; nothing that was saved is lost",
    )


def _temporary_directories() -> Iterator[Path]:
    """Where SQLite puts its files, by its own rules, and where Python does."""
    named = (os.environ.get(name, "") for name in _NAMED_BY)
    places = map(Path, filter(None, (*named, *_USUAL)))
    yield next(place for place in places if place.is_dir() and os.access(place, os.W_OK | os.X_OK))
    yield Path(tempfile.gettempdir())


def _free(path: Path) -> int:
    """Bytes that are free where a file is, or is to be."""
    nearest = next(place for place in (path, *path.absolute().parents) if place.exists())
    return shutil.disk_usage(nearest).free
