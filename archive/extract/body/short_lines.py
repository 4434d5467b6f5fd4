"""Texts without a sentence: a poem, slogans, a list of names.

No weight tells them from a menu, their place does. The 文学 and 文化 columns of mines have them: twelve lines
of six characters, no punctuation at all.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import takewhile

from archive.byline import parse_below_title
from archive.extract.body.phrases import is_button, is_foot, opens_tail
from archive.extract.layout import Box, Layout

FEWEST = 6
"""Short lines that make a text."""
WORTH = 0.4
"""Prose that such a line counts for."""
_LINES_OF_BYLINE = 6


def find_short_lines(
    layout: Layout, title: range, remark_heads: Container[int] = ()
) -> tuple[Box, tuple[int, ...]] | None:
    """Return the unlinked lines below a printed title, with the smallest box that holds enough of them.

    `remark_heads` are the numbers of lines above what readers wrote: none of theirs is taken.
    """
    if not title:
        return None
    own = takewhile(lambda number: number not in remark_heads, _down_to_links(layout, title.stop))
    below = [number for number in own if not is_byline(layout, title, number)]
    for box in _outward(layout, title.start):
        lines = tuple(number for number in below if number < box.end)
        if len(lines) >= FEWEST:
            return (box, lines) if box.parent >= 0 else None
    return None


def is_byline(layout: Layout, title: range, number: int) -> bool:
    """Tell whether a line is a byline just below the title."""
    is_near = number < title.stop + _LINES_OF_BYLINE
    return is_near and parse_below_title(layout.lines[number].text) is not None


def _down_to_links(layout: Layout, start: int) -> Iterator[int]:
    return takewhile(lambda number: _is_plain(layout, number), range(start, len(layout.lines)))


def _is_plain(layout: Layout, number: int) -> bool:
    line = layout.lines[number]
    if 2 * line.linked > len(line.text) or opens_tail(line.text):
        return False
    return not is_button(line.text) and not is_foot(line.text)


def _outward(layout: Layout, line: int) -> Iterator[Box]:
    number = layout.lines[line].box
    while number >= 0:
        yield layout.boxes[number]
        number = layout.boxes[number].parent
