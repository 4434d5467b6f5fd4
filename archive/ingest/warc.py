"""Pages in WARC files of others: Heritrix, wget, browsertrix, or another archive of this program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast
from urllib.parse import unquote

from warcio.recordloader import ArcWarcRecord

from archive.addresses import split_address
from archive.errors import InputError
from archive.extract.documents.doc import has_converter
from archive.extract.media import Media, sniff
from archive.ingest.files import MAX_BYTES
from archive.ingest.warc_bodies import Bodies, body_stream
from archive.ingest.warc_records import DAMAGE, At, Damage, records
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
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A record that holds no text to keep."""

    url: str
    reason: str
    """What it is instead: `a picture, script or other file`."""


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
    pieces = records(stream)
    with Bodies(stream) as bodies:
        for piece in pieces:
            if isinstance(piece, Damage):
                yield _damaged(name, piece)
                continue
            try:
                found = _found(piece, bodies)
            except DAMAGE as error:
                yield _damaged(name, cast(Damage, pieces.throw(error)))
            else:
                if found is not None:
                    yield found


def _found(piece: At, bodies: Bodies) -> FoundInWarc | None:
    """None for what describes other records, or an archive of ours fetched on its way."""
    record = piece.record
    if record.rec_type in _DESCRIBING or record.rec_headers.get_header("Campaign-Kind") in _NO_TEXT_KINDS:
        return None
    if reason := _why_passed_over(record):
        return PassedOver(url=_address(record), reason=reason)
    if record.rec_type == "revisit":
        wire = bodies.body_of(record)
        if wire is None:
            return PassedOver(url=_address(record), reason="a reference to a record that is not in the file")
    else:
        wire = body_stream(record).read(MAX_BYTES + 1)
        bodies.note(piece)
    return _readable(_exchange(record, wire))


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
    address, answer = split_address(_address(record)), record.http_headers
    if record.rec_type not in _WITH_TEXT:
        return f"a record of the kind {record.rec_type}"
    is_own = record.rec_type == "resource" and address.path.startswith("sha256:")
    if address.scheme not in _WEB and not is_own:
        return "no address of the web"
    if record.rec_type in ("response", "revisit"):
        status = answer.get_statuscode() if answer else "nothing"
        if status != "200":
            return f"answered {status}"
    if address.path == "/robots.txt":
        return "robots.txt"
    return None if _WANTED_TYPE.search(_mime(record) or "html") else _OTHER_FILE


def _exchange(record: ArcWarcRecord, wire: bytes) -> Exchange:
    head, answer = record.rec_headers, record.http_headers
    file_name = head.get_header("Campaign-File-Name")
    return Exchange(
        url=_address(record),
        captured_at=_time(record),
        record_type=_RECORD_TYPES[record.rec_type],
        status=int(answer.get_statuscode()) if answer else None,
        status_line=answer.statusline if answer else "",
        headers=tuple(answer.headers) if answer else (),
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


def _mime(record: ArcWarcRecord) -> str | None:
    source = record.http_headers or record.rec_headers
    return media_type(source.get_header("Content-Type"))


def _address(record: ArcWarcRecord) -> str:
    """WARC 0.18 and some writers of 1.0 put the address in angle brackets."""
    return (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _damaged(name: str, damage: Damage) -> InputError:
    return InputError(
        f"{name} is cut or damaged at byte {damage.offset:,} ({damage.why}); what else can be read is taken",
        remedy="Fetch the file again; importing it once more adds only what is missing",
    )
