"""Writing WARC/1.1: records appended to a file, one gzip member each.

Beside WARC's own headers, a record has some of ours, from which the database can be made again without it:
`Campaign-Kind` (listing, article, part …), `Campaign-Requested-URI`, `Campaign-File-Name` (percent-encoded),
and `Campaign-Selection` where only campaign material is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

from archive.addresses import split_address
from archive.store.durable import sync, sync_names
from archive.store.exchange import Exchange
from archive.store.warc.exact_headers import ExactHeaders
from archive.store.warc.record import (
    CUT,
    IDENTICAL_PAYLOAD,
    NOT_MODIFIED,
    WITHOUT_HTTP,
    Original,
    Place,
    Record,
)

_UNDONE = "transfer-encoding"
"""A header that would be false of the bodies kept here."""

_LEVEL = 6
"""Of compression. At 9, which warcio takes, a page of 115 KB takes 3.1 ms and not 1.8, and .6 % less room."""


class _Member:
    """One gzip member, which ends with `flush`."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._packer = zlib.compressobj(_LEVEL, wbits=zlib.MAX_WBITS | 16)

    def write(self, data: bytes) -> None:
        self._out.write(self._packer.compress(data))

    def flush(self) -> None:
        self._out.write(self._packer.flush())


class _Writer(WARCWriter):  # type: ignore[misc]
    """Writes records of WARC/1.1, each a gzip member of its own."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out, gzip=False, warc_version="1.1")

    def write_record(self, record: ArcWarcRecord) -> None:
        self._write_warc_record(_Member(self.out), record)


def append(path: Path, record: Record, *, head: Mapping[str, str], original: Original | None = None) -> Place:
    """Write `record` at the end of the file and wait until it is on the disk.

    A new file begins with a warcinfo record of `head`. Where there is an `original`, the record refers to it
    and has no body, because it is the same or (304) because none was sent. What a failure leaves behind is
    cut off by `archive.store.run_files.recovery`.
    """
    is_new = not path.exists()
    with path.open("ab") as out:
        if is_new and head:
            _write_head(out, Path(path).name, head)
        place = write(out, record, original)
        sync(out)
    if is_new:
        sync_names(path.parent)
    return place


def _write_head(out: BinaryIO, name: str, head: Mapping[str, str]) -> None:
    """Write the warcinfo record with which a file called `name` begins."""
    writer = _Writer(out)
    one_line = {field: " ".join(value.split()) for field, value in head.items()}
    writer.write_record(writer.create_warcinfo_record(name, one_line))


def write(out: BinaryIO, record: Record, original: Original | None = None) -> Place:
    """Write a record at the end of a stream, and return where it stands in it.

    The request goes first: the end of the answer is then the end of all that belongs to it. Of an answer that
    somebody else got, nobody here knows what was asked.
    """
    writer = _Writer(out)
    answer = _answer(writer, record, original)
    if record.exchange.request_headers:
        writer.write_record(_request(writer, record.exchange, answer))
    offset = out.tell()
    writer.write_record(answer)
    return Place(offset=offset, length=out.tell() - offset)


def write_answer(out: BinaryIO, record: Record) -> Place:
    """Write a record without its request, as `write` does."""
    writer = _Writer(out)
    offset = out.tell()
    writer.write_record(_answer(writer, record, None))
    return Place(offset=offset, length=out.tell() - offset)


def _answer(writer: _Writer, record: Record, original: Original | None) -> ArcWarcRecord:
    exchange = record.exchange
    body = b"" if original else exchange.wire
    return writer.create_warc_record(
        exchange.url,
        "revisit" if original else exchange.record_type,
        payload=BytesIO(body),
        length=len(body),
        warc_headers_dict=_warc_headers(record) | (_reference(exchange, original) if original else {}),
        **_content(exchange),
    )


def _content(exchange: Exchange) -> dict[str, object]:
    if exchange.record_type in WITHOUT_HTTP:
        return {"warc_content_type": exchange.mime or "application/octet-stream"}
    headers = [(name, value) for name, value in exchange.headers if name.lower() != _UNDONE]
    return {"http_headers": ExactHeaders(exchange.status_line, headers, protocol="HTTP/1.1")}


def _warc_headers(record: Record) -> dict[str, str]:
    exchange = record.exchange
    headers = {
        "WARC-Date": exchange.captured_at,
        "Campaign-Kind": record.kind,
        "Campaign-Requested-URI": record.requested_url,
    }
    if record.selection != "all":
        headers["Campaign-Selection"] = record.selection
    if exchange.record_type == "revisit":
        headers |= {"WARC-Profile": NOT_MODIFIED, "WARC-Refers-To-Target-URI": exchange.url}
    else:
        headers["WARC-Payload-Digest"] = exchange.payload_digest
    if exchange.is_cut:
        headers["WARC-Truncated"] = CUT
    if exchange.record_id is not None:
        headers["WARC-Record-ID"] = exchange.record_id
    if exchange.refers_to is not None:
        headers["WARC-Refers-To"] = exchange.refers_to
    if exchange.file_name is not None:
        headers["Campaign-File-Name"] = quote(exchange.file_name)
    return headers


def _reference(exchange: Exchange, original: Original) -> dict[str, str]:
    """File and offset are not WARC's, but what Heritrix writes: with them a reader needs no index."""
    return {
        "WARC-Profile": NOT_MODIFIED if exchange.record_type == "revisit" else IDENTICAL_PAYLOAD,
        "WARC-Refers-To-Target-URI": original.url,
        "WARC-Refers-To-Date": original.captured_at,
        **({"WARC-Refers-To": original.record_id} if original.record_id else {}),
        "WARC-Refers-To-Filename": original.warc_file,
        "WARC-Refers-To-File-Offset": str(original.warc_offset),
    }


def _request(writer: _Writer, exchange: Exchange, answer: ArcWarcRecord) -> ArcWarcRecord:
    parts = split_address(exchange.url)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    http = ExactHeaders(
        f"{exchange.request_method} {target} HTTP/1.1", list(exchange.request_headers), is_http_request=True
    )
    return writer.create_warc_record(
        exchange.url,
        "request",
        payload=BytesIO(exchange.request_body),
        length=len(exchange.request_body),
        http_headers=http,
        warc_headers_dict={
            "WARC-Date": exchange.captured_at,
            "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID"),
        },
    )
