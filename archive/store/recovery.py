"""What a run that died in the middle of a record left behind.

A record counts once its row in `captures` is committed; bytes behind the last such record belong to none.
"""

from __future__ import annotations

import os

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.failures import told

_LAST_END = """
SELECT warc_offset + warc_length FROM captures WHERE warc_file = ? ORDER BY warc_offset DESC LIMIT 1
"""


def committed_end(archive: Archive, warc_file: str) -> int:
    """Return up to which byte a WARC file is accounted for; 0 if none of it is."""
    row = archive.db.execute(_LAST_END, [warc_file]).fetchone()
    return int(row[0]) if row else 0


def cut_tails(archive: Archive, site: str) -> None:
    """Cut all WARC files of a site behind their last committed record."""
    rows = archive.db.query("SELECT warc_file FROM runs WHERE site = ? AND warc_file IS NOT NULL", [site])
    for row in list(rows):
        cut_tail(archive, row["warc_file"])


def cut_tail(archive: Archive, warc_file: str) -> None:
    """Cut a WARC file behind its last committed record, and remove it if it has none."""
    path = archive.warc_directory / warc_file
    end = committed_end(archive, warc_file)
    with told(path):
        size = path.stat().st_size if path.exists() else 0
        if size < end:
            raise DamageError(
                f"{path} has {size} bytes, but {end} were written to it",
                remedy="Put the file back from a backup; `campaign-archive check` lists all damage",
            )
        if end == 0:
            path.unlink(missing_ok=True)
        elif size > end:
            os.truncate(path, end)
