"""CSV that another program writes, made as our own on its way: known for UTF-8, and no cell a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from archive.reading.export.csv_table import BYTE_ORDER_MARK, harmless

_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
"""Numbers may begin with a sign: without quotes, a text is not to be told from them."""

# Of the whole process: by itself, Python refuses cells of more than 131,072 characters; a body may be longer.
csv.field_size_limit(1 << 30)


class GuardedCsv:
    """Takes CSV in pieces of any size, and gives whole lines as soon as they are there."""

    def __init__(self) -> None:
        self._waiting = bytearray()
        self._is_quoted = False
        self._mark = BYTE_ORDER_MARK.encode()

    def feed(self, piece: bytes) -> bytes:
        """Return the lines that the piece completes; a line ends where no quote is open."""
        end = self._last_line_end(piece)
        if end < 0:
            self._waiting += piece
            return b""
        lines = bytes(self._waiting) + piece[: end + 1]
        self._waiting = bytearray(piece[end + 1 :])
        return self._marked(_guarded(lines))

    def _last_line_end(self, piece: bytes) -> int:
        found, at = -1, 0
        for stretch in piece.split(b'"'):
            if not self._is_quoted and b"\n" in stretch:
                found = at + stretch.rfind(b"\n")
            at += len(stretch) + 1
            self._is_quoted = not self._is_quoted
        self._is_quoted = not self._is_quoted
        return found

    def finish(self) -> bytes:
        """Return what is left: a last line without an end."""
        rest, self._waiting = bytes(self._waiting), bytearray()
        return self._marked(_guarded(rest).removesuffix(b"\r\n"))

    def _marked(self, lines: bytes) -> bytes:
        mark, self._mark = self._mark, b""
        return mark + lines


def _guarded(lines: bytes) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written)
    for cells in csv.reader(io.StringIO(lines.decode(), newline="")):
        writer.writerow([cell if _NUMBER.fullmatch(cell) else harmless(cell) for cell in cells])
    return written.getvalue().encode()
