"""Pages in WARC files of others: Heritrix, wget, browsertrix, or another archive of this program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast
from urllib.parse import unquote

from warcio.recordloader import ArcWarcRecord

from archive.addresses import as_asked_for, split_address
from archive.errors import InputError
from archive.extract.documents.doc import has_converter
from archive.extract.media import Media, sniff
from archive.ingest.files import MAX_BYTES
from archive.ingest.warc_bodies import Bodies, without_chunks
from archive.ingest.warc_dates import capture_time
from archive.ingest.warc_doubts import WrongDigestError, doubts
from archive.ingest.warc_records import DAMAGE, At, Damage, address_of, records, require_whole
from archive.ingest.whole_gzip import with_single_records
from archive.store.exchange import Exchange, RecordType, media_type

_WEB = ("http", "https")
_DESCRIBING = ("warcinfo", "request", "metadata")
_WITH_TEXT = ("response", "revisit", "resource", "conversion")
_RECORD_TYPES: dict[str, RecordType] = {
    "response": "response",
    "revisit": "response",
    "resource": "resource",
    "conversion": "resource",
}
"""What they become here; a page that a browser has rendered is a file that has an address."""
_OTHER_FILE = "a picture, script or other file without a text"
_NO_TEXT_KINDS = ("listing", "other")
"""What an archive of our own fetched on its way; its WARC records say so."""
_UNREAD_DOC = "an old Word or RTF file, which no program here can read"
_TEXTS = (Media.HTML, Media.TEXT, Media.DOCX, Media.PDF, Media.DOC, Media.MHT)
_WANTED_TYPE = re.compile("html|text/plain|pdf|word|octet-stream|download")
"""Declared types that may hold a text; scripts and style sheets would pass for one by their content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A record that holds no text to keep."""

    url: str
    reason: str
    """What it is instead: `a picture, script or other file`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(PassedOver):
    """A revisit record whose body is in no earlier record of the file; the archive may have it."""

    url_of_body: str
    captured_at_of_body: str
    """Address and time of the capture that holds the body."""
    answer: Exchange
    """What the record has itself."""


FoundInWarc: TypeAlias = Exchange | InputError | PassedOver


def exchanges_in(path: Path) -> Iterator[FoundInWarc]:
    """Yield the pages and documents of a WARC file in order: answers 200 that hold a text, and files.

    A record that can't be taken is yielded as an InputError that names its place, and the rest goes on. Of
    pictures, scripts, redirects and the like it is told that they were passed over.
    """
    try:
        with path.open("rb") as stream:
            yield from exchanges_of(stream, str(path))
    except OSError as error:
        yield InputError(
            f"{path} can't be read ({error.strerror})",
            remedy="Check that you may read it, and that its disk is sound",
        )


def exchanges_of(stream: BinaryIO, name: str) -> Iterator[FoundInWarc]:
    """Yield what stands in an open WARC file, which errors call `name`."""
    with with_single_records(stream) as readable:
        pieces = records(readable)
        last: tuple[FoundInWarc, ...] = ()
        with Bodies(readable) as bodies:
            for piece in pieces:
                # A record without its digest that does not end where it says is damage, which is told once.
                if not (isinstance(piece, Damage) and last and isinstance(last[0], WrongDigestError)):
                    yield from last
                try:
                    last = tuple(_found(piece, bodies)) if isinstance(piece, At) else (_damaged(name, piece),)
                except DAMAGE as error:
                    last = (_damaged(name, cast(Damage, pieces.throw(error))),)
        yield from last


def _found(piece: At, bodies: Bodies) -> Iterator[FoundInWarc]:
    """Nothing for what describes other records, or an archive of ours fetched on its way."""
    record = piece.record
    if record.rec_type in _DESCRIBING or record.rec_headers.get_header("Campaign-Kind") in _NO_TEXT_KINDS:
        return
    if reason := _why_passed_over(record):
        yield PassedOver(url=address_of(record), reason=reason)
    elif record.rec_type == "revisit":
        yield _referred(record, bodies)
    else:
        sent = record.raw_stream.read(MAX_BYTES + 1)
        require_whole(record)
        bodies.note(piece)
        wire = without_chunks(record, sent)
        if len(sent) <= MAX_BYTES:
            yield from doubts(piece, (sent, wire))
        yield _readable(_exchange(record, wire))


def _referred(record: ArcWarcRecord, bodies: Bodies) -> FoundInWarc:
    if found := bodies.body_of(record):
        if record.http_headers is None:
            record.http_headers = found.http_headers
        return _readable(_exchange(record, found.wire))
    head = record.rec_headers
    address, date = head.get_header("WARC-Refers-To-Target-URI"), head.get_header("WARC-Refers-To-Date")
    reason = "a reference to a record that is not in the file"
    if not (address and date):
        return PassedOver(url=address_of(record), reason=reason)
    return Reference(
        url=address_of(record),
        reason=f"{reason}, nor in the archive",
        url_of_body=as_asked_for(address.strip("<>")),
        captured_at_of_body=capture_time(date),
        answer=_exchange(record, b""),
    )


def _readable(exchange: Exchange) -> FoundInWarc:
    if len(exchange.wire) > MAX_BYTES:
        return InputError(
            f"{exchange.url} is larger than {MAX_BYTES:,} bytes", remedy="Import its text as .txt"
        )
    try:
        capture = exchange.capture()
    except InputError as error:
        return error
    media = sniff(capture.body, capture.url, capture.headers)
    if media is Media.DOC and not has_converter():
        return PassedOver(url=exchange.url, reason=_UNREAD_DOC)
    return exchange if media in _TEXTS else PassedOver(url=exchange.url, reason=_OTHER_FILE)


def _why_passed_over(record: ArcWarcRecord) -> str | None:
    address, answer = split_address(address_of(record)), record.http_headers
    if record.rec_type not in _WITH_TEXT:
        return f"a record of the kind {record.rec_type}"
    is_own = record.rec_type == "resource" and address.path.startswith("sha256:")
    if address.scheme not in _WEB and not is_own:
        return "no address of the web"
    if record.rec_type == "response" or answer:
        status = answer.get_statuscode() if answer else "nothing"
        if status != "200":
            return f"answered {status}" if status.isdigit() else "no answer of HTTP"
    if address.path == "/robots.txt":
        return "robots.txt"
    return None if _WANTED_TYPE.search(_mime(record) or "html") else _OTHER_FILE


def _exchange(record: ArcWarcRecord, wire: bytes) -> Exchange:
    head, answer = record.rec_headers, record.http_headers
    file_name = head.get_header("Campaign-File-Name")
    return Exchange(
        url=address_of(record),
        captured_at=_time(record),
        record_type=_RECORD_TYPES[record.rec_type],
        status=int(answer.get_statuscode()) if answer else None,
        status_line=answer.statusline if answer else "",
        headers=tuple(answer.headers) if answer else (),
        wire=wire,
        is_cut=head.get_header("WARC-Truncated") is not None and record.rec_type != "revisit",
        mime=_mime(record),
        file_name=None if file_name is None else unquote(file_name),
    )


def _time(record: ArcWarcRecord) -> str:
    try:
        return capture_time(record.rec_headers.get_header("WARC-Date"))
    except ValueError as error:
        raise ValueError(f"the record of {address_of(record)} {error}") from error


def _mime(record: ArcWarcRecord) -> str | None:
    """A revisit record without a head of its own is of the type of what it refers to."""
    if record.http_headers is None and record.rec_type == "revisit":
        return None
    source = record.http_headers or record.rec_headers
    return media_type(source.get_header("Content-Type"))


def _damaged(name: str, damage: Damage) -> InputError:
    return InputError(
        f"{name} is cut or damaged at byte {damage.offset:,} ({damage.why}); what else can be read is taken",
        remedy="Fetch the file again; importing it once more adds only what is missing",
    )
