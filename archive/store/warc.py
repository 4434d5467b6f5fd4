"""WARC/1.1 records: one gzip member each, appended, and read again by their offset.

Beside WARC's own headers, a record has three of ours, from which the database can be made again without it:
`Campaign-Kind` (listing, article, part …), `Campaign-Requested-URI` and `Campaign-File-Name` (percent-encoded).
"""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.errors import DamageError
from archive.store.exchange import Exchange, Headers, RecordType
from archive.store.visit import VisitKind

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_NOT_ON_THE_WIRE = {"transfer-encoding"}
"""Headers that would be false of a body whose transfer encoding is undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One exchange in a WARC file, with what the archive noted of it."""

    exchange: Exchange
    kind: VisitKind
    requested_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record stands in its file, in bytes."""

    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record read from a file."""

    record: Record
    place: Place
    payload_digest: str
    """As the record states it."""
    intact: bool
    """The bytes have the digests that the record states."""


def append(path: Path, record: Record, *, head: Mapping[str, str]) -> Place:
    """Write `record` at the end of the file and wait until it is on the disk.

    A new file begins with a warcinfo record of `head`. When writing fails the file is as it was before.
    """
    is_new = not path.exists()
    with path.open("ab") as out:
        before = out.tell()
        try:
            place = _write(out, record, head if is_new or before == 0 else {})
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            os.truncate(path, before)
            raise
    if is_new:
        _sync_directory(path.parent)
    return place


def read(path: Path, offset: int) -> Found:
    """Return the record at `offset`; `DamageError` if there is no sound one."""
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            iterator = ArchiveIterator(stream, check_digests=True)
            for raw in iterator:
                return _found(raw, iterator)
    except FileNotFoundError:
        raise _damaged(path, offset, "the file is missing") from None
    except (ArchiveLoadFailed, EOFError, ValueError, zlib.error, gzip.BadGzipFile) as error:
        raise _damaged(path, offset, str(error)) from error
    raise _damaged(path, offset, "the file ends before it")


def read_all(path: Path) -> Iterator[Found]:
    """Yield every response, resource and revisit of a file in order; a torn tail ends it without an error."""
    with path.open("rb") as stream:
        iterator = ArchiveIterator(stream, check_digests=True)
        try:
            for raw in iterator:
                if raw.rec_type in ("response", "resource", "revisit"):
                    yield _found(raw, iterator)
        except (ArchiveLoadFailed, EOFError, zlib.error):
            return


def head_of(path: Path) -> dict[str, str]:
    """Return the fields of the warcinfo record that a file begins with; empty if it begins otherwise."""
    with path.open("rb") as stream:
        for raw in ArchiveIterator(stream):
            if raw.rec_type != "warcinfo":
                break
            lines = raw.content_stream().read().decode("utf-8").splitlines()
            return dict(line.split(": ", 1) for line in lines if ": " in line)
    return {}


def _write(out: Any, record: Record, head: Mapping[str, str]) -> Place:
    """The request first: the end of the answer is then the end of everything that belongs to it."""
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    if head:
        writer.write_record(writer.create_warcinfo_record(Path(out.name).name, head))
    answer = _answer(writer, record)
    if record.exchange.record_type != "resource":
        writer.write_record(_request(writer, record.exchange, answer))
    offset = out.tell()
    writer.write_record(answer)
    return Place(offset=offset, length=out.tell() - offset)


def _answer(writer: WARCWriter, record: Record) -> ArcWarcRecord:
    exchange = record.exchange
    http = None
    if exchange.record_type != "resource":
        kept = [(name, value) for name, value in exchange.headers if name.lower() not in _NOT_ON_THE_WIRE]
        http = StatusAndHeaders(exchange.status_line or str(exchange.status), kept, protocol="HTTP/1.1")
    return writer.create_warc_record(
        exchange.url,
        exchange.record_type,
        payload=BytesIO(exchange.wire),
        length=len(exchange.wire),
        warc_content_type=_content_type(exchange),
        warc_headers_dict=_warc_headers(record),
        http_headers=http,
    )


def _content_type(exchange: Exchange) -> str:
    if exchange.record_type == "resource":
        return exchange.mime or "application/octet-stream"
    return "application/http; msgtype=response"


def _warc_headers(record: Record) -> dict[str, str]:
    exchange = record.exchange
    headers = {
        "WARC-Date": exchange.captured_at,
        "WARC-Payload-Digest": exchange.payload_digest,
        "Campaign-Kind": record.kind,
        "Campaign-Requested-URI": quote(record.requested_url, safe=_URL_SAFE),
    }
    if exchange.record_type == "revisit":
        headers["WARC-Profile"] = NOT_MODIFIED
    if exchange.file_name is not None:
        headers["Campaign-File-Name"] = quote(exchange.file_name)
    return headers
