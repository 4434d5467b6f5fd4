"""Pages in WARC files of others: Heritrix, wget, browsertrix, or another archive of this program."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import unquote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader, DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from archive.errors import InputError
from archive.extract.media import Media, sniff
from archive.ingest.files import MAX_BYTES
from archive.store.exchange import Exchange, Headers, RecordType

_WEB = ("http", "https")
_NO_TEXT_KINDS = ("listing", "other")
"""What an archive of our own fetched on its way; its WARC records say so."""
_TEXTS = (Media.HTML, Media.TEXT, Media.DOCX, Media.PDF)
_WANTED_TYPE = re.compile("html|text/plain|pdf|word|octet-stream|download")
"""Declared types that may hold a text; scripts and style sheets would pass for one by their content."""
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_CUT = (
    *(ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, zlib.error),
    *(ValueError, AttributeError, TypeError),
)
"""What warcio raises on damage; the last three where it goes through a record's head."""


def exchanges_in(path: Path) -> Iterator[Exchange | InputError]:
    """Yield the pages and documents of a WARC file in order: answers 200 that hold a text, and files.

    A record that can't be taken is yielded as an InputError and the rest goes on; where the file is cut, an
    InputError that names the place is the last. Pictures, scripts, redirects and robots.txt are passed over.
    """
    try:
        with path.open("rb") as stream:
            yield from _exchanges(_records(stream), path)
    except OSError as error:
        yield InputError(
            f"{path} can't be read ({error.strerror})",
            remedy="Check that you may read it, and that its disk is sound",
        )


def _records(stream: BinaryIO) -> ArchiveIterator:
    records = ArchiveIterator(stream)
    records.reader = _StrictReader(stream)
    return records


class _StrictReader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's own takes a damaged gzip member, and an end inside a record, for the end of the file."""

    _last_bytes = b""

    def _process_read(self, data: bytes) -> None:
        self._last_bytes = (self._last_bytes + data)[-4:]
        if not data and not self._is_at_an_end():
            raise ArchiveLoadFailed("it ends inside a record")  # an EOFError would pass for the end
        super()._process_read(data)

    def _decompress(self, data: bytes) -> bytes:
        is_packed = self.decompressor and data and self.num_read
        plain: bytes = self.decompressor.decompress(data) if is_packed else super()._decompress(data)
        return plain

    def _is_at_an_end(self) -> bool:
        return self.decompressor.eof if self.decompressor else self._last_bytes == b"\r\n\r\n"


def _exchanges(records: ArchiveIterator, path: Path) -> Iterator[Exchange | InputError]:
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            found = _found(record)
            if not _is_whole(record):
                raise EOFError(f"the record of {_address(record) or 'no address'} is not whole")
        except _CUT as error:
            yield _cut(path, records.offset, error)
            return
        if found is not None:
            yield found


def _found(record: ArcWarcRecord) -> Exchange | InputError | None:
    """Read a record to its end; None where it holds no text."""
    if not _is_wanted(record):
        return None
    wire = _body_stream(record).read(MAX_BYTES + 1)
    if len(wire) > MAX_BYTES:
        return InputError(
            f"{_address(record)} is larger than {MAX_BYTES:,} bytes", remedy="Import its text as .txt"
        )
    exchange = _exchange(record, wire)
    try:
        capture = exchange.capture()
    except InputError as error:
        return error
    return exchange if sniff(capture.body, capture.url, capture.headers) in _TEXTS else None


def _is_wanted(record: ArcWarcRecord) -> bool:
    address = urlsplit(_address(record))
    if record.rec_headers.get_header("Campaign-Kind") in _NO_TEXT_KINDS:
        return False
    if address.path == "/robots.txt" or not _WANTED_TYPE.search(_mime(record) or "html"):
        return False
    if record.rec_type == "response":
        answer = record.http_headers
        return address.scheme in _WEB and answer is not None and answer.get_statuscode() == "200"
    return record.rec_type == "resource" and (address.scheme in _WEB or address.path.startswith("sha256:"))


def _exchange(record: ArcWarcRecord, wire: bytes) -> Exchange:
    head, answer = record.rec_headers, record.http_headers
    file_name = head.get_header("Campaign-File-Name")
    return Exchange(
        url=_address(record),
        captured_at=_time(record),
        record_type=cast(RecordType, record.rec_type),
        status=int(answer.get_statuscode()) if answer else None,
        status_line=answer.statusline if answer else "",
        headers=_headers(record),
        wire=wire,
        mime=_mime(record),
        file_name=None if file_name is None else unquote(file_name),
    )


def _time(record: ArcWarcRecord) -> str:
    """To the second; WARC 1.1 allows fractions of it."""
    stated = record.rec_headers.get_header("WARC-Date") or ""
    if not _DATE.match(stated):
        raise ValueError(f"the record of {_address(record)} states no time")
    return f"{stated[:19]}Z"


def _body_stream(record: ArcWarcRecord) -> BinaryIO:
    """The body with its transfer encoding undone, its content encoding untouched."""
    if ("transfer-encoding", "chunked") in (
        (name.lower(), value.lower()) for name, value in _headers(record)
    ):
        return cast(BinaryIO, ChunkedDataReader(record.raw_stream, decomp_type=None))
    return cast(BinaryIO, record.raw_stream)


def _is_whole(record: ArcWarcRecord) -> bool:
    while record.raw_stream.read(65_536):
        pass
    return cast(int, getattr(record.raw_stream, "limit", 0)) == 0


def _headers(record: ArcWarcRecord) -> Headers:
    return tuple(record.http_headers.headers) if record.http_headers else ()


def _mime(record: ArcWarcRecord) -> str | None:
    source = record.http_headers or record.rec_headers
    declared = source.get_header("Content-Type")
    return declared.partition(";")[0].strip().lower() or None if declared else None


def _address(record: ArcWarcRecord) -> str:
    """WARC 0.18 and some writers of 1.0 put the address in angle brackets."""
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _cut(path: Path, offset: int, why: Exception) -> InputError:
    return InputError(
        f"{path} is cut or damaged at byte {offset:,} ({why}); what stands before is taken",
        remedy="Fetch the file again; importing it once more adds only what is missing",
    )
