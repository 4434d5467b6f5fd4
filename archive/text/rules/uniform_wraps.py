"""A whole text wrapped at one width, as mail programs and old editors did: its paragraphs are joined again.

各单位要充分认识开展活动的重要意义，切实加强领导。要把活动同日常管理结⏎
合起来，一级抓一级，层层抓落实。⏎
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.outline import heading_level
from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_NARROWEST, _WIDEST = 20, 120
_LINE = re.compile(r"[^\n]+")
_WIDE_ENOUGH = re.compile(rf"[^\n]{{{_NARROWEST}}}")
_TOO_WIDE = re.compile(rf"[^\n]{{{_WIDEST + 1}}}")
_RAGGED = 2
"""Characters by which a line may be shorter: no mark begins a line."""
_FEWEST_FULL = 4
_FEWEST_INSIDE = 2
_MID_SENTENCE = re.compile(r"[^。!?;:…\s)》”]$")
_SENTENCE_INSIDE = re.compile(r"[。!?].")
_OPENS = re.compile(
    r"同志们|各位|各单位|附件|第[一二三四五六七八九十]+[条章节]|[•●■—\-*]|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.)]"
)
_LATIN = re.compile(r"[a-z]\n[a-z]")


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    if _TOO_WIDE.search(text) or not _WIDE_ENOUGH.search(text):
        return NOTHING
    width = max(map(_length, _LINE.finditer(text)))
    lines = lines_from_start(text, manuscript.folded)
    breaks = [pair for pair in pairwise(lines) if _is_wrapped(pair, width)]
    if len(breaks) < _FEWEST_FULL or not _is_running_prose([first for first, _ in breaks]):
        return NOTHING
    return Findings(changes=_joins(manuscript, breaks))


def _length(match: re.Match[str]) -> int:
    return match.end() - match.start()


def _is_wrapped(pair: tuple[Line, Line], width: int) -> bool:
    """Tell whether the first line is full and ends inside a sentence, and the second goes on with it."""
    first, second = pair
    is_full = len(first.text) >= width - _RAGGED and bool(_MID_SENTENCE.search(first.folded))
    return is_full and not heading_level(second.text) and not _OPENS.match(second.folded)


def _is_running_prose(full: Sequence[Line]) -> bool:
    """Sentences end inside the lines; in verse, slogans and lists they end with them."""
    return sum(bool(_SENTENCE_INSIDE.search(line.folded)) for line in full) >= _FEWEST_INSIDE


def _joins(manuscript: Manuscript, breaks: Sequence[tuple[Line, Line]]) -> Iterator[Change]:
    for first, second in breaks:
        between = manuscript.folded[first.end - 1 : second.start + 1]
        yield Change(first.end, second.start, " " if _LATIN.fullmatch(between) else "", 0.9)


RULE = rule("uniform_wraps", 1, _find)
