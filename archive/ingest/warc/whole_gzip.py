"""WARC files that were packed as a whole, as by `gzip old.warc`: no record of them can be read by itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO, Final, cast

from archive.store.failures import told
from archive.store.no_space import temporary_directory
from archive.store.warc.members import GZIP

_LOOKED_AT: Final = 1024 * 1024
_PIECE: Final = 64 * 1024
_GZIP: Final = zlib.MAX_WBITS | 16
_NEXT_RECORD: Final = re.compile(rb"\r?\n\r?\nWARC/[01]\.\d+\r?\n")


@contextmanager
def with_single_records(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Yield a stream of WARC in which each record can be read by itself: `stream`, or what it unpacks to.

    That is put into a temporary file; of one that is cut, all up to there. `MachineError` where there is no
    room for it.
    """
    if not _is_packed_whole(stream):
        yield stream
        return
    place = temporary_directory()
    with ExitStack() as stack:
        with told(place):
            unpacked = cast(BinaryIO, stack.enter_context(TemporaryFile(dir=place)))
            _unpack(stream, unpacked)
        unpacked.seek(0)
        yield unpacked


def _is_packed_whole(stream: BinaryIO) -> bool:
    """Whether the first gzip member holds a second record."""
    stream.seek(0)
    packed = stream.read(_LOOKED_AT)
    stream.seek(0)
    if not packed.startswith(GZIP):
        return False
    try:
        plain = zlib.decompressobj(_GZIP).decompress(packed, _LOOKED_AT)
    except zlib.error:
        return False
    return _NEXT_RECORD.search(plain) is not None


def _unpack(stream: BinaryIO, out: BinaryIO) -> None:
    """What is missing of it, the end of the records tells."""
    unpacker = zlib.decompressobj(_GZIP)
    left = b""
    while packed := left or stream.read(_PIECE):
        try:
            out.write(unpacker.decompress(packed, _PIECE))
        except zlib.error:
            return
        left = unpacker.unconsumed_tail or unpacker.unused_data
        if unpacker.eof:
            unpacker = zlib.decompressobj(_GZIP)
    out.write(unpacker.flush())
