"""The bodies that revisit records of one WARC file leave out because they stand in an earlier record."""

from __future__ import annotations

import sqlite3
from typing import BinaryIO, Self, cast

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from archive.ingest.files import MAX_BYTES
from archive.ingest.warc_records import At, record_at


class Bodies:
    """Knows where each body of a file stands. Close it: it is a temporary file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        # SQLite's name for a database of its own on the disk, which goes when it is closed.
        self._places = sqlite3.connect("", isolation_level=None)
        self._places.execute("PRAGMA journal_mode = OFF")
        self._places.execute("CREATE TABLE places (key BLOB PRIMARY KEY, offset INTEGER) WITHOUT ROWID")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._places.close()

    def note(self, piece: At) -> None:
        """Take notice of a record that has its body."""
        head = piece.record.rec_headers
        named = f"{head.get_header('WARC-Target-URI')} {head.get_header('WARC-Date')}"
        for key in (head.get_header("WARC-Payload-Digest"), named):
            if key:
                self._places.execute(
                    "INSERT OR IGNORE INTO places VALUES (?, ?)", (_bytes(key), piece.offset)
                )

    def body_of(self, revisit: ArcWarcRecord) -> bytes | None:
        """Return the body that a revisit refers to; None where the file has it not."""
        head = revisit.rec_headers
        named = f"{head.get_header('WARC-Refers-To-Target-URI')} {head.get_header('WARC-Refers-To-Date')}"
        offset = self._place_of(head.get_header("WARC-Payload-Digest"), named)
        if offset is None:
            return None
        here = self._stream.tell()
        original = record_at(self._stream, offset)
        body = body_stream(original).read(MAX_BYTES + 1) if original else None
        self._stream.seek(here)
        return body

    def _place_of(self, *keys: str | None) -> int | None:
        """That of the first key that is known."""
        for key in filter(None, keys):
            for (offset,) in self._places.execute("SELECT offset FROM places WHERE key = ?", (_bytes(key),)):
                return int(offset)
        return None


def _bytes(key: str) -> bytes:
    """Whatever a head of others holds."""
    return key.encode("utf-8", "surrogatepass")


def body_stream(record: ArcWarcRecord) -> BinaryIO:
    """The body with its transfer encoding undone, its content encoding untouched."""
    headers = record.http_headers.headers if record.http_headers else ()
    if ("transfer-encoding", "chunked") in ((name.lower(), value.lower()) for name, value in headers):
        return cast(BinaryIO, ChunkedDataReader(record.raw_stream, decomp_type=None))
    return cast(BinaryIO, record.raw_stream)
