"""Undoing a body's content encoding, never to more bytes than were asked for."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final

from archive.errors import InputError

_GZIP: Final = b"\x1f\x8b\x08"
_TRAILER: Final = 8
"""Bytes behind each member: checksum and length. Servers get them wrong, or leave them out; browsers do not
look at them."""
_HAS_CHECKSUM, _HAS_EXTRA, _HAS_NAMES = 2, 4, (8, 16)
"""Bits of the head's fourth byte (RFC 1952, 2.3.1)."""

_ZSTD_PIECE: Final = 256
"""Bytes that are unpacked at once. As four of them can stand for 128 KB, they are 8 MB at most."""

_AS_IT_IS: Final = ("", "identity", "none", "binary", "8bit", "chunked", "aws-chunked")


def is_packed(encoding: str) -> bool:
    """Tell whether a Content-Encoding says that a body is packed.

    It is none where a server names there what it has no other place for, such as the charset (`utf-8`):
    browsers take the body as it is.
    """
    if encoding in _AS_IT_IS:
        return False
    try:
        "".encode(encoding)
    except (LookupError, ValueError):
        return True
    return False


def decoded(body: bytes, encoding: str, most: int, *, is_cut: bool = False) -> bytes:
    """Return up to `most` + 1 bytes of what `body` unpacks to.

    `InputError` where the encoding is none that a browser knows, or the body is not in it, or breaks off
    though it is not said that it `is_cut`: half a text must not pass for a whole one.
    """
    if encoding not in _DECODERS:
        raise InputError(
            f"its body is encoded as {encoding!r}, which can't be undone",
            remedy="Ask for gzip, deflate, br or zstd only",
        )
    try:
        plain, is_whole = _DECODERS[encoding](body, most + 1)
    except (ValueError, zlib.error) as error:
        raise InputError(f"its body is not in the encoding {encoding!r} that it states ({error})") from error
    if not (is_whole or is_cut or len(plain) > most):
        raise InputError(f"its body, packed by {encoding!r}, breaks off")
    return plain


def _gzip(body: bytes, most: int) -> tuple[bytes, bool]:
    """All members, one behind the other. A body that is plain in spite of what it states stays as it is."""
    if not body.startswith(_GZIP):
        return body[:most], True
    plain, rest, is_whole = b"", body, True
    while rest.startswith(_GZIP) and len(plain) < most:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        plain += unpacker.decompress(rest[_end_of_head(rest) :], most - len(plain))
        rest, is_whole = unpacker.unused_data[_TRAILER:], unpacker.eof
    return plain, is_whole


def _end_of_head(member: bytes) -> int:
    flags, end = member[3] if len(member) > 3 else 0, 10
    if flags & _HAS_EXTRA:
        end += 2 + int.from_bytes(member[end : end + 2], "little")
    for name in _HAS_NAMES:
        end = member.index(b"\0", end) + 1 if flags & name else end
    return end + 2 * bool(flags & _HAS_CHECKSUM)


def _deflate(body: bytes, most: int) -> tuple[bytes, bool]:
    """With the head of RFC 1950, or without one, as many servers send it, or plain."""
    has_head = len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return unpacker.decompress(body[2 * has_head :], most), unpacker.eof
    except zlib.error:
        return body[:most], True


def _brotli(body: bytes, most: int) -> tuple[bytes, bool]:
    import brotli  # few pages need it

    unpacker, plain = brotli.Decompressor(), bytearray()
    piece = body
    while len(plain) < most:
        try:
            made = unpacker.process(piece, output_buffer_limit=most - len(plain))
        except brotli.error as error:
            if piece and not plain and _is_plain(body):
                return body[:most], True
            raise ValueError(str(error)) from error
        plain += made
        piece = b""
        if unpacker.is_finished() or (not made and unpacker.can_accept_more_data()):
            break
    return bytes(plain), unpacker.is_finished()


def _zstd(body: bytes, most: int) -> tuple[bytes, bool]:
    """All frames, one behind the other."""
    import zstandard  # few pages need it

    unpacker, stream, plain = zstandard.ZstdDecompressor(), BytesIO(body), bytearray()
    frame = unpacker.decompressobj()
    try:
        while len(plain) < most and (piece := frame.unused_data or stream.read(_ZSTD_PIECE)):
            frame = unpacker.decompressobj() if frame.eof else frame
            plain += frame.decompress(piece)
    except zstandard.ZstdError as error:
        if _is_plain(body):
            return body[:most], True
        raise ValueError(str(error)) from error
    return bytes(plain[:most]), frame.eof


def _is_plain(body: bytes) -> bool:
    """Tell whether a body begins like markup, which nothing packed does: its header outlived its packing."""
    return body.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<")


_DECODERS: dict[str, Callable[[bytes, int], tuple[bytes, bool]]] = {
    "gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
