"""Undoing a body's content encoding, never to more bytes than were asked for."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable
from io import BytesIO

from warcio.bufferedreaders import BufferedReader

from archive.errors import InputError


def decoded(body: bytes, encoding: str, most: int) -> bytes:
    """Return up to `most` + 1 bytes of what `body` unpacks to.

    What is no encoding at all (`utf-8`, `none`) undoes nothing, as in a browser, and neither does one in
    which a page plainly is not: programs that keep pages unpack them, and leave the header.
    `InputError` where the encoding is none that a browser knows, or the body is damaged.
    """
    if encoding in _OTHERS:
        raise InputError(
            f"its body is encoded as {encoding!r}, which can't be undone",
            remedy="Ask for gzip, deflate, br or zstd only",
        )
    if encoding not in _DECODERS:
        return body[: most + 1]
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
            if piece and not plain and _is_plain(body):
                return body[:most]
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
        if _is_plain(body):
            return body[:most]
        raise ValueError(str(error)) from error
    return plain


def _is_plain(body: bytes) -> bool:
    """Whether a body begins like markup, which nothing packed does."""
    return body.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<")


_OTHERS = ("compress", "x-compress", "dcb", "dcz", "sdch", "exi", "pack200-gzip", "aes128gcm", "bzip2")
"""Encodings that are registered, or were used, and that nothing here undoes."""

_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _zlib("gzip"),
    "deflate": _zlib("deflate"),
    "br": _brotli,
    "zstd": _zstd,
}
