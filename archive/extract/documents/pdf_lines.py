"""The lines of a PDF's page as PDFium reads them, and where they stand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import byref
from dataclasses import dataclass

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium

_LAST_HYPHEN = re.compile("[\x02\ufffe](?:\r\n)?")
"""PDFium's mark for a hyphen at a line's end; Chinese printers part no words, so it is one of the text's."""
_SPREAD = re.compile(r"(?<!\S)(?:[㐀-鿿，。、；：！？“”《》（）] ){3,}(?=[㐀-鿿，。、；：！？“”《》（）])")
"""Characters moved apart to fill a line; PDFium reads the gaps as blanks."""
_LINE = re.compile("[^\r\n]*[^\r\n\\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line; lengths are in points, counted the way it runs: rightwards, or down in vertical text."""

    text: str
    """Without blanks at its end."""
    start: float
    end: float
    depth: float
    """Grows from the first line of the page to its last."""
    size: float
    """Of its letters: an em."""


def printed_lines(page: PdfPage) -> list[PrintedLine]:
    """Return the lines that show something, in the order of reading.

    A page is read as it was written: PDFium sorts the lines of one that is turned for the screen by columns.
    """
    page.set_rotation(0)
    with closing(page.get_textpage()) as text_page:
        return list(_lines(text_page))


def _lines(page: PdfTextPage) -> Iterator[PrintedLine]:
    text = page.get_text_range()
    for match in _LINE.finditer(text):
        first = match.start() + len(match[0]) - len(match[0].lstrip())
        start, end, depth = _place(page, first, match.end() - 1)
        line = _SPREAD.sub(lambda spread: spread[0].replace(" ", ""), _LAST_HYPHEN.sub("-", match[0]))
        yield PrintedLine(text=line, start=start, end=end, depth=depth, size=_size(page, first))


def _place(page: PdfTextPage, first: int, last: int) -> tuple[float, float, float]:
    left, bottom, right, top = page.get_charbox(first, loose=True)
    last_left, last_bottom, last_right, last_top = page.get_charbox(last, loose=True)
    if abs(last_left - left) >= abs(last_top - top):
        return min(left, last_left), max(right, last_right), -top
    return -max(top, last_top), -min(bottom, last_bottom), -right


def _size(page: PdfTextPage, character: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, character, byref(matrix))
    return float(pdfium.FPDFText_GetFontSize(page, character)) * (math.hypot(matrix.c, matrix.d) or 1.0)
