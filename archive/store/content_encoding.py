"""Undoing a body's content encoding, never to more bytes than were asked for."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

from warcio.bufferedreaders import BufferedReader

from archive.errors import InputError


def decoded(body: bytes, encoding: str, most: int) -> bytes:
    """Return up to `most` + 1 bytes of what `body` unpacks to.

    `InputError` where the encoding is none that a browser knows, or the body is not in it.
    """
    if encoding not in _DECODERS:
        raise InputError(
            f"its body is encoded as {encoding!r}, which can't be undone",
            remedy="Ask for gzip, deflate, br or zstd only",
        )
    try:
        return _DECODERS[encoding](body, most + 1)
    except (ValueError, zlib.error) as error:
        raise InputError(f"its body is not in the encoding {encoding!r} that it states ({error})") from error


def _zlib(encoding: str) -> Callable[[bytes, int], bytes]:
    def unpack(body: bytes, most: int) -> bytes:
        plain: bytes = BufferedReader(BytesIO(body), decomp_type=encoding).read(most)
        return plain

    return unpack


def _brotli(body: bytes, most: int) -> bytes:
    import brotli  # few pages need it

    unpacker, plain = brotli.Decompressor(), bytearray()
    piece = body
    while len(plain) < most:
        try:
            made = unpacker.process(piece, output_buffer_limit=most - len(plain))
        except brotli.error as error:
            raise ValueError(str(error)) from error
        plain += made
        piece = b""
        if unpacker.is_finished() or (not made and unpacker.can_accept_more_data()):
            break
    return bytes(plain)


def _zstd(body: bytes, most: int) -> bytes:
    import zstandard  # few pages need it

    reader = zstandard.ZstdDecompressor().stream_reader(BytesIO(body), read_across_frames=True)
    try:
        plain: bytes = reader.read(most)
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error
    return plain


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _zlib("gzip"),
    "deflate": _zlib("deflate"),
    "br": _brotli,
    "zstd": _zstd,
}
