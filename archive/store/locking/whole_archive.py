"""The lock of the whole archive, and what work that was cut off left: whoever gets the lock clears it away.

Nobody else can be at that work then, since it is done by one who holds the lock alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.store.locking import lock, merge_journal, side_files


@contextmanager
def alone(directory: Path) -> Iterator[None]:
    """Hold the archive alone; `LockedError` at once while a run writes to it."""
    with lock.hold(directory, lock.WHOLE_ARCHIVE):
        _clear(directory)
        yield


@contextmanager
def shared(directory: Path) -> Iterator[None]:
    """Hold the archive together with other runs; `LockedError` at once while somebody holds it alone."""
    with lock.share(directory, lock.WHOLE_ARCHIVE):
        _clear(directory)
        yield


def _clear(directory: Path) -> None:
    side_files.clear(directory)
    merge_journal.take_back(directory)
