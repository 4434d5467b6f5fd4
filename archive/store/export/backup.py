"""A consistent copy of an archive, also while a crawl writes to it.

The database is copied first, as it is at one moment; then of each WARC file what that database knows of. WARC
files only ever grow behind that point.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import rmtree

from archive.errors import CallError
from archive.store import copies, frozen, tombstones
from archive.store.archive import DATABASE, WARC, Archive
from archive.store.connection import database, immediate
from archive.store.corrections import CORRECTIONS_FILE
from archive.store.durable import sync, sync_names
from archive.store.export.own_files import require_other_place
from archive.store.failures import told
from archive.store.progress import Progress, unseen
from archive.store.run_files.warc_files import ends
from archive.store.warc.copying import copy_up_to, opened_evidence

_UNFINISHED = f"{DATABASE}.copying"


def backup(directory: Path, target: Path, *, progress: Progress = unseen) -> None:
    """Copy the archive in `directory` into the new or empty directory `target`.

    `progress` is told how many bytes of how many are copied. Of a copy that fails nothing stays; one that was
    killed has no archive.db, so that it can't be taken for a whole one. Raises `CallError` when there is
    something in `target` already, or `target` lies among the archive's own files.
    """
    _copy(directory, target, progress, is_frozen=False)


def freeze(directory: Path, target: Path, *, progress: Progress = unseen) -> None:
    """Copy the archive as `backup` does, into a form that is never written to again.

    Its database is one file, as small as can be, without a log beside it: it can be served from a disk that
    is read only. A mark in it keeps whatever would write away; a `backup` of it can be written to again.
    """
    _copy(directory, target, progress, is_frozen=True)


def _copy(directory: Path, target: Path, progress: Progress, *, is_frozen: bool) -> None:
    with Archive.open_read_only(directory) as archive, told(target):
        require_other_place(directory, target)
        _require_empty(target)
        (target / WARC).mkdir(parents=True)
        with _taken_back(target):
            copy_database = _vacuum_database if is_frozen else _copy_database
            known = copy_database(archive.db.conn, target / _UNFINISHED)
            _copy_files(archive.warc_directory, target / WARC, known, progress)
            _copy_tombstones(directory, target)
            _copy_corrections(directory, target)
            if is_frozen:
                frozen.mark(target)
            (target / _UNFINISHED).replace(target / DATABASE)
        sync_names(target)


@contextmanager
def _taken_back(target: Path) -> Iterator[None]:
    """Leave `target` empty when the copy fails: a full disk is free as before, and the same call works."""
    try:
        yield
    except BaseException:
        rmtree(target / WARC)
        for made in (tombstones.FILE, CORRECTIONS_FILE, frozen.FILE, _UNFINISHED, f"{_UNFINISHED}-journal"):
            (target / made).unlink(missing_ok=True)
        raise


def _copy_corrections(directory: Path, target: Path) -> None:
    """They are a person's work: without the file, the next run would take them for withdrawn."""
    if (directory / CORRECTIONS_FILE).exists():
        with (target / CORRECTIONS_FILE).open("xb") as copy:
            copy.write((directory / CORRECTIONS_FILE).read_bytes())
            sync(copy)


def _require_empty(target: Path) -> None:
    if (target / _UNFINISHED).exists():
        raise CallError(
            f"{target} holds a copy that was cut off, or is being made",
            remedy="Name a new directory, or delete this one if no other copy is running",
        )
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CallError(
            f"{target} is there already and is not an empty directory",
            remedy="Name a new directory for the copy",
        )


def _copy_database(source: sqlite3.Connection, path: Path) -> dict[str, int]:
    """Return up to which byte the copy knows of each WARC file."""
    with closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
        # Without a log beside it: so it can be read where nothing can be written.
        copy.execute("PRAGMA journal_mode = DELETE")
        return ends(copy)


def _vacuum_database(source: sqlite3.Connection, path: Path) -> dict[str, int]:
    """Return the same. No run will ever compare the texts that wait for that in a crawl which goes on."""
    source.execute("VACUUM INTO ?", [str(path)])
    with closing(sqlite3.connect(path, isolation_level=None)) as copy:
        with immediate(db := database(copy)):
            copies.catch_up(db)
        return ends(copy)


def _copy_tombstones(source: Path, target: Path) -> None:
    """Those that the copied database knows; one may have come after it."""
    found = tombstones.read(source)
    with closing(sqlite3.connect(target / _UNFINISHED)) as copy:
        later = tombstones.unknown_to(database(copy), found)
    if known := [one for one in found if one not in later]:
        tombstones.add(target, known)


def _copy_files(source: Path, target: Path, known: dict[str, int], progress: Progress) -> None:
    done, total = 0, sum(known.values())
    for name, end in known.items():
        with opened_evidence(source / name, end) as original, (target / name).open("xb") as copy:
            copy_up_to(end, original, copy)
        done += end
        progress(done, total)
    sync_names(target)
