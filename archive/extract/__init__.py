"""From the bytes of a response or file to blocks and metadata: `extract`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from archive.errors import MachineError
from archive.extract.html_page import extract_html
from archive.extract.legible import legible
from archive.extract.media import Media, sniff
from archive.extract.page import Page, parse
from archive.extract.rules import Rules, SiteRules
from archive.model import Extraction, ReaderWarning

__all__ = ["Page", "Rules", "SiteRules", "extract", "parse"]


def extract(
    body: bytes, url: str, headers: Mapping[str, str] | None = None, *, rules: Rules = None
) -> Extraction:
    """Return what stands in `body`, whatever it is: page, plain text, docx, pdf, old doc or mht.

    `headers` have lower-case names. What can't be read has the kind `unreadable` and a warning that names
    its format. InputError where a docx or pdf is damaged or locked; MemoryError and MachineError where
    reading it fails for the machine's sake: for want of memory, or of a library.
    """
    return legible(_read(body, url, headers, rules))


def _read(body: bytes, url: str, headers: Mapping[str, str] | None, rules: Rules) -> Extraction:
    media = sniff(body, url, headers)
    if media is Media.HTML:
        return extract_html(body, url, headers, rules=rules)
    try:
        read = _reader_of(media)
    except ModuleNotFoundError as error:
        raise MachineError(
            f"The library {error.name} is missing, which reads {url}", remedy="Install campaign-archive again"
        ) from error
    if read:
        return read(body, url)
    if media is Media.EMPTY:
        return Extraction(url=url, kind="empty")
    warning: ReaderWarning = "unread_warc" if media is Media.WARC else "unread_binary"
    return Extraction(url=url, kind="unreadable", confidence="low", warnings=(warning,))


def _reader_of(media: Media) -> Callable[[bytes, str], Extraction] | None:
    """Return what reads documents of one format, loaded now: most crawls never meet one."""
    match media:
        case Media.TEXT:
            from archive.extract.documents.plain_text import extract_plain_text as read
        case Media.DOCX:
            from archive.extract.documents.docx.document import extract_docx as read
        case Media.PDF:
            from archive.extract.documents.pdf.document import extract_pdf as read
        case Media.DOC:
            from archive.extract.documents.doc import extract_doc as read
        case Media.MHT:
            from archive.extract.mht import extract_mht as read
        case _:
            return None
    return read
