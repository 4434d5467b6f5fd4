"""Rows of data tables, told from the rows of tables that only lay out a page."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from archive.extract.element_text import text_of

_MAX_CELL_CHARS = 400
_MAX_CELL_BREAKS = 6
"""A cell with more paragraphs or `<br>`, or with a heading, is a column of a layout."""
_HEADINGS = ("h1", "h2", "h3")


class Row(NamedTuple):
    """A row of a data table."""

    text: str
    """Its cells, each without line breaks, separated by one tab."""
    linked: int
    """Characters inside links."""


def read_row(element: etree._Element) -> Row | None:
    """Read a `<tr>` with at least two filled cells of moderate length, else None."""
    cells = [child for child in element if child.tag in ("td", "th")]
    if len(cells) < 2 or next(element.iterdescendants("table"), None) is not None:
        return None
    texts = []
    for cell in cells:
        text = text_of(cell)
        if len(text) > _MAX_CELL_CHARS or _breaks(cell) > _MAX_CELL_BREAKS:
            return None
        texts.append(text)
    if len(list(filter(None, texts))) < 2:
        return None
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return Row("\t".join(texts), linked)


def _breaks(cell: etree._Element) -> int:
    if not len(cell):
        return 0
    inner = cell.iter("br", "p", "div", "li", *_HEADINGS)
    return sum(1 + _MAX_CELL_BREAKS * (element.tag in _HEADINGS) for element in inner)
