"""Reading WARC files: one record at its offset, or all of a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import cast
from urllib.parse import unquote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from archive.errors import DamageError
from archive.store.exchange import Exchange, RecordType, media_type
from archive.store.visit import Selection, VisitKind
from archive.store.warc.members import Hole, Member, member_at, members
from archive.store.warc.record import CUT, IDENTICAL_PAYLOAD, Place, Record

EVIDENCE = ("response", "resource", "revisit", "conversion")
"""The kinds of records that become captures."""

DAMAGE = (
    *(ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError),
    *(AttributeError, TypeError),
)
"""What warcio raises on something that is no whole record; the last two where its head is cut."""

_UNREADABLE = (*DAMAGE, StopIteration)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record as it stands in a file."""

    record: Record
    place: Place
    intact: bool
    """All its bytes are there and have the digest that it states of them (a 304 has none of its own)."""
    is_copy: bool = False
    """A revisit of identical bytes; they were read from the record that it refers to."""


def read(path: Path, offset: int) -> Found:
    """Return the record at `offset`; `DamageError` where there is none, or not an intact one."""
    if not path.exists():
        raise damage(path, offset, "the file is missing")
    if (member := member_at(path, offset)) is None:
        is_behind = offset >= path.stat().st_size
        reason = "the file ends before it" if is_behind else "its bytes are torn or were altered"
        raise damage(path, offset, reason)
    try:
        found = _found(member, path.parent)
    except _UNREADABLE:
        raise damage(path, offset, "what stands there is no whole record") from None
    if not found.intact:
        reason = "the record that it refers to has not" if found.is_copy else "its bytes do not have"
        raise damage(path, offset, f"{reason} the digest that it states")
    return found


def read_all(path: Path, start: int = 0) -> Iterator[Found | Hole]:
    """Yield the evidence in a file from byte `start` on, in order, and the holes in it."""
    for piece in members(path, start):
        if isinstance(piece, Hole):
            yield piece
            continue
        try:
            if type_of(piece) in EVIDENCE:
                yield _found(piece, path.parent)
        except _UNREADABLE:
            yield Hole(offset=piece.offset, length=piece.length, is_torn=False)


def head_of(path: Path) -> dict[str, str]:
    """Return the fields of the warcinfo record that a file begins with; empty if it begins otherwise."""
    first = member_at(path, 0)
    if first is None or type_of(first) != "warcinfo":
        return {}
    lines = _opened(first)[1].decode("utf-8", "replace").splitlines()
    return dict(line.split(": ", 1) for line in lines if ": " in line)


def is_stub(path: Path) -> bool:
    """Whether a file holds nothing but a first record that was never finished, or no byte at all."""
    return all(isinstance(piece, Hole) and piece.is_torn for piece in members(path))


WITHOUT_BACKUP = (
    "Put the file back from a backup; without one, move archive.db away and run `campaign-archive rebuild "
    "--leave-out-damage`: it makes an archive of all that is intact"
)


def damage(path: Path, offset: int, reason: str) -> DamageError:
    """Return the error that says why the record at `offset` can't be read."""
    return DamageError(
        f"The record at byte {offset} of {path} can't be read: {reason}",
        remedy=f"{WITHOUT_BACKUP}. `campaign-archive check` lists all damaged records",
    )


def type_of(member: Member) -> str:
    """Return a record's WARC-Type; empty where it states none."""
    head = member.plain.partition(b"\r\n\r\n")[0]
    kinds = [line[10:] for line in head.split(b"\r\n") if line[:10].lower() == b"warc-type:"]
    return kinds[0].strip().decode("ascii", "replace") if kinds else ""


def _opened(member: Member) -> tuple[ArcWarcRecord, bytes]:
    """Return the record that a member holds, read to its end, and its content.

    The stream is closed because warcio's iterator is a circle, which the collector finds too late: several
    large files would stand in memory together.
    """
    with BytesIO(member.plain) as stream:
        raw = next(ArchiveIterator(stream, check_digests=True))
        return raw, raw.raw_stream.read()


def _found(member: Member, directory: Path) -> Found:
    raw, wire = _opened(member)
    is_copy = raw.rec_headers.get_header("WARC-Profile") == IDENTICAL_PAYLOAD
    if is_copy:
        wire = _wire_of_original(raw, directory)
    exchange = _exchange(raw, wire)
    if is_copy:
        exchange = replace(exchange, record_type="response", refers_to=None)
    return Found(
        record=Record(
            exchange=exchange,
            kind=cast(VisitKind, raw.rec_headers.get_header("Campaign-Kind", "other")),
            requested_url=raw.rec_headers.get_header("Campaign-Requested-URI", exchange.url),
            selection=cast(Selection, raw.rec_headers.get_header("Campaign-Selection", "all")),
        ),
        place=Place(offset=member.offset, length=member.length),
        intact=_is_intact(raw, exchange, is_copy=is_copy),
        is_copy=is_copy,
    )


def _wire_of_original(raw: ArcWarcRecord, directory: Path) -> bytes:
    """The bytes of the record that a revisit refers to; empty where it can't be read."""
    name = raw.rec_headers.get_header("WARC-Refers-To-Filename") or ""
    offset = raw.rec_headers.get_header("WARC-Refers-To-File-Offset") or ""
    path = directory / Path(name).name
    member = member_at(path, int(offset)) if path.is_file() and offset.isdecimal() else None
    if member is None or type_of(member) == "revisit":
        return b""
    return _opened(member)[1]


def _is_intact(raw: ArcWarcRecord, exchange: Exchange, *, is_copy: bool) -> bool:
    if is_copy:
        return bool(raw.rec_headers.get_header("WARC-Payload-Digest") == exchange.payload_digest)
    return raw.digest_checker.passed is True or raw.rec_type == "revisit"


def _exchange(raw: ArcWarcRecord, wire: bytes) -> Exchange:
    head, http = raw.rec_headers, raw.http_headers
    headers = tuple(http.headers) if http else ()
    by_name = {name.lower(): value for name, value in headers}
    file_name = head.get_header("Campaign-File-Name")
    return Exchange(
        url=head.get_header("WARC-Target-URI"),
        captured_at=head.get_header("WARC-Date"),
        record_type=cast(RecordType, raw.rec_type),
        status=int(http.get_statuscode()) if http else None,
        status_line=http.statusline if http else "",
        headers=headers,
        wire=wire,
        is_cut=head.get_header("WARC-Truncated") == CUT,
        mime=media_type(by_name.get("content-type")) if http else head.get_header("Content-Type"),
        file_name=None if file_name is None else unquote(file_name),
        record_id=head.get_header("WARC-Record-ID"),
        refers_to=head.get_header("WARC-Refers-To"),
    )
