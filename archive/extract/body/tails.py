"""Where an article ends: the line that opens a tail, unless the text goes on behind it.

Portals set a list of links (相关阅读, 推荐阅读) between two paragraphs; what opens such a list ends nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.extract.body.phrases import announces_links, names_station, opens_tail, parts_signature
from archive.extract.body.weights import PROSE_LINE, Weights
from archive.extract.layout import Layout

_FARTHEST = 12
"""Lines of links that may stand between two paragraphs."""
_SENTENCE_END = re.compile(r"[。！？!?”」）)]$")
_IN_A_ROW = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center"))
"""Boxes of one paragraph: several of them, one after the other, are a text."""


def goes_on_behind(layout: Layout, weights: Weights, number: int) -> bool:
    """Tell of a line that opens a tail whether the text goes on: behind links, or behind a mere -- ."""
    text = layout.lines[number].text
    if parts_signature(text):
        return not any(names_station(line.text) for line in layout.lines[number:])
    return announces_links(text) and _goes_on(layout, weights, number)


def links_between(layout: Layout, weights: Weights, lines: Sequence[int]) -> Iterator[int]:
    """Yield those of the numbered `lines` that announce links between two paragraphs, and those links."""
    linked = [number for number in lines if layout.lines[number].linked]
    near = {*linked, *(number - 1 for number in linked)}
    among_links = False
    for number in lines if near else ():
        line = layout.lines[number]
        opens = number in near and goes_on_behind(layout, weights, number)
        among_links = opens or (among_links and 2 * line.linked > len(line.text))
        if among_links:
            yield number


def _goes_on(layout: Layout, weights: Weights, number: int) -> bool:
    """Tell whether links follow, and then prose in the same box as the last above the line."""
    above = _nearest_prose(layout, weights, range(number - 1, max(-1, number - _FARTHEST), -1))
    below = _nearest_prose(layout, weights, range(number + 1, min(len(layout.lines), number + _FARTHEST)))
    if above is None or below is None or not _SENTENCE_END.search(layout.lines[below].text):
        return False
    has_links = any(line.linked for line in layout.lines[number:below])
    return has_links and _around(layout, above) == _around(layout, below)


def _nearest_prose(layout: Layout, weights: Weights, numbers: range) -> int | None:
    """Return the first of the lines that is prose; None where one before it opens another sort of tail."""
    for number in numbers:
        text = layout.lines[number].text
        if opens_tail(text) and not announces_links(text):
            return None
        if weights.of_lines[number] >= PROSE_LINE:
            return number
    return None


def _around(layout: Layout, number: int) -> int:
    """Return the number of the box that holds a line's paragraph."""
    box = layout.lines[number].box
    return layout.boxes[box].parent if layout.boxes[box].tag in _IN_A_ROW else box
