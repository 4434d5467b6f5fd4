"""A page as lines in boxes: one walk over the parsed tree, which everything else then reads.

A line is what stands between two line breaks (`<br>`, or the edge of a block element); a box is a block
element, and holds a run of lines. Choosing the article is choosing a box, so order is never lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from lxml import etree

from archive.extract.guards import flatten
from archive.extract.table import read_row


class _Role(IntEnum):
    """What an element does to the lines; inline elements without a role do nothing."""

    DROPPED = 1
    BOX = 2
    BREAK = 3
    LINK = 4
    BOLD = 5


_DROPPED = """head script style noscript template iframe object embed applet svg canvas audio video map select
    datalist button input textarea"""
_BOXES = """html body p div td th tr table tbody thead tfoot caption li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section
    article header footer nav aside main figure figcaption blockquote pre center form fieldset legend address
    details summary noframes frameset marquee hgroup"""
_ROLES = {
    **dict.fromkeys(_DROPPED.split(), _Role.DROPPED),
    **dict.fromkeys(_BOXES.split(), _Role.BOX),
    **dict.fromkeys(("br", "hr"), _Role.BREAK),
    **dict.fromkeys(("b", "strong"), _Role.BOLD),
    "a": _Role.LINK,
}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]+")
_BREAK_IN_HAN = re.compile(r"(?<=[⺀-鿿，。、；：！？）》”])\s*[\r\n]\s*(?=[⺀-鿿，。、；：！？（《“])")


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


def read_layout(tree: etree._Element, dropped: Collection[etree._Element] = ()) -> Layout:
    """Walk the tree once, past what the page hides and past the elements in `dropped`."""
    walk = _Walk()
    skipped = None
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        role = _ROLES.get(element.tag)
        if event == "start":
            if role is _Role.DROPPED or _is_hidden(element) or (dropped and element in dropped):
                events.skip_subtree()
                skipped = element
            elif walk.enter(element, role):
                events.skip_subtree()
        else:
            if role and element is not skipped:
                walk.leave(element, role)
            if element.tail:
                walk.take(element.tail)
    walk.break_line()
    return Layout(tuple(walk.lines), tuple(walk.boxes))


def collapse(text: str) -> str:
    """Return `text` without line breaks: none between two Han characters, where the source was only wrapped."""
    if not text.isprintable():
        if "\n" in text or "\r" in text:
            text = _BREAK_IN_HAN.sub("", text.strip())
        text = _CONTROL.sub(lambda run: " " if run[0].isspace() else "", text)
    return " ".join(text.split())


class _Walk:
    """The state of one walk: the open box, and the line that is being collected."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self._box = -1
        self._parts: list[str] = []
        self._linked = self._bolded = 0
        self._links = self._bolds = self._preformatted = 0

    def enter(self, element: etree._Element, role: _Role | None) -> bool:
        """Open an element and take its first text; True when the rest of its content has been read."""
        if role is _Role.BOX:
            self.break_line()
            self._open_box(element)
            if element.tag == "tr" and self._take_row(element):
                return True
        elif role is _Role.BREAK:
            self.break_line()
        elif role is _Role.LINK:
            self._links += element.get("href") is not None
        elif role is _Role.BOLD:
            self._bolds += 1
        if element.text:
            self.take(element.text)
        return False

    def leave(self, element: etree._Element, role: _Role) -> None:
        """Close an element."""
        if role is _Role.BOX:
            self.break_line()
            box = self.boxes[self._box]
            box.end = len(self.lines)
            self._box = box.parent
            self._preformatted -= box.tag == "pre"
        elif role is _Role.LINK:
            self._links -= element.get("href") is not None
        elif role is _Role.BOLD:
            self._bolds -= 1

    def take(self, text: str) -> None:
        """Add text to the line; in preformatted text a line break ends it."""
        if text.isspace():
            text = "\n" if self._preformatted and "\n" in text else " "
        if self._preformatted and "\n" in text:
            *whole, text = text.split("\n")
            for line in whole:
                self._parts.append(line)
                self.break_line()
        self._parts.append(text)
        if self._links:
            self._linked += len(text.strip())
        if self._bolds:
            self._bolded += len(text.strip())

    def break_line(self) -> None:
        """End the line that is being collected."""
        if not self._parts:
            return
        text = collapse("".join(self._parts))
        if text:
            bold = self._bolded > 0 and self._bolded >= len(text)
            self.lines.append(Line(text, min(self._linked, len(text)), bold, max(self._box, 0)))
        self._parts.clear()
        self._linked = self._bolded = 0

    def _open_box(self, element: etree._Element) -> None:
        names, name = element.get("class"), element.get("id")
        marks = f" {names or ''} {name or ''} ".lower() if names or name else ""
        self.boxes.append(Box(element, element.tag, marks, self._box, len(self.lines)))
        self._box = len(self.boxes) - 1
        self._preformatted += element.tag == "pre"

    def _take_row(self, element: etree._Element) -> bool:
        row = read_row(element)
        if row is not None:
            self.lines.append(Line(row.text, row.linked, False, self._box))
        return row is not None


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return (style is not None and _HIDDEN.search(style) is not None) or element.get("hidden") is not None


def _parse(source: str) -> tuple[etree._Element, bool]:
    """Return the tree, and whether the parser gave up before the end."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    last = parser.error_log.last_error
    gave_up = last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return (etree.fromstring("<body></body>", parser) if tree is None else tree), gave_up
