"""Pages in WARC files of others: Heritrix, wget, browsertrix, or another archive of this program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast
from urllib.parse import unquote

from warcio.recordloader import ArcWarcRecord

from archive.addresses import iri_to_uri
from archive.errors import InputError
from archive.extract.documents.doc import has_converter
from archive.extract.media import Media, sniff
from archive.ingest.files import MAX_BYTES
from archive.ingest.warc.bodies import Bodies, without_chunks
from archive.ingest.warc.dates import capture_time
from archive.ingest.warc.doubts import WrongDigestError, doubts
from archive.ingest.warc.passed_over import OTHER_FILE, PassedOver, Reference, why_passed_over
from archive.ingest.warc.records import DAMAGE, At, Damage, address_of, mime_of, records, require_whole
from archive.ingest.warc.whole_gzip import with_single_records
from archive.store.exchange import Exchange, RecordType

_DESCRIBING = ("warcinfo", "request", "metadata")
_RECORD_TYPES: dict[str, RecordType] = {
    "response": "response",
    "revisit": "response",
    "resource": "resource",
    "conversion": "resource",
}
"""What they become here; a page that a browser has rendered is a file that has an address."""
_NO_TEXT_KINDS = ("listing", "other")
"""What an archive of our own fetched on its way; its WARC records say so."""
_UNREAD_DOC = "an old Word or RTF file, which no program here can read"
_TEXTS = (Media.HTML, Media.TEXT, Media.DOCX, Media.PDF, Media.DOC, Media.MHT)
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
    if reason := why_passed_over(record):
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
        url_of_body=iri_to_uri(address.strip("<>")),
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
    return exchange if media in _TEXTS else PassedOver(url=exchange.url, reason=OTHER_FILE)


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
        mime=mime_of(record),
        file_name=None if file_name is None else unquote(file_name),
    )


def _time(record: ArcWarcRecord) -> str:
    try:
        return capture_time(record.rec_headers.get_header("WARC-Date"))
    except ValueError as error:
        raise ValueError(f"the record of {address_of(record)} {error}") from error


def _damaged(name: str, damage: Damage) -> InputError:
    return InputError(
        f"{name} is cut or damaged at byte {damage.offset:,} ({damage.why}); what else can be read is taken",
        remedy="Fetch the file again; importing it once more adds only what is missing",
    )
