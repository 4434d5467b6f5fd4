"""The summary (摘要, 导读, 核心提示) that stands between a title and its text, in a box of its own.

Portals set it apart from the text, so that the box with the most prose does not hold it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from archive.extract.body.weights import Weights
from archive.extract.layout import Layout, Line
from archive.fold import fold

_NAMED = re.compile(
    r"summary|abstract|zhaiyao|daodu|daoyu|chapo|digest|standfirst|[\s_-](?:lead|lede|intro|tiyao)[\s_-]"
)
_OPENING = re.compile(
    r"\W{0,2}(?:内容|文章|本文)?(?:摘要|提要|提示|核心提示|导读|导语|编者按|核心阅读)\W{0,2}[:】\]]"
)
_FARTHEST = 25
"""Lines between a summary and its text: facts about a subject stand there, or a table of contents."""
_LEAST_PROSE = 3.0
_SAME_CHARS = 20
"""A summary that begins as a line of the text does is a copy of it."""


def find_lede(
    layout: Layout, weights: Weights, title: range, taken: Collection[int], first: int
) -> tuple[int, ...]:
    """Return the lines of a summary between a printed title and line `first`, where its text begins."""
    if not title:
        return ()
    openings = {_opening(layout, number) for number in taken}
    lines = tuple(
        number
        for number in range(max(title.stop, first - _FARTHEST), first)
        if _is_lede(layout, weights, number) and _opening(layout, number) not in openings
    )
    return lines if weights.prose_of(lines) >= _LEAST_PROSE else ()


def _is_lede(layout: Layout, weights: Weights, number: int) -> bool:
    line = layout.lines[number]
    if weights.of_lines[number] <= 0 or line.is_link:
        return False
    return _OPENING.match(fold(line.text[:_SAME_CHARS])) is not None or _is_named(layout, line)


def _is_named(layout: Layout, line: Line) -> bool:
    box = layout.boxes[line.box]
    around = layout.boxes[box.parent] if box.parent >= 0 else box
    # The box around is asked where it holds nothing else: it may be the page's.
    names = [box.marks] + [around.marks] * (around.end - around.first <= 3)
    return any(_NAMED.search(marks) for marks in names)


def _opening(layout: Layout, number: int) -> str:
    return layout.lines[number].text[:_SAME_CHARS]
