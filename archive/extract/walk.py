"""One walk over a page's tree, which makes it lines in boxes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

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
    return Layout(tuple(walk.lines), tuple(walk.boxes or [_box(tree, tree.keys(), -1, 0)]))


class _Walk:
    """One walk: the boxes so far, and the line that is being collected.

    A third of a page's block elements hold no line; where one of them ends, its box is taken back.
    """

    def __init__(self, hidden_classes: frozenset[str]) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self._hidden_classes = hidden_classes
        self._innermost = -1
        """Number of the innermost box that is open."""
        self._parts: list[str] = []
        self._linked = self._bolded = 0
        self._depths, self._marked = [0] * (_BOLD + 1), 0
        """How many elements are open of each role that marks the text in it, and of all of them."""

    def read(self, tree: etree._Element, unread: set[etree._Element]) -> None:
        """Walk the tree. The loop runs for every element of every page, so it is written flat."""
        above, left = list[tuple[int, int, str | None]](), 1
        """`left` elements are to come in the innermost open one; `above` has those of the ones around it."""
        elements, role_of = tree.iter(), _ROLES.get
        for element in elements:
            role, below, names = role_of(element.tag, 0), len(element), element.keys()
            left -= 1
            if (
                role == _DROP
                or (unread and element in unread)
                or (("style" in names or "hidden" in names) and is_hidden(element))
                or (role in _STREWN and "class" in names and self._is_strewn(element))
            ):
                role, below = 0, _pass_over(elements, below)
            else:
                if role > _DROP:
                    role = self._enter(element, role, names)
                if role == _ROW and self._take_row(element):
                    below = _pass_over(elements, below)
                elif (text := element.text) and (self._parts or not text.isspace()):
                    self._take(text)
            if below:
                above.append((left, role, element.tail))
                left = below
                continue
            self._end(role, element.tail)
            while not left and above:
                left, role, tail = above.pop()
                self._end(role, tail)
        self._break_line()

    def _is_strewn(self, element: etree._Element) -> bool:
        """Tell whether a style sheet hides an element."""
        return not self._hidden_classes.isdisjoint(element.get("class", "").split())

    def _end(self, role: int, tail: str | None) -> None:
        """Close an element, and take the text behind it."""
        if role > _DROP:
            self._leave(role)
        if tail and (self._parts or not tail.isspace()):
            self._take(tail)

    def _enter(self, element: etree._Element, role: int, names: Collection[str | bytes]) -> int:
        """Open an element that has a role; return the role that is closed again where it ends, or 0."""
        if role < _LINK:
            if self._parts:
                self._break_line()
            if role == _BREAK:
                return 0
            box = _box(element, names, self._innermost, len(self.lines))
            self._innermost = len(self.boxes)
            self.boxes.append(box)
        elif role == _LINK and "href" not in names:
            return 0
        if role >= _PRE:
            self._depths[role] += 1
            self._marked += 1
        return role

    def _leave(self, role: int) -> None:
        if role < _LINK:
            if self._parts:
                self._break_line()
            box = self.boxes[self._innermost]
            self._innermost = box.parent
            if box.first < len(self.lines):
                box.end = len(self.lines)
            else:
                self.boxes.pop()
        if role >= _PRE:
            self._depths[role] -= 1
            self._marked -= 1

    def _take_row(self, element: etree._Element) -> bool:
        """Read a row of a data table as one line; False where the row lays out the page."""
        row = read_row(element)
        if row:
            self.lines.append(Line(row.text, row.linked, False, self._innermost))
        return row is not None

    def _take(self, text: str) -> None:
        """Add text to the line; where it is preformatted, a line break ends the line."""
        if self._marked:
            text = self._last_line(text) if self._depths[_PRE] else text
            length = len(text.strip())
            self._linked += length if self._depths[_LINK] else 0
            self._bolded += length if self._depths[_BOLD] else 0
        self._parts.append(text)

    def _last_line(self, text: str) -> str:
        *whole, last = text.split("\n")
        for line in whole:
            self._parts.append(line)
            self._break_line()
        return last

    def _break_line(self) -> None:
        parts = self._parts
        if not parts:
            return
        text = collapse("".join(parts) if len(parts) > 1 else parts[0])
        if text:
            length = len(text)
            bold = 0 < length <= self._bolded
            self.lines.append(Line(text, min(self._linked, length), bold, self._innermost))
        parts.clear()
        self._linked = self._bolded = 0


def _pass_over(elements: Iterator[etree._Element], below: int) -> int:
    """Pass over all that stands in an element with `below` children; return how many are left: 0."""
    while below:
        below += len(next(elements)) - 1
    return below


def _box(element: etree._Element, names: Collection[str | bytes], parent: int, first: int) -> Box:
    classes = element.get("class", "") if "class" in names else ""
    id_ = element.get("id", "") if "id" in names else ""
    marks = f" {classes} {id_} ".lower() if classes or id_ else ""
    return Box(element, element.tag, marks, parent, first, first)
