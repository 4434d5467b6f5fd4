"""The list as a ZIP of plain texts, for programs that count words.

manifest.csv              the table of `spreadsheet`, and in which file each text stands
texts/2010-06-12_<key>.txt  the clean body alone
export.json               what the file is; written last
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Generator
from typing import Final

from archive.reading.export.csv_table import write_table
from archive.reading.export.listing import Listing
from archive.reading.export.spreadsheet import ABOUT, SHOWN
from archive.reading.rows import Row

_COLUMNS: Final = ("file", *SHOWN, *ABOUT)
_NOT_IN_DATES: Final = re.compile(r"[^0-9-]")


def write_zip(listing: Listing) -> Generator[bytes]:
    """Yield the archive piece by piece; it can be read only when it is whole."""
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("manifest.csv", "w", force_zip64=True) as manifest:
            about = {**listing.head, "complete": "yes"}
            listed = ({"file": _name(row), **row, **about} for row in listing.rows())
            for line in write_table(_COLUMNS, listed):
                manifest.write(line)
                yield outlet.take()
        for row in listing.rows():
            archive.writestr(_name(row), row["body"])
            yield outlet.take()
        archive.writestr("export.json", json.dumps({**listing.head, "complete": True}, ensure_ascii=False))
    yield outlet.take()


def _name(row: Row) -> str:
    """Sorted by date; nothing that a site wrote gets into a file name."""
    date = _NOT_IN_DATES.sub("", (row["published_at"] or "")[:10]) or "undated"
    return f"texts/{date}_{row['key']}.txt"


class _Outlet(io.RawIOBase):
    """A file that can only be written to, and is emptied on its way."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = bytearray()

    def writable(self) -> bool:
        """It takes bytes."""
        return True

    def write(self, data: object) -> int:
        """Take bytes until `take` is called."""
        piece = memoryview(data)  # type: ignore[arg-type]
        self._waiting += piece
        return piece.nbytes

    def take(self) -> bytes:
        """Return what was written since the last call."""
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken
