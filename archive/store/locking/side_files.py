"""Files beside archive.db that long work needs until it ends; a process that is killed leaves them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.store.archive import BESIDE, DATABASE
from archive.store.failures import told

UNFINISHED = f"{DATABASE}.rebuild"
"""The new database while it is being built."""

WAITING = f"{DATABASE}.waiting"
"""The captures that it is to be made of."""

OTHER = f"{DATABASE}.other"
"""A copy of the database of an archive that is being taken in."""


@contextmanager
def side_file(directory: Path, name: str) -> Iterator[Path]:
    """Yield the path of a database that is not there yet, nor anything that was left of an earlier one.

    It goes when the block ends, with what SQLite keeps beside it. To be called under the lock of the whole
    archive, held alone.
    """
    path = directory / name
    _delete(path)
    try:
        yield path
    finally:
        _delete(path)


def left_in(directory: Path) -> list[Path]:
    """Return the files that are there; they are of no use where nobody holds the whole archive alone."""
    files = (path for name in (UNFINISHED, WAITING, OTHER) for path in _files_of(directory / name))
    with told(directory):
        return [path for path in files if path.exists()]


def clear(directory: Path) -> None:
    """Delete them; to be called under the lock of the whole archive, shared or not, before work begins."""
    for name in (UNFINISHED, WAITING, OTHER):
        _delete(directory / name)


def _delete(path: Path) -> None:
    with told(path):
        for file in _files_of(path):
            file.unlink(missing_ok=True)


def _files_of(path: Path) -> Iterator[Path]:
    yield from (path.with_name(path.name + ending) for ending in ("", *BESIDE))
