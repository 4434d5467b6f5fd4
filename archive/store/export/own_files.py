"""The files that an archive consists of: none of them is written over by a copy or a list of results."""

from __future__ import annotations

from pathlib import Path

from archive.errors import CallError
from archive.store import frozen, tombstones
from archive.store.archive import DATABASE, WARC
from archive.store.corrections import CORRECTIONS_FILE
from archive.store.locking import merge_journal
from archive.store.locking.lock import LOCKS

_FOLDERS = (WARC, LOCKS)
_FILES = (CORRECTIONS_FILE, frozen.FILE, tombstones.FILE, merge_journal.FILE, merge_journal.UNFINISHED)


def require_other_place(directory: Path, target: Path) -> None:
    """Raise `CallError` where `target` is among the own files of the archive in `directory`."""
    place, archive = target.resolve(), directory.resolve()
    if place == archive or not place.is_relative_to(archive):
        return
    first = place.relative_to(archive).parts[0]
    if first in _FOLDERS or first in _FILES or first.startswith(DATABASE):
        raise CallError(
            f"{target} is where the archive in {directory} keeps its own files",
            remedy="Name a file or directory elsewhere",
        )
