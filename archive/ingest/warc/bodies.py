"""The bodies of one WARC file: read, and found again where a revisit record leaves its own out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Self, cast

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders

from archive.ingest.files import MAX_BYTES
from archive.ingest.warc.records import At, record_at


@dataclass(frozen=True, slots=True)
class Body:
    """What a record that is referred to has of an answer."""

    wire: bytes
    http_headers: StatusAndHeaders | None


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
        for key in (head.get_header("WARC-Payload-Digest"), named, head.get_header("WARC-Record-ID")):
            if key:
                self._places.execute(
                    "INSERT OR IGNORE INTO places VALUES (?, ?)", (_bytes(key), piece.offset)
                )

    def body_of(self, revisit: ArcWarcRecord) -> Body | None:
        """Return the body that a revisit refers to; None where the file has it not."""
        head = revisit.rec_headers
        named = f"{head.get_header('WARC-Refers-To-Target-URI')} {head.get_header('WARC-Refers-To-Date')}"
        keys = (head.get_header("WARC-Payload-Digest"), named, head.get_header("WARC-Refers-To"))
        offset = self._place_of(*keys)
        if offset is None:
            return None
        here = self._stream.tell()
        original = record_at(self._stream, offset)
        sent = original.raw_stream.read(MAX_BYTES + 1) if original else b""
        self._stream.seek(here)
        return Body(without_chunks(original, sent), original.http_headers) if original else None

    def _place_of(self, *keys: str | None) -> int | None:
        """That of the first key that is known."""
        for key in filter(None, keys):
            for (offset,) in self._places.execute("SELECT offset FROM places WHERE key = ?", (_bytes(key),)):
                return int(offset)
        return None


def _bytes(key: str) -> bytes:
    """Whatever a head of others holds."""
    return key.encode("utf-8", "surrogatepass")


def without_chunks(record: ArcWarcRecord, sent: bytes) -> bytes:
    """Return a body with its transfer encoding undone, its content encoding untouched."""
    headers = record.http_headers.headers if record.http_headers else ()
    if ("transfer-encoding", "chunked") not in ((name.lower(), value.lower()) for name, value in headers):
        return sent
    return cast(bytes, ChunkedDataReader(BytesIO(sent), decomp_type=None).read(MAX_BYTES + 1))
