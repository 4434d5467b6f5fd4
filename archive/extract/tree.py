"""A page as lines in boxes: one walk over the parsed tree, which everything else then reads.

A line is what stands between two line breaks (`<br>`, or the edge of a block element); a box is a block
element, and holds a run of lines. Choosing the article is choosing a box, so order is never lost.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from archive.extract.element_text import collapse
from archive.extract.guards import flatten
from archive.extract.hidden import find_scraps, is_hidden
from archive.extract.table import read_row

_DROP, _BREAK, _BOX, _LINK, _BOLD = range(1, 6)
"""What an element does to the lines, those last that are closed again; other inline elements do nothing."""
_DROPPED = """head title script style noscript template iframe object embed applet svg canvas audio video map
    select datalist button input textarea"""
_BOXES = """html body p div td th tr table tbody thead tfoot caption li ul ol dl dt dd h1 h2 h3 h4 h5 h6
    section article header footer nav aside main figure figcaption blockquote pre center form fieldset legend
    address details summary noframes frameset marquee hgroup"""
_ROLES = {
    **dict.fromkeys(_DROPPED.split(), _DROP),
    **dict.fromkeys(_BOXES.split(), _BOX),
    **dict.fromkeys(("br", "hr"), _BREAK),
    **dict.fromkeys(("b", "strong"), _BOLD),
    "a": _LINK,
}


class Line(NamedTuple):
    """Text between two line breaks, whitespace collapsed."""

    text: str
    """Never empty; the cells of a table row are separated by one tab."""
    linked: int
    """Characters of it that stand inside links."""
    bold: bool
    """All of it is bold."""
    box: int
    """Number of the innermost box around it."""


@dataclass(slots=True)
class Box:
    """A block element and the run of lines in it."""

    element: etree._Element
    tag: str
    marks: str
    """Its classes and its id, lower case, each between blanks."""
    parent: int
    """Number of the box around it; -1 for the root."""
    first: int
    end: int = 0
    """Lines first to end, half-open."""


class Layout(NamedTuple):
    """All lines and boxes of a page in page order; boxes[0] is the whole page."""

    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]


def parse_tree(source: str) -> tuple[etree._Element, tuple[str, ...]]:
    """Parse guarded source; a page without any content becomes an empty body.

    Where the parser gives up (2,048 nested elements) the page is parsed again without its nesting, and the
    warning `nesting_flattened` says so.
    """
    tree, gave_up = _parse(source)
    return (_parse(flatten(source))[0], ("nesting_flattened",)) if gave_up else (tree, ())


def read_layout(tree: etree._Element, dropped: Iterable[etree._Element] = ()) -> Layout:
    """Walk the tree once, past what the page hides and past the elements in `dropped`."""
    walk = _Walk()
    walk.read(tree, find_scraps(tree).union(dropped))
    return Layout(tuple(walk.lines), tuple(walk.boxes))


class _Walk:
    """One walk: the boxes that are open, and the line that is being collected."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self._box = -1
        self._parts: list[str] = []
        self._linked = self._bolded = 0
        self._links = self._bolds = self._preformatted = 0

    def read(self, tree: etree._Element, unread: set[etree._Element]) -> None:
        """Walk the tree. The loop runs for every element of every page, so it is written flat."""
        parts, role_of = self._parts, _ROLES.get
        events = etree.iterwalk(tree, events=("start", "end"))
        for event, element in events:
            role = role_of(element.tag, 0)
            if event == "end":
                if role >= _BOX and (not unread or element not in unread):
                    self._close(element, role)
                text = element.tail
            elif role == _DROP or (unread and element in unread):
                events.skip_subtree()
                continue
            elif (element.get("style") or element.get("hidden") is not None) and is_hidden(element):
                unread.add(element)
                events.skip_subtree()
                continue
            else:
                if role and self._open(element, role):
                    events.skip_subtree()
                    continue
                text = element.text
            if not text:
                continue
            if self._links or self._bolds or self._preformatted:
                self._take(text)
            elif parts or not text.isspace():
                parts.append(text)
        self._break_line()

    def _open(self, element: etree._Element, role: int) -> bool:
        """Open an element that has a role; tell whether all of it has been read by that."""
        if role == _BOX:
            return self._open_box(element)
        if role == _LINK:
            self._links += element.get("href") is not None
        elif role == _BOLD:
            self._bolds += 1
        else:
            self._break_line()
        return False

    def _close(self, element: etree._Element, role: int) -> None:
        if role == _BOX:
            self._close_box()
        elif role == _LINK:
            self._links -= element.get("href") is not None
        else:
            self._bolds -= 1

    def _open_box(self, element: etree._Element) -> bool:
        if self._parts:
            self._break_line()
        tag = element.tag
        self.boxes.append(Box(element, tag, "", self._box, len(self.lines)))
        self._box = len(self.boxes) - 1
        if tag == "pre":
            self._preformatted += 1
        return tag == "tr" and self._take_row(element)

    def _take_row(self, element: etree._Element) -> bool:
        """Read a row of a data table as one line; False where the row lays out the page."""
        row = read_row(element)
        if row:
            self.lines.append(Line(row.text, row.linked, False, self._box))
        return row is not None

    def _close_box(self) -> None:
        """Close the innermost box; one without a line is forgotten."""
        if self._parts:
            self._break_line()
        box = self.boxes[self._box]
        box.end = len(self.lines)
        if box.first == box.end and box.parent >= 0:
            self.boxes.pop()
        else:
            box.marks = _marks(box.element)
        self._box = box.parent
        if box.tag == "pre":
            self._preformatted -= 1

    def _take(self, text: str) -> None:
        """Add text in a link, in bold or preformatted; in the last a line break ends the line."""
        if self._preformatted:
            *whole, text = text.split("\n")
            for line in whole:
                self._parts.append(line)
                self._break_line()
        elif not self._parts and text.isspace():
            return
        self._parts.append(text)
        if self._links or self._bolds:
            length = len(text.strip())
            self._linked += length if self._links else 0
            self._bolded += length if self._bolds else 0

    def _break_line(self) -> None:
        parts = self._parts
        if not parts:
            return
        text = collapse("".join(parts) if len(parts) > 1 else parts[0])
        if text:
            length = len(text)
            bold = 0 < length <= self._bolded
            self.lines.append(Line(text, min(self._linked, length), bold, max(self._box, 0)))
        parts.clear()
        self._linked = self._bolded = 0


def _marks(element: etree._Element) -> str:
    names, name = element.get("class"), element.get("id")
    return f" {names or ''} {name or ''} ".lower() if names or name else ""


def _parse(source: str) -> tuple[etree._Element, bool]:
    """Return the tree, and whether the parser gave up before the end."""
    # Bytes with a mark are parsed a third faster than text, or than bytes whose encoding is named.
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        text = source or "<body></body>"
        tree = etree.fromstring(codecs.BOM_UTF8 + text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    last = parser.error_log.last_error
    gave_up = last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return (etree.fromstring(b"<body></body>", parser) if tree is None else tree), gave_up
