"""Names for the formats of files that are mistaken for texts most often."""

from __future__ import annotations

import codecs
import zlib

from archive.extract.media import ARC, OLE

_GZIP = b"\x1f\x8b"

_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"RIFF", "a picture, sound or film (RIFF)"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (_GZIP, "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd (`unzstd FILE` unpacks it)"),
    (ARC, "an ARC file (`warcio recompress OLD.arc.gz NEW.warc.gz` makes a WARC file of it)"),
    (OLE, "an old Office file (.xls, .ppt, .wps)"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"<", "a feed or other data in XML"),
    (b"{", "data in JSON"),
    (b"[", "data in JSON"),
)
_ZIPPED = (
    (b"xl/workbook", "a spreadsheet (.xlsx)"),
    (b"ppt/presentation", "a presentation (.pptx)"),
    (b"OFD.xml", "an .ofd document"),
    (b"opendocument.text", "an .odt document"),
)


def name_of_format(body: bytes) -> str:
    """Return `a PNG picture` and the like; `a binary file` where the signature is unknown."""
    if body.startswith(_GZIP) and _unpacked(body).startswith(ARC):
        body = ARC
    if body.startswith(b"PK"):
        return next((name for member, name in _ZIPPED if member in body), "a zip archive")
    opening = body.removeprefix(codecs.BOM_UTF8).lstrip()
    return next((name for signature, name in _SIGNATURES if opening.startswith(signature)), "a binary file")


def _unpacked(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, len(ARC))
    except zlib.error:
        return b""
