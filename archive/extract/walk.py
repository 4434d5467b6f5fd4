"""One walk over a page's tree, which makes it lines in boxes."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from archive.extract.element_text import collapse
from archive.extract.hidden import SCRAPS, hidden_classes, is_hidden
from archive.extract.layout import Box, Layout, Line
from archive.extract.table import read_row

_SCRAP, _DROP, _BREAK, _BOX, _ROW, _PRE, _LINK, _BOLD = range(1, 9)
"""What an element does to the lines, those last that are closed again; a scrap does nothing unless hidden."""
_STREWN = frozenset((_SCRAP, _BOLD))
_DROPPED = """head title script style noscript template iframe object applet svg canvas audio video map
    select datalist button input textarea"""
_BOXES = """html body p div td th table tbody thead tfoot caption li ul ol dl dt dd h1 h2 h3 h4 h5 h6
    section article header footer nav aside main figure figcaption blockquote center form fieldset legend
    address details summary noframes frameset marquee hgroup"""
_ROLES = {
    **dict.fromkeys(SCRAPS, _SCRAP),
    **dict.fromkeys(_DROPPED.split(), _DROP),
    **dict.fromkeys(_BOXES.split(), _BOX),
    **dict.fromkeys(("br", "hr"), _BREAK),
    **dict.fromkeys(("b", "strong"), _BOLD),
    "a": _LINK,
    "tr": _ROW,
    "pre": _PRE,
}


def read_layout(tree: etree._Element, dropped: Iterable[etree._Element] = ()) -> Layout:
    """Walk the tree once, past what the page hides and past the elements in `dropped`."""
    walk = _Walk(hidden_classes(tree))
    walk.read(tree, set(dropped))
    return Layout(tuple(walk.lines), tuple(walk.boxes or [_box(tree, -1, 0)]))


class _Walk:
    """One walk: the elements of the boxes that are open, and the line that is being collected.

    A box is made when its first line is: a third of a page's block elements hold none.
    """

    def __init__(self, hidden_classes: frozenset[str]) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self._hidden_classes = hidden_classes
        self._open: list[etree._Element] = []
        self._numbers: list[int] = []
        """Of the boxes made so far for the outermost of the open elements."""
        self._parts: list[str] = []
        self._linked = self._bolded = 0
        self._links = self._bolds = self._pres = 0

    def read(self, tree: etree._Element, unread: set[etree._Element]) -> None:
        """Walk the tree. The loop runs for every element of every page, so it is written flat."""
        parts, role_of, roles = self._parts, _ROLES.get, list[int]()
        events = etree.iterwalk(tree, events=("start", "end"))
        for event, element in events:
            if event == "end":
                if (role := roles.pop()) >= _BOX:
                    self._leave(role)
                text = element.tail
            else:
                role, names = role_of(element.tag, 0), element.keys()
                if (
                    role == _DROP
                    or (unread and element in unread)
                    or (("style" in names or "hidden" in names) and is_hidden(element))
                    or (role in _STREWN and "class" in names and self._is_strewn(element))
                ):
                    roles.append(0)
                    events.skip_subtree()
                    continue
                if role > _SCRAP:
                    role = self._enter(element, role)
                roles.append(role)
                if role == _ROW and self._take_row(element):
                    events.skip_subtree()
                    continue
                text = element.text
            if not text:
                continue
            if self._links or self._bolds or self._pres:
                self._take(text)
            elif parts or not text.isspace():
                parts.append(text)
        self._break_line()

    def _is_strewn(self, element: etree._Element) -> bool:
        return not self._hidden_classes.isdisjoint(element.get("class", "").split())

    def _enter(self, element: etree._Element, role: int) -> int:
        """Open an element that has a role; return the role that is closed again where it ends, or 0."""
        if role == _LINK:
            if element.get("href") is None:
                return 0
            self._links += 1
        elif role == _BOLD:
            self._bolds += 1
        else:
            if self._parts:
                self._break_line()
            if role == _BREAK:
                return 0
            self._open.append(element)
            self._pres += role == _PRE
        return role

    def _leave(self, role: int) -> None:
        if role == _LINK:
            self._links -= 1
        elif role == _BOLD:
            self._bolds -= 1
        else:
            if self._parts:
                self._break_line()
            self._open.pop()
            if len(self._numbers) > len(self._open):
                self.boxes[self._numbers.pop()].end = len(self.lines)
            self._pres -= role == _PRE

    def _take_row(self, element: etree._Element) -> bool:
        """Read a row of a data table as one line; False where the row lays out the page."""
        row = read_row(element)
        if row:
            self.lines.append(Line(row.text, row.linked, False, self._innermost()))
        return row is not None

    def _take(self, text: str) -> None:
        """Add text in a link, in bold or preformatted; in the last a line break ends the line."""
        if self._pres:
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
            self.lines.append(Line(text, min(self._linked, length), bold, self._innermost()))
        parts.clear()
        self._linked = self._bolded = 0

    def _innermost(self) -> int:
        """Return the number of the innermost open box, once all that are open are made."""
        numbers, boxes = self._numbers, self.boxes
        for element in self._open[len(numbers) :]:
            number = len(boxes)
            boxes.append(_box(element, numbers[-1] if numbers else -1, len(self.lines)))
            numbers.append(number)
        return numbers[-1] if numbers else 0


def _box(element: etree._Element, parent: int, first: int) -> Box:
    names, name = element.get("class"), element.get("id")
    marks = f" {names or ''} {name or ''} ".lower() if names or name else ""
    return Box(element, element.tag, marks, parent, first, first)
