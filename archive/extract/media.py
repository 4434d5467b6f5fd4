"""What a body of bytes is, by its content: names and declared types lie too often.

A page may be served as text/plain, a picture saved as 通知.txt, a spreadsheet renamed 附件.docx.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath

from archive.addresses import split_address
from archive.extract.openings import (
    BLANKS,
    BOMS,
    begins_data,
    begins_mht,
    begins_page,
    begins_word_xml,
    holds_markup,
    is_for_programs,
    is_json,
    without_bom,
)


class Media(StrEnum):
    """Kinds of body that the readers tell apart."""

    HTML = "html"
    TEXT = "text"
    DOCX = "docx"
    """Also when locked with a password: the reader says so."""
    PDF = "pdf"
    WARC = "warc"
    """Plain or gzip."""
    WACZ = "wacz"
    """WARC files in a ZIP."""
    DOC = "doc"
    """What a converter must read: Word's format before 2007, RTF under any name, Word's own XML."""
    MHT = "mht"
    """A page with its pictures in one file, as browsers and Word save it (.mht, often named .doc)."""
    BINARY = "binary"
    """Anything else that is no text: pictures, archives, spreadsheets, feeds, data in JSON or XML."""
    EMPTY = "empty"
    """No byte, or blanks only."""


SAMPLE_BYTES = 65_536
"""How much of a body is looked at to tell text from other bytes."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""So begins every file of Office before 2007, and the envelope around a later one with a password."""
ARC = b"filedesc://"
"""So begins the form in which web archives kept pages before WARC."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP = b"\x1f\x8b"
_SIGNED = {b"{\\rtf": Media.DOC, ARC: Media.BINARY, b"%PDF-": Media.PDF}
_WARC = re.compile(rb"WARC/[01]\.\d")
_BEFORE = 1_024
"""Bytes before a signature: a mark or blank lines that a script left there. PDF allows so many."""
_PDF = re.compile(rb"%PDF-\d\.\d\s")
_TAIL = 4_096
_DOCUMENT_PART = re.compile(r"word/document\d*\.xml")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MOST_CONTROL_BYTES = 0.005
_USUAL_IN_UTF16 = re.compile("[\t-\r -~\u00a0-\u00ff\u2010-\u203f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_FEWEST_USUAL = 0.9


def sniff(body: bytes, url: str = "", headers: Mapping[str, str] | None = None) -> Media:
    """Return what `body` is.

    `url` (or a file's name) and the `content-type` among `headers` (names in lower case) are only asked
    whether a text without a page's head is a page.
    The head of a long file is enough, except for a .docx, whose table of contents stands at the end.
    """
    if not without_bom(body).strip(BLANKS):
        return Media.EMPTY
    if (container := _container(body)) is not None:
        return container
    head = body[:SAMPLE_BYTES]
    if is_wide := utf16_codec(body) is not None:
        head = head.replace(b"\0", b"")
    if is_wide or not _has_many_control_bytes(head.rstrip(b"\0")):
        return _written(head, body, url, headers or {})
    # Some servers leave a few bytes before the signature; the format allows 1,024.
    return Media.PDF if b"%PDF-" in body[:_BEFORE] else Media.BINARY


def utf16_codec(body: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` where the bytes read as such, else None."""
    sample = body[: min(SAMPLE_BYTES, len(body) // 2 * 2)]
    # Each line break, blank or tag has a zero in UTF-16: to look for one takes next to nothing.
    if sample[:2] not in BOMS and not (b"\0" in sample and _has_many_control_bytes(sample)):
        return None
    order = {codecs.BOM_UTF16_LE: ("utf-16-le",), codecs.BOM_UTF16_BE: ("utf-16-be",)}
    for codec in order.get(sample[:2], ("utf-16-le", "utf-16-be")):
        text = sample.decode(codec, "replace").lstrip("\ufeff").rstrip("\0")
        if text and len(_USUAL_IN_UTF16.findall(text)) >= _FEWEST_USUAL * len(text):
            return codec
    return None


def _container(body: bytes) -> Media | None:
    """Formats that name themselves in their first bytes."""
    opening = without_bom(body[:_BEFORE]).lstrip()
    if opening.startswith(_ZIP):
        return Media.DOCX if _holds_word_document(body) else Media.BINARY
    if body.startswith(OLE):
        return _ole_kind(body)
    if body.startswith(_GZIP):
        return Media.WARC if _WARC.match(_first_unpacked(body)) else Media.BINARY
    if _WARC.match(opening):
        return Media.WARC
    for signature, media in _SIGNED.items():
        if opening.startswith(signature):
            return media
    return Media.PDF if _is_late_pdf(body) else None


def _is_late_pdf(body: bytes) -> bool:
    """Some servers leave a warning or a page's head before a PDF."""
    return _PDF.search(body[:_BEFORE]) is not None and b"%%EOF" in body[-_TAIL:]


def _holds_word_document(body: bytes) -> bool:
    try:
        names = zipfile.ZipFile(io.BytesIO(body)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return b"word/document" in body  # cut off: the names stand before each member too
    return any(_DOCUMENT_PART.fullmatch(name.replace("\\", "/").lstrip("/")) for name in names)


def _ole_kind(body: bytes) -> Media:
    """Word's old format, or the envelope that Office puts around a file with a password."""
    if "EncryptedPackage".encode("utf-16-le") in body:
        return Media.DOCX
    return Media.DOC if "WordDocument".encode("utf-16-le") in body else Media.BINARY


def _first_unpacked(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body[:SAMPLE_BYTES], 16)
    except zlib.error:
        return b""


def _has_many_control_bytes(sample: bytes) -> bool:
    """UTF-8, GB18030 and Big5 texts have next to none; UTF-16 and binary formats several in a hundred."""
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return controls > _MOST_CONTROL_BYTES * len(sample)


def _written(head: bytes, body: bytes, url: str, headers: Mapping[str, str]) -> Media:
    """Tell pages and texts from what is written for programs."""
    declared = headers.get("content-type", "").partition(";")[0].strip().lower()
    opening = without_bom(head)
    if begins_page(opening):
        return Media.HTML
    if begins_mht(opening):
        return Media.MHT
    if begins_word_xml(opening):
        return Media.DOC
    if is_for_programs(declared) or begins_data(opening) or is_json(body):
        return Media.BINARY
    return Media.HTML if _is_page(head, url, declared) else Media.TEXT


def _is_page(head: bytes, url: str, declared: str) -> bool:
    suffix = PurePosixPath(split_address(url).path).suffix.lower()
    if declared == "text/plain" or (not declared and suffix in (".txt", ".text", ".md")):
        return False
    return "html" in declared or suffix in (".html", ".htm", ".shtml", ".xhtml") or holds_markup(head)
