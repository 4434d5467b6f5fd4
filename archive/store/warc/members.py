"""The gzip members of a WARC file, one per record, and the holes between them that damage has made."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from archive.store.failures import told

GZIP = b"\x1f\x8b\x08"
"""So begins a gzip member."""
_BEGINNING = b"WARC/1."
"""A body that was sent compressed holds gzip members as well; only a record begins with this."""

_PIECE = 16 * 1024
CHECKED_GZIP = 31
"""What zlib calls a gzip member whose checksum it verifies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An intact gzip member: its checksum holds."""

    offset: int
    length: int
    plain: bytes
    """Unpacked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Bytes that are no intact member, up to the next one or the end of the file."""

    offset: int
    length: int
    is_torn: bool
    """A member begins here and the file ends before it does: a record that was never finished."""

    @property
    def end(self) -> int:
        """The byte behind the last."""
        return self.offset + self.length


class _NoMemberError(Exception):
    """Here stands no intact member; `is_torn` as in `Hole`."""

    def __init__(self, *, is_torn: bool) -> None:
        super().__init__()
        self.is_torn = is_torn


def member_at(path: Path, offset: int) -> Member | None:
    """Return the member that begins at `offset`; None where no intact one does."""
    with told(path), path.open("rb") as stream:
        try:
            return _member(stream, offset)
        except _NoMemberError:
            return None


def members(path: Path, start: int = 0) -> Iterator[Member | Hole]:
    """Yield all that stands in a file from byte `start` on, in order and without overlap.

    Behind damage it goes on with the next intact member. A file may grow meanwhile.
    """
    with told(path), path.open("rb") as stream:
        size = stream.seek(0, 2)
        while start < size:
            try:
                piece: Member | Hole = _member(stream, start)
            except _NoMemberError as error:
                length = _next_member(stream, start + 1, size) - start
                is_torn = error.is_torn and start + length == size
                piece = Hole(offset=start, length=length, is_torn=is_torn)
            yield piece
            start += piece.length


def _member(stream: BinaryIO, offset: int) -> Member:
    stream.seek(offset)
    unpacker = zlib.decompressobj(wbits=CHECKED_GZIP)
    plain = bytearray()
    try:
        while not unpacker.eof and (piece := stream.read(_PIECE)):
            plain += unpacker.decompress(piece)
            if not _BEGINNING.startswith(plain[: len(_BEGINNING)]):
                raise _NoMemberError(is_torn=False)
    except zlib.error:
        raise _NoMemberError(is_torn=False) from None
    if not unpacker.eof:
        raise _NoMemberError(is_torn=True)
    length = stream.tell() - len(unpacker.unused_data) - offset
    return Member(offset=offset, length=length, plain=bytes(plain))


def _next_member(stream: BinaryIO, start: int, size: int) -> int:
    """Where the next intact member begins; `size` where there is none."""
    for offset in places_of(stream, start, GZIP):
        try:
            return _member(stream, offset).offset
        except _NoMemberError:
            continue
    return size


def places_of(stream: BinaryIO, start: int, *marks: bytes) -> Iterator[int]:
    """Yield where any of `marks` stands in a stream from byte `start` on, in order; some may come twice."""
    pattern = re.compile(b"|".join(map(re.escape, marks)))
    overlap = max(map(len, marks)) - 1
    while True:
        stream.seek(start)
        piece = stream.read(_PIECE)
        for match in pattern.finditer(piece):
            yield start + match.start()
        if len(piece) < _PIECE:
            return
        start += len(piece) - overlap
