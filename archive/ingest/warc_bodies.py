"""The bodies that revisit records of one WARC file leave out because they stand in an earlier record."""

from __future__ import annotations

from typing import BinaryIO, cast

from warcio.bufferedreaders import ChunkedDataReader
from warcio.recordloader import ArcWarcRecord

from archive.ingest.files import MAX_BYTES
from archive.ingest.warc_records import At, record_at


class Bodies:
    """Knows where each body of a file stands; of a record it holds a few dozen bytes in memory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._places: dict[str, int] = {}

    def note(self, piece: At) -> None:
        """Take notice of a record that has its body."""
        head = piece.record.rec_headers
        named = f"{head.get_header('WARC-Target-URI')} {head.get_header('WARC-Date')}"
        for key in (head.get_header("WARC-Payload-Digest"), named):
            if key:
                self._places.setdefault(key, piece.offset)

    def body_of(self, revisit: ArcWarcRecord) -> bytes | None:
        """Return the body that a revisit refers to; None where the file has it not."""
        head = revisit.rec_headers
        named = f"{head.get_header('WARC-Refers-To-Target-URI')} {head.get_header('WARC-Refers-To-Date')}"
        offset = self._places.get(head.get_header("WARC-Payload-Digest") or "", self._places.get(named))
        if offset is None:
            return None
        here = self._stream.tell()
        original = record_at(self._stream, offset)
        body = body_stream(original).read(MAX_BYTES + 1) if original else None
        self._stream.seek(here)
        return body


def body_stream(record: ArcWarcRecord) -> BinaryIO:
    """The body with its transfer encoding undone, its content encoding untouched."""
    headers = record.http_headers.headers if record.http_headers else ()
    if ("transfer-encoding", "chunked") in ((name.lower(), value.lower()) for name, value in headers):
        return cast(BinaryIO, ChunkedDataReader(record.raw_stream, decomp_type=None))
    return cast(BinaryIO, record.raw_stream)
