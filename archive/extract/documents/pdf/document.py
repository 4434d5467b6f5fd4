"""PDF documents: their text layer, page furniture taken off and printed lines joined into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2 import raw as pdfium

from archive.errors import InputError
from archive.extract.documents.letterhead import titled
from archive.extract.documents.pdf.furniture import without_furniture
from archive.extract.documents.pdf.lines import PrintedLine, printed_lines
from archive.extract.documents.pdf.paragraphs import join_paragraphs
from archive.model import Block, Extraction, ReaderWarning

MAX_PAGES = 1_000
MAX_CHARS = 5_000_000

_TAIL = 4_096
"""Where the end mark of a whole file stands; scanners and gateways leave a few bytes behind it."""
_FEWEST_PER_PAGE = 8
"""Characters: a page number and a scanner's stamp are no text."""
_UNREADABLE = re.compile("[\0-\x08\x0e-\x1f\ufffd\ufffe\ue000-\uf8ff]")
"""What comes out of a font that doesn't say which characters it draws."""
_MOST_UNREADABLE = 0.2


def extract_pdf(body: bytes, url: str) -> Extraction:
    """Return the paragraphs of a PDF's text layer.

    Lines are joined where one is full and the next goes on; repeated headers and footers and page numbers
    are left out. A scan is `unreadable` with the warning `scan_without_text`, a text in fonts that don't name
    their characters with `text_layer_unreadable`; `pages_without_text` warns of single scanned pages.
    Raises InputError when the file is damaged, cut off, locked with a password or too long. A file made to
    harm may take all memory or end the process: the caller guards against both.
    """
    with closing(_open(body, url)) as document:
        pages, is_drawn = _read(document, url)
    if sum(len(line.text) for lines in pages for line in lines) < _FEWEST_PER_PAGE * len(pages):
        return Extraction(url=url, kind="unreadable", warnings=("scan_without_text",))
    if _is_unreadable(pages):
        return Extraction(url=url, kind="unreadable", warnings=("text_layer_unreadable",))
    has_scanned_pages = any(drawn and not lines for drawn, lines in zip(is_drawn, pages, strict=True))
    paragraphs = join_paragraphs(without_furniture(pages))
    blocks = tuple(Block(kind="paragraph", text=text) for text in paragraphs)
    warnings: tuple[ReaderWarning, ...] = ("pages_without_text",) if has_scanned_pages else ()
    return titled(Extraction(url=url, kind="article", blocks=blocks, warnings=warnings))


def _open(body: bytes, url: str) -> PdfDocument:
    if b"%%EOF" not in body[-_TAIL:] and b"startxref" not in body[-_TAIL:]:
        raise _damaged(url, "its end is missing")
    try:
        document = PdfDocument(body)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise InputError(
                f"{url} is locked with a password",
                remedy="Open it with its password, print it to a new PDF and import that",
            ) from error
        raise _damaged(url, str(error)) from error
    if len(document) == 0:
        raise _damaged(url, "it holds no page")
    if len(document) > MAX_PAGES:
        raise InputError(
            f"{url} has {len(document):,} pages, the limit is {MAX_PAGES:,}", remedy="Split it into volumes"
        )
    return document


def _read(document: PdfDocument, url: str) -> tuple[list[list[PrintedLine]], list[bool]]:
    """Return the lines of each page, and whether anything is drawn on it."""
    pages: list[list[PrintedLine]] = []
    is_drawn: list[bool] = []
    total = 0
    for number in range(len(document)):
        try:
            with closing(document[number]) as page:
                pages.append(printed_lines(page))
                is_drawn.append(pdfium.FPDFPage_CountObjects(page) > 0)
        except PdfiumError as error:
            raise _damaged(url, f"page {number + 1}: {error}") from error
        total += sum(len(line.text) for line in pages[-1])
        if total > MAX_CHARS:
            raise InputError(
                f"{url} holds more than {MAX_CHARS:,} characters", remedy="Split it into volumes"
            )
    return pages, is_drawn


def _is_unreadable(pages: Sequence[Sequence[PrintedLine]]) -> bool:
    text = "".join(line.text for lines in pages for line in lines)
    return sum(len(match) for match in _UNREADABLE.findall(text)) > _MOST_UNREADABLE * len(text)


def _damaged(url: str, why: str) -> InputError:
    return InputError(
        f"{url} is damaged ({why})", remedy="Fetch it again, or open it and print it to a new PDF"
    )
