"""A page as lines in boxes: one walk over the parsed tree, which everything else then reads.

A line is what stands between two line breaks (`<br>`, or the edge of a block element); a box is a block
element, and holds a run of lines. Choosing the article is choosing a box, so order is never lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree, html

from archive.extract.guards import MAX_DEPTH, flatten
from archive.extract.table import read_row

_PARSER = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)

_DROPPED = frozenset(
    "head script style noscript template iframe object embed applet svg canvas audio video map select datalist "
    "button input textarea meta link base img".split()
)
_BLOCK = frozenset(
    "html body p div td th tr table tbody thead tfoot caption li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article "
    "header footer nav aside main figure figcaption blockquote pre center form fieldset legend address details "
    "summary noframes frameset option marquee hgroup".split()
)
_BREAK = frozenset(("br", "hr"))
_BOLD = frozenset(("b", "strong"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
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


@dataclass(slots=True, kw_only=True)
class Box:
    """A block element and the run of lines in it."""

    element: html.HtmlElement
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
    hidden: int
    """Characters inside elements that the page does not show."""


def parse_tree(source: str) -> tuple[html.HtmlElement, tuple[str, ...]]:
    """Parse guarded source; a page without any content becomes an empty body."""
    tree = _parse(source)
    if _depth_exceeds(tree, MAX_DEPTH):
        return _parse(flatten(source)), ("nesting_flattened",)
    return tree, ()


def read_layout(tree: html.HtmlElement, dropped: Collection[html.HtmlElement] = ()) -> Layout:
    """Walk the tree once, past what the page hides and past the elements in `dropped`."""
    walk = _Walk(dropped)
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.leave(element)
        elif walk.enter(element):
            events.skip_subtree()
    walk.break_line()
    walk.boxes[0].end = len(walk.lines)
    return Layout(tuple(walk.lines), tuple(walk.boxes), walk.hidden)


def collapse(text: str) -> str:
    """Return `text` without line breaks: none between two Han characters, where the source was only wrapped."""
    if "\n" in text or "\r" in text:
        text = _BREAK_IN_HAN.sub("", text.strip())
    return " ".join(text.split())


class _Walk:
    """The state of one walk: the open box, and the line that is being collected."""

    def __init__(self, unwanted: Collection[html.HtmlElement]) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self.hidden = 0
        self._unwanted = unwanted
        self._box = -1
        self._parts: list[str] = []
        self._linked = self._bolded = 0
        self._links = self._bolds = self._preformatted = 0

    def enter(self, element: html.HtmlElement) -> bool:
        """Open an element; True when its content is not to be walked."""
        tag = element.tag
        if tag in _DROPPED or self._is_hidden(element) or (self._unwanted and element in self._unwanted):
            return True
        if tag in _BLOCK:
            self.break_line()
            self._open_box(element)
            if tag == "tr" and self._take_row(element):
                return True
            self._preformatted += tag == "pre"
        elif tag in _BREAK:
            self.break_line()
        elif tag == "a":
            self._links += "href" in element.attrib
        elif tag in _BOLD:
            self._bolds += 1
        if element.text:
            self._take(element.text)
        return False

    def leave(self, element: html.HtmlElement) -> None:
        """Close an element and take the text behind it."""
        tag = element.tag
        if tag in _BLOCK and self._box >= 0 and self.boxes[self._box].element is element:
            self.break_line()
            self.boxes[self._box].end = len(self.lines)
            self._box = self.boxes[self._box].parent
            self._preformatted -= tag == "pre"
        elif tag == "a":
            self._links -= "href" in element.attrib and self._links > 0
        elif tag in _BOLD:
            self._bolds -= self._bolds > 0
        if element.tail:
            self._take(element.tail)

    def break_line(self) -> None:
        """End the line that is being collected."""
        if not self._parts:
            return
        text = collapse("".join(self._parts))
        if text:
            bold = self._bolded > 0 and self._bolded >= len(text)
            self.lines.append(Line(text, min(self._linked, len(text)), bold, max(self._box, 0)))
        self._parts = []
        self._linked = self._bolded = 0

    def _open_box(self, element: html.HtmlElement) -> None:
        marks = f" {element.get('class') or ''} {element.get('id') or ''} ".lower()
        box = Box(element=element, tag=element.tag, marks=marks, parent=self._box, first=len(self.lines))
        self._box = len(self.boxes)
        self.boxes.append(box)

    def _take(self, text: str) -> None:
        if self._preformatted and "\n" in text:
            *whole, text = text.splitlines() if not text.endswith("\n") else [*text.splitlines(), ""]
            for line in whole:
                self._parts.append(line)
                self.break_line()
        self._parts.append(text)
        if self._links:
            self._linked += len(text.strip())
        if self._bolds:
            self._bolded += len(text.strip())

    def _take_row(self, element: html.HtmlElement) -> bool:
        row = read_row(element)
        if row is not None:
            self.lines.append(Line(row.text, row.linked, False, self._box))
        return row is not None

    def _is_hidden(self, element: html.HtmlElement) -> bool:
        style = element.get("style")
        hidden = (style and _HIDDEN.search(style)) or element.get("hidden") is not None
        if not hidden:
            return False
        self.hidden += len("".join(element.itertext()))
        return True


def _parse(source: str) -> html.HtmlElement:
    try:
        return html.document_fromstring(source, parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html.document_fromstring("<html><body></body></html>", parser=_PARSER)


def _depth_exceeds(tree: html.HtmlElement, limit: int) -> bool:
    return bool(tree.xpath(f"boolean(//*[count(ancestor::*) >= {limit}])"))
