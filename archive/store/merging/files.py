"""WARC files of another archive beside our own, byte for byte.

A file keeps its name, which holds a random word and so is given once; records refer to others by file name
and byte. A name that both archives have is a copy, of which one may have grown since.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.durable import sync_names
from archive.store.failures import told
from archive.store.locking import merge_journal
from archive.store.progress import Progress
from archive.store.run_files.warc_files import ends
from archive.store.warc.copying import copy_up_to, opened_evidence

_DIFFERENT = """
SELECT theirs.warc_file, theirs.warc_offset FROM main.captures AS theirs
JOIN ours.captures AS our USING (warc_file, warc_offset)
WHERE theirs.url <> our.url OR theirs.captured_at <> our.captured_at
OR theirs.payload_digest <> our.payload_digest LIMIT 1
"""


def missing_ends(ours: Archive, source: Archive) -> dict[str, tuple[int, int]]:
    """Return from and up to which byte each file is to be copied: what we have of it, and what they have."""
    known = ends(ours.db)
    return {
        name: (known.get(name, 0), end) for name, end in ends(source.db).items() if end > known.get(name, 0)
    }


def require_copies(source: Archive) -> None:
    """Raise `DamageError` where files of one name differ; `ours` is attached to the source."""
    for name, offset in source.db.execute(_DIFFERENT):
        raise DamageError(
            f"{source.warc_directory / name} and the file of this name here differ at byte {offset}",
            remedy="Run `campaign-archive check` on both archives; what is sound in the file goes in with "
            "`campaign-archive import FILE`",
        )


def copy_files(
    ours: Archive, source: Archive, pieces: Mapping[str, tuple[int, int]], progress: Progress
) -> None:
    """Copy the files, or what our copies of them lack, and wait until all of it is on the disk.

    `progress` is told how many bytes of how many are copied.
    """
    merge_journal.begin(ours, {name: start for name, (start, _) in pieces.items()})
    done, total = 0, sum(end - start for start, end in pieces.values())
    for name, (start, end) in pieces.items():
        path = ours.warc_directory / name
        with told(path):
            _copy(source.warc_directory / name, path, start, end)
        done += end - start
        progress(done, total)
    with told(ours.warc_directory):
        sync_names(ours.warc_directory)


def _copy(original: Path, copy: Path, start: int, end: int) -> None:
    with opened_evidence(original, end) as theirs, copy.open("r+b" if start else "wb") as out:
        theirs.seek(start)
        out.seek(start)
        copy_up_to(end - start, theirs, out)
