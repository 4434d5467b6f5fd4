"""What a file holds, as the readers want it: one capture, or all those of a WARC file."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import partial
from pathlib import Path

from archive.article import read
from archive.errors import InputError
from archive.extract.media import Media, sniff
from archive.ingest.files import read_file, readable
from archive.ingest.wacz import exchanges_in_wacz
from archive.ingest.warc import FoundInWarc, PassedOver, exchanges_in
from archive.model import Capture, Extraction
from archive.store.capture_reading import Reading
from archive.store.clock import now
from archive.store.exchange import Exchange
from archive.store.guarded_reader import GuardedReader

_OWN_ADDRESS = re.compile("^urn:sha256:[0-9a-f]{64}")
_REASONS = {
    "scan_without_text": "it is a scan, pictures of pages without a text layer",
    "text_layer_unreadable": "its fonts don't name the characters that they draw",
}
_NO_CONVERTER = "unread_doc"
_DOCUMENTS = (Media.PDF, Media.DOCX, Media.DOC)
_GUARDED = GuardedReader()
"""It starts with the first document, and stays for all others."""
_UNREAD = ("empty", "unreadable")


def found_in(path: Path) -> Iterator[FoundInWarc]:
    """Yield the text at `path`, or what a WARC or WACZ file holds.

    Raises InputError where nothing at all can be read.
    """
    file = read_file(path)
    if file.media is Media.WARC:
        yield from exchanges_in(path)
    elif file.media is Media.WACZ:
        yield from exchanges_in_wacz(path)
    else:
        yield file.exchange(now())


def texts_in(path: Path) -> Iterator[tuple[Extraction, ...]]:
    """Yield the pages of each article that `path` holds, in reading order; of a file, one.

    Raises InputError where a file holds no article; the first fault met in a WARC file is raised when the
    rest is through.
    """
    unfinished: dict[str, tuple[Extraction, ...]] = {}
    attached: set[str] = set()
    faults = []
    for found in found_in(path):
        if isinstance(found, PassedOver):
            continue
        try:
            page = _article_or_part(found, path, unfinished)
        except InputError as error:
            faults.append(error)
            continue
        if page is None or page.url in attached:
            continue
        attached |= {file.url for file in page.files}
        pages = (*unfinished.pop(page.url, ()), page)
        if page.next_part:
            unfinished[page.next_part] = pages
        else:
            yield pages
    yield from unfinished.values()
    if faults:
        raise faults[0]


def _article_or_part(
    found: Exchange | InputError, path: Path, unfinished: Container[str]
) -> Extraction | None:
    """None for a page of a WARC file that is something else."""
    if isinstance(found, InputError):
        raise found
    page = read_capture(found.capture(), path)
    if page.kind == "article" or page.url in unfinished:
        return page
    if found.record_type == "resource":
        raise no_article(readable(str(path)), page)
    return None


def no_article(subject: str, page: Extraction) -> InputError:
    """Return the error for a page that is something else: a listing, a login page …"""
    return InputError(f"{subject} holds no article (it looks like: {page.kind.replace('_', ' ')})")


def read_capture(capture: Capture, path: Path) -> Extraction:
    """Return what a reader makes of a capture found in `path`.

    Raises InputError, which names the file, where it is damaged, locked, without any text or too large for
    the memory that there is.
    """
    try:
        extraction = _read(capture)
        if extraction.kind in _UNREAD:
            raise _textless(extraction)
    except InputError as error:
        what = _OWN_ADDRESS.sub(lambda _: readable(str(path)), error.what)
        raise InputError(what, remedy=error.remedy) from error
    return extraction


def _read(capture: Capture) -> Extraction:
    if sniff(capture.body, capture.url, capture.headers) in _DOCUMENTS:
        return _read_guarded(capture)
    try:
        return read(capture)
    except MemoryError as error:
        what = f"{capture.url} asks for more memory than there is"
        raise InputError(what, remedy="Read it again where there is more") from error


def _read_guarded(capture: Capture) -> Extraction:
    """A document made to harm may never end, take all memory or end the process that reads it."""
    reading = _GUARDED.ask(partial(_reading, capture))
    if reading.extraction is None:
        raise InputError(
            f"{capture.url} was given up: {reading.failure}", remedy="Open it, and import its text as .txt"
        )
    return reading.extraction


def _reading(capture: Capture) -> Reading:
    return Reading(extraction=read(capture))


def _textless(extraction: Extraction) -> InputError:
    if _NO_CONVERTER in extraction.warnings:
        return InputError(
            f"{extraction.url} is RTF or a .doc of the time before 2007, which no program here could read",
            remedy="Install antiword, catdoc or LibreOffice, or save it as .docx",
        )
    told = [_REASONS[warning] for warning in extraction.warnings if warning in _REASONS]
    if not told:
        return InputError(f"{extraction.url} holds no text", remedy="Open it and see what it is")
    return InputError(
        f"{extraction.url} holds no text that can be read: {'; '.join(told)}",
        remedy="Run it through OCR first",
    )
