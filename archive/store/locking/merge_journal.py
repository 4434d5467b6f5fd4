"""merge.json, beside archive.db: which bytes a merge puts into warc/ before the database knows them.

Without it, files that a merge left when it was cut off would pass for evidence that the database has lost.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from archive.store.archive import WARC, Archive, holds_database
from archive.store.durable import sync, sync_names
from archive.store.failures import told
from archive.store.locking import lock

FILE = "merge.json"
UNFINISHED = f"{FILE}.new"
"""The journal while it is written: until it has its name, nothing is copied."""
_TAKING_BACK = "what a merge left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """The state before a merge."""

    captures: int
    """How many the database had; a merge that came to its end has changed that."""
    ends: Mapping[str, int]
    """Up to which byte each file was known that it writes to; 0 for a new one."""


def begin(archive: Archive, ends: Mapping[str, int]) -> None:
    """Note what is about to be written, and wait until that is on the disk."""
    path = archive.directory / FILE
    beside = archive.directory / UNFINISHED
    journal = Journal(captures=archive.db.table("captures").count, ends=dict(ends))
    with told(path):
        with beside.open("w", encoding="utf-8") as out:
            json.dump(asdict(journal), out)
            sync(out)
        beside.replace(path)
        sync_names(path.parent)


def take_back(directory: Path) -> None:
    """Undo what a merge that was cut off has written to warc/; of one that came to its end, nothing.

    To be called under the lock of the whole archive, shared or not. Where archive.db is gone or was put back
    from a backup, everything stays: a rebuild takes it in.
    """
    path = directory / FILE
    if not left_in(directory):
        return
    with lock.wait(directory, _TAKING_BACK), told(path):
        if (journal := _read(directory)) and _captures(directory) == journal.captures:
            for name, end in journal.ends.items():
                _cut(directory / WARC / name, end)
        for left in left_in(directory):
            left.unlink(missing_ok=True)


def left_in(directory: Path) -> list[Path]:
    """Return the journal and its beginning, whichever is there; of use to a merge that is going on only."""
    with told(directory):
        return [path for name in (FILE, UNFINISHED) if (path := directory / name).exists()]


def under_way(archive: Archive) -> frozenset[str]:
    """Return the files to which a merge writes, or wrote before it was cut off; none once it has its end."""
    journal = _read(archive.directory)
    if journal is None or journal.captures != archive.db.table("captures").count:
        return frozenset()
    return frozenset(journal.ends)


def _read(directory: Path) -> Journal | None:
    path = directory / FILE
    with told(path):
        return Journal(**json.loads(path.read_text("utf-8"))) if path.exists() else None


def _captures(directory: Path) -> int | None:
    if not holds_database(directory):
        return None
    with Archive.open_read_only(directory) as archive:
        return archive.db.table("captures").count


def _cut(path: Path, end: int) -> None:
    if end == 0:
        path.unlink(missing_ok=True)
    elif path.exists() and path.stat().st_size > end:
        os.truncate(path, end)
