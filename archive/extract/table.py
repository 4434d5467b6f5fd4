"""Rows of data tables, told from the rows of tables that only lay out a page."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from archive.extract.element_text import text_of

_MAX_CELL_CHARS = 400
_MAX_CELL_BREAKS = 6
"""A cell with more paragraphs or `<br>`, or with a heading or a table, is a column of a layout."""
_MAX_BREAKS_ALONE = 1
"""Of a cell in a table of a single row: old pages set their columns side by side in one."""
_CELLS = ("td", "th")
_BREAKS = {
    **dict.fromkeys(("br", "p", "div", "li"), 1),
    **dict.fromkeys(("table", "h1", "h2", "h3"), _MAX_CELL_BREAKS + 1),
}


class Row(NamedTuple):
    """A row of a data table."""

    text: str
    """Its cells, each without line breaks, separated by one tab."""
    linked: int
    """Characters inside links."""


def read_row(element: etree._Element) -> Row | None:
    """Read a `<tr>` with at least two filled cells of moderate length, else None."""
    if len(element) < 2 or _has_column(element, _MAX_CELL_BREAKS):
        return None
    texts = [text_of(cell) for cell in element if cell.tag in _CELLS]
    if len(list(filter(None, texts))) < 2 or max(map(len, texts)) > _MAX_CELL_CHARS:
        return None
    if not _has_others(element) and _has_column(element, _MAX_BREAKS_ALONE):
        return None
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return Row("\t".join(texts), linked)


def _has_others(row: etree._Element) -> bool:
    """Tell whether a row stands beside others of its table."""
    return row.getnext() is not None or row.getprevious() is not None


def _has_column(row: etree._Element, most: int) -> bool:
    return any(len(cell) and _is_column(cell, most) for cell in row)


def _is_column(cell: etree._Element, most: int) -> bool:
    """Tell whether a cell holds more than one of a data table does; looks no further once it does."""
    breaks = 0
    for inner in cell.iter():
        breaks += _BREAKS.get(inner.tag, 0)
        if breaks > most:
            return True
    return False
