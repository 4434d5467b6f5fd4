"""Pages in WARC files of others: Heritrix, wget, browsertrix, or another archive of this program."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from archive.errors import InputError
from archive.extract.media import Media, sniff
from archive.ingest.files import MAX_BYTES
from archive.store.exchange import Exchange, Headers, RecordType

_TEXTS = (Media.HTML, Media.TEXT, Media.DOCX, Media.PDF)
_TEXT_TYPES = ("text/html", "text/plain", "html", "pdf", "word", "octet-stream", "download")
"""Parts of the declared types that may hold a text; scripts and style sheets are text as well."""
_CUT = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError, TypeError)
"""What warcio raises where a record's head is cut or garbled."""


def exchanges_in(path: Path) -> Iterator[Exchange | InputError]:
    """Yield the pages and documents of a WARC file in order: answers 200 that hold a text, and files.

    A record that can't be taken is yielded as an InputError and the rest goes on; where the file is cut, an
    InputError that names the place is the last. Pictures, scripts, redirects and robots.txt are passed over.
    """
    try:
        stream = path.open("rb")
    except OSError as error:
        yield InputError(f"{path} can't be read ({error.strerror})", remedy="Check that you may read it")
        return
    with stream:
        yield from _exchanges(ArchiveIterator(stream), path)


def _exchanges(records: ArchiveIterator, path: Path) -> Iterator[Exchange | InputError]:
    while True:
        offset = records.offset
        # warcio prints what it meets in a damaged file; here it comes as an error instead.
        with redirect_stderr(io.StringIO()) as notes:
            try:
                record = next(records, None)
                found = None if record is None else _found(record)
                is_whole = record is None or _is_whole(record)
            except _CUT as error:
                yield _cut(path, offset, str(error))
                return
        if record is None:
            if notes.getvalue():
                yield _cut(path, offset, notes.getvalue().strip())
            return
        if not is_whole:
            yield _cut(path, offset, f"the record of {_address(record)} is not whole")
            return
        if found is not None:
            yield found


def _found(record: ArcWarcRecord) -> Exchange | InputError | None:
    """Read a record to its end; None where it holds no text."""
    if record.rec_type not in ("response", "resource") or not _is_wanted(record):
        return None
    wire = _body_stream(record).read(MAX_BYTES + 1)
    if len(wire) > MAX_BYTES:
        return InputError(f"{_address(record)} is larger than {MAX_BYTES:,} bytes", remedy="Import its text as .txt")
    exchange = _exchange(record, wire)
    try:
        capture = exchange.capture()
    except InputError as error:
        return error
    return exchange if sniff(capture.body, capture.url, capture.headers) in _TEXTS else None


def _is_wanted(record: ArcWarcRecord) -> bool:
    address = urlsplit(_address(record))
    if address.scheme not in ("http", "https", "urn") or address.path == "/robots.txt":
        return False
    if record.rec_type == "response" and record.http_headers.get_statuscode() != "200":
        return False
    mime = _mime(record)
    return mime is None or any(part in mime for part in _TEXT_TYPES)


def _exchange(record: ArcWarcRecord, wire: bytes) -> Exchange:
    http = record.http_headers
    return Exchange(
        url=_address(record),
        captured_at=record.rec_headers.get_header("WARC-Date"),
        record_type=cast(RecordType, record.rec_type),
        status=int(http.get_statuscode()) if http else None,
        status_line=http.statusline if http else "",
        headers=_headers(record),
        wire=wire,
        mime=_mime(record),
        file_name=None if http else Path(urlsplit(_address(record)).path).name,
    )


def _body_stream(record: ArcWarcRecord) -> io.BufferedIOBase:
    """The body with its transfer encoding undone, its content encoding untouched."""
    if ("transfer-encoding", "chunked") in ((name.lower(), value.lower()) for name, value in _headers(record)):
        return cast(io.BufferedIOBase, ChunkedDataReader(record.raw_stream, decomp_type=None))
    return cast(io.BufferedIOBase, record.raw_stream)


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


def _cut(path: Path, offset: int, why: str) -> InputError:
    return InputError(
        f"{path} is cut or damaged at byte {offset:,} ({why}); what stands before is taken",
        remedy="Fetch the file again; importing it once more adds only what is missing",
    )
