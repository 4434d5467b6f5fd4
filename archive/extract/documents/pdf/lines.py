"""The lines of a PDF's page as PDFium reads them, and where they stand."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import byref
from dataclasses import dataclass
from itertools import accumulate

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium

_UNNAMED = "\ufffd"
"""A character of which its font doesn't say what it is."""
_MARK = re.compile("[\x02\ufffe]")
"""PDFium's for such a character, and for a hyphen at a line's end."""
_SPREAD = re.compile(r"(?<!\S)(?:[㐀-鿿，。、；：！？“”《》（）] ){3,}(?=[㐀-鿿，。、；：！？“”《》（）])")
"""Characters moved apart to fill a line; PDFium reads the gaps as blanks."""
_LINE = re.compile("[^\r\n]*[^\r\n\\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line; lengths are in points, counted the way it runs: rightwards, down in vertical text, or up."""

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
    text = page.get_text_range(errors="replace")
    places = _Places(page, text)
    for match in _LINE.finditer(_with_hyphens(text, places)):
        first = places.index(match.start() + len(match[0]) - len(match[0].lstrip()))
        start, end, depth = _extent(page, first, places.index(match.end() - 1))
        line = _SPREAD.sub(lambda spread: spread[0].replace(" ", ""), match[0])
        yield PrintedLine(text=line, start=start, end=end, depth=depth, size=_size(page, first))


class _Places:
    """PDFium's index of each character of a text: it counts UTF-16 units, and what has no character too."""

    def __init__(self, page: PdfTextPage, text: str) -> None:
        self.page = page
        self._units = [*accumulate((1 + (character > "\uffff") for character in text), initial=0)]

    def index(self, position: int) -> int:
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.page, self._units[position]))


def _with_hyphens(text: str, places: _Places) -> str:
    """Chinese printers part no words, so a hyphen at a line's end is one of the text's."""

    def read(mark: re.Match[str]) -> str:
        is_hyphen = pdfium.FPDFText_IsHyphen(places.page, places.index(mark.start())) == 1
        return "-" if is_hyphen else _UNNAMED

    return _MARK.sub(read, text)


def _extent(page: PdfTextPage, first: int, last: int) -> tuple[float, float, float]:
    left, bottom, right, top = page.get_charbox(first, loose=True)
    last_left, last_bottom, last_right, last_top = page.get_charbox(last, loose=True)
    if abs(last_left - left) >= abs(last_top - top):
        if last_right < left:  # upside down
            return -right, -last_left, top
        return min(left, last_left), max(right, last_right), -top
    if last_bottom > top:  # upwards, on a page that was turned when it was printed
        return bottom, last_top, left
    return -max(top, last_top), -min(bottom, last_bottom), -right


def _size(page: PdfTextPage, character: int) -> float:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, character, byref(matrix))
    return float(pdfium.FPDFText_GetFontSize(page, character)) * (math.hypot(matrix.c, matrix.d) or 1.0)
