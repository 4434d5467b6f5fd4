"""A whole text wrapped at one width, as mail programs and old editors did: its paragraphs are joined again.

各单位要充分认识开展活动的重要意义，切实加强领导。要把活动同日常管理结⏎
合起来，一级抓一级，层层抓落实。⏎
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from archive.outline import heading_level
from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_NARROWEST, _WIDEST = 20, 120
_WIDE_ENOUGH = re.compile(rf"[^\n]{{{_NARROWEST}}}")
_TOO_WIDE = re.compile(rf"[^\n]{{{_WIDEST + 1}}}")
_RAGGED = 4
"""Columns by which a line may be shorter: no mark begins a line."""
_INDENT = 4
_WIDER = 3
"""The width is the third one from above: a mark may hang over the edge."""
_FEWEST_FULL = 4
_FEWEST_INSIDE = 2
_MID_SENTENCE = re.compile(r"[^。.!?;:…\s)》”]$")
_MARK_INSIDE = re.compile("[,。;:、]")
_SENTENCE_INSIDE = re.compile(r"[。!?].")
_OPENS = re.compile(
    r"同志们|各位|各单位|附件|第[一二三四五六七八九十]+[条章节]|[•●■—\-*]|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、)]|\.(?!\d))"
)
_LATIN = re.compile(r"[a-z]\n[a-z]")


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    if _TOO_WIDE.search(text) or not _WIDE_ENOUGH.search(text):
        return NOTHING
    lines = list(lines_from_start(text, manuscript.folded))
    breaks = max((_breaks(lines, width_of) for width_of in (_columns, _as_wide)), key=len)
    if len(breaks) < _FEWEST_FULL or not _is_running_prose([first for first, _ in breaks]):
        return NOTHING
    return Findings(changes=_joins(manuscript, breaks))


def _breaks(lines: Sequence[Line], width_of: Callable[[str], int]) -> list[tuple[Line, Line]]:
    """Return the lines that go on, each with the next one; the first of a paragraph stood further in."""
    widths = [width_of(line.text) for line in lines]
    full = sorted(widths)[-_WIDER:][0] - _RAGGED
    found: list[tuple[Line, Line]] = []
    for pair, width in zip(pairwise(lines), widths, strict=False):
        goes_on = bool(found) and found[-1][1] is pair[0]
        indent = _INDENT if not goes_on and _MARK_INSIDE.search(pair[0].folded) else 0
        if width >= full - indent and _is_wrapped(*pair):
            found.append(pair)
    return found


def _columns(line: str) -> int:
    """Return how wide a line is set: figures and Latin letters take half of what a Chinese character does."""
    return 2 * len(line) - len(line.encode("ascii", "ignore"))


def _as_wide(line: str) -> int:
    """Return its width where a program counted characters."""
    return 2 * len(line)


def _is_wrapped(first: Line, second: Line) -> bool:
    """Tell whether the first line ends inside a sentence, and the second may go on with it."""
    is_open = bool(_MID_SENTENCE.search(first.folded))
    return is_open and not heading_level(second.text) and not _OPENS.match(second.folded)


def _is_running_prose(full: Sequence[Line]) -> bool:
    """Sentences end inside the lines; in verse, slogans and lists they end with them."""
    return sum(bool(_SENTENCE_INSIDE.search(line.folded)) for line in full) >= _FEWEST_INSIDE


def _joins(manuscript: Manuscript, breaks: Sequence[tuple[Line, Line]]) -> Iterator[Change]:
    for first, second in breaks:
        between = manuscript.folded[first.end - 1 : second.start + 1]
        yield Change(first.end, second.start, " " if _LATIN.fullmatch(between) else "", 0.9)


RULE = rule("uniform_wraps", 2, _find)
