"""What a run that died in the middle of a record left behind, and what must not be taken for that.

A record counts once its row in `captures` is committed. Behind the last such record a dead run leaves at most
one more, torn or whole, since each is committed before the next is written. That much is moved aside; whole
records that can't come from there are evidence that this database doesn't know, and stay where they are.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.durable import sync, sync_names
from archive.store.failures import told
from archive.store.run_files.warc_files import end_of, is_newest_of_open_run, names_of, site_in
from archive.store.warc.members import Hole
from archive.store.warc.reader import WITHOUT_BACKUP, Found, head_of, read_all

ASIDE = ".torn"
"""So end the names of files that hold what was moved aside."""

TAKE_IN = "Run `campaign-archive rebuild`: it takes them in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What stands in a WARC file behind the last record that the database knows."""

    start: int
    length: int
    records: int
    """Whole records of evidence."""
    holes: tuple[Hole, ...]
    is_of_open_run: bool
    """The newest file of a run that has not ended, or not orderly: its older ones were complete."""

    @property
    def is_unknown_evidence(self) -> bool:
        """It holds more than a run that died can have left."""
        return self.records > (1 if self.is_of_open_run else 0)


def tail_of(archive: Archive, warc_file: str) -> Tail:
    """Return what stands behind the last known record of a file."""
    path, start = archive.warc_directory / warc_file, end_of(archive.db, warc_file)
    records, holes = 0, []
    for piece in read_all(path, start):
        if isinstance(piece, Hole):
            holes.append(piece)
        else:
            records += 1
    return Tail(
        start=start,
        length=max(0, path.stat().st_size - start),
        records=records,
        holes=tuple(holes),
        is_of_open_run=is_newest_of_open_run(archive.db, warc_file),
    )


def clear_tails(archive: Archive, site: str) -> None:
    """Move aside what dead runs on a site left behind their last committed records.

    `DamageError` where a file is too short, or holds whole records that the database doesn't know: then
    archive.db is older than warc/, or was lost.
    """
    for path in _unknown_files(archive, site):
        records = sum(isinstance(piece, Found) for piece in read_all(path))
        if records:
            raise DamageError(unknown_records(path, 0, records), remedy=TAKE_IN)
    for name in names_of(archive.db, site):
        with told(archive.warc_directory / name):
            _clear_tail(archive, name)


def _unknown_files(archive: Archive, site: str) -> Iterator[Path]:
    """Yield the WARC files that were written for a site by a run that the database doesn't know."""
    known = {name for (name,) in archive.db.execute("SELECT name FROM warc_files")}
    directory = archive.warc_directory
    with told(directory):
        names = {path.name for path in directory.iterdir()} if directory.is_dir() else set[str]()
    # Sorted are these alone: every run looks for them, and each has left a file there.
    for name in sorted(names - known):
        path = directory / name
        # The name tells where the head is lost.
        if name.endswith(".warc.gz") and (head_of(path).get("isPartOf") or site_in(name)) == site:
            yield path


def unknown_records(path: Path, start: int, records: int) -> str:
    """Say that a file holds evidence behind byte `start` that the database doesn't know."""
    return f"{path} holds whole records ({records}) behind byte {start} that archive.db does not know"


def cut_own_tail(archive: Archive, warc_file: str) -> None:
    """Cut off the record that this very run has just failed to commit; it still has its bytes in memory."""
    path, end = archive.warc_directory / warc_file, end_of(archive.db, warc_file)
    with told(path):
        if path.exists() and path.stat().st_size > end:
            os.truncate(path, end)
        if end == 0:
            path.unlink(missing_ok=True)


def _clear_tail(archive: Archive, warc_file: str) -> None:
    path, end = archive.warc_directory / warc_file, end_of(archive.db, warc_file)
    size = path.stat().st_size if path.exists() else 0
    if size < end:
        raise DamageError(
            f"{path} has {size} bytes, but {end} were written to it",
            remedy=f"{WITHOUT_BACKUP}. `campaign-archive check` lists all damage",
        )
    if size > end:
        tail = tail_of(archive, warc_file)
        if tail.is_unknown_evidence:
            raise DamageError(unknown_records(path, end, tail.records), remedy=TAKE_IN)
        _move_aside(path, end)
    elif size == 0:
        path.unlink(missing_ok=True)


def _move_aside(path: Path, end: int) -> None:
    """The bytes are on the disk under their new name before they go from the old one."""
    aside = path.with_name(f"{path.name}.{end}{ASIDE}")
    if end == 0:
        path.rename(aside)
        return
    with path.open("rb") as original, aside.open("wb") as copy:
        original.seek(end)
        shutil.copyfileobj(original, copy)
        sync(copy)
    sync_names(path.parent)
    os.truncate(path, end)
