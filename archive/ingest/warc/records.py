"""All records of a stream of WARC, whoever wrote it; behind damage it goes on with the next record."""

from __future__ import annotations

import re
import zlib
from collections.abc import Generator
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from typing import BinaryIO, TypeAlias

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from archive.addresses import iri_to_uri
from archive.store.exchange import media_type
from archive.store.warc import reader
from archive.store.warc.members import CHECKED_GZIP, GZIP, places_of

DAMAGE = (*reader.DAMAGE, zlib.error)
"""What warcio raises on damage, of whatever file."""

_BETWEEN = b"\r\n\r\n"
_PIECE = 64 * 1024
_PLAIN = b"WARC/"
_BEGINNING = re.compile(rb"WARC/[01]\.\d+\r?\n")
_LONGEST_BEGINNING = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A place where no record can be read."""

    offset: int
    """In bytes of the stream."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A record, and the byte at which it begins."""

    offset: int
    record: ArcWarcRecord


Piece: TypeAlias = At | Damage


def records(stream: BinaryIO) -> Generator[Piece, None, None]:
    """Yield records and damage in their order; each record is to be read before the next is asked for.

    A reader that finds a record's body damaged throws what it met (one of `DAMAGE`) into the generator.
    """
    start: int | None = 0 if _begins_at(stream, 0) else _next_record(stream, 0) or 0
    told = -1
    while start is not None:
        stream.seek(start)
        reading = _Records(stream)
        reading.reader = _StrictReader(stream)
        last = at = start
        try:
            for record in reading:
                last = at = max(start, reading.offset)
                yield At(offset=at, record=record)
                require_whole(record)
                if not reading.reader.decompressor:
                    # Of a file that isn't packed, warcio does not say where an unreadable head begins.
                    at = stream.tell() - reading.reader.rem_length() + len(_BETWEEN)
            return
        except DAMAGE as error:
            at = max(at, reading.offset)
            # Behind a record that seemed whole, the search begins anew with the bytes that it swallowed.
            if at != told:
                yield Damage(offset=at, why=str(error))
            told = at
        start = _next_record(stream, last + 1)


def address_of(record: ArcWarcRecord) -> str:
    """Return the address of a record in one form, whatever its writer's; empty where it states none.

    WARC 0.18 and some writers of 1.0 put it in angle brackets.
    """
    return iri_to_uri((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>"))


def mime_of(record: ArcWarcRecord) -> str | None:
    """Return the type that a record declares, in lower case and without parameters; None where it does not.

    A revisit record without a head of its own is of the type of what it refers to.
    """
    if record.http_headers is None and record.rec_type == "revisit":
        return None
    source = record.http_headers or record.rec_headers
    return media_type(source.get_header("Content-Type"))


def record_at(stream: BinaryIO, offset: int) -> ArcWarcRecord | None:
    """Return the record that begins at `offset`."""
    found = None
    stream.seek(offset)
    reading = ArchiveIterator(stream)
    try:
        found = next(reading, None)
    except DAMAGE:
        return None
    return found


class _Records(ArchiveIterator):  # type: ignore[misc]
    """warcio's own tells of a record that is longer than it says on standard error only."""

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        with redirect_stderr(StringIO()):
            line, size = super()._consume_blanklines()
        if self.err_count:
            raise ArchiveLoadFailed("the record is longer than it says")
        return line, size


class _StrictReader(DecompressingBufferedReader):  # type: ignore[misc]
    """warcio's own takes a damaged gzip member for plain text, or for the end of the file.

    An end inside a record passes for the end of the file too.
    """

    _last_bytes = b""

    def _process_read(self, data: bytes) -> None:
        self._last_bytes = (self._last_bytes + data)[-4:]
        if not data and not self._is_at_an_end():
            raise ArchiveLoadFailed("it ends inside a record")  # an EOFError would pass for the end
        super()._process_read(data)

    def _decompress(self, data: bytes) -> bytes:
        is_packed = self.decompressor and data and (self.num_read or data.startswith(GZIP))
        plain: bytes = self.decompressor.decompress(data) if is_packed else super()._decompress(data)
        return plain

    def _is_at_an_end(self) -> bool:
        return self.decompressor.eof if self.decompressor else self._last_bytes == _BETWEEN


def require_whole(record: ArcWarcRecord) -> None:
    """Read what is left of a record; EOFError where there is less than it says."""
    while record.raw_stream.read(_PIECE):
        pass
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError("the record is not whole")


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the next record begins, packed by itself or not packed at all."""
    places = places_of(stream, start, GZIP, _PLAIN)
    return next((place for place in places if _begins_at(stream, place)), None)


def _begins_at(stream: BinaryIO, offset: int) -> bool:
    """A body may hold gzip members of its own; only a record unpacks to this beginning."""
    stream.seek(offset)
    head = stream.read(512)
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(wbits=CHECKED_GZIP).decompress(head, _LONGEST_BEGINNING)
        except zlib.error:
            return False
    return _BEGINNING.match(head) is not None
