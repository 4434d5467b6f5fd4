"""Marks that a page leaves between two lines of its text, or inside a sentence that went over the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.outline import heading_level
from archive.text.change import Change
from archive.text.line import Line, runs
from archive.text.manuscript import Manuscript

_SHORTEST_ABOVE = 15
_LONGEST_TITLE = 60
_LONGEST_ABOVE = 2_000
_MARK = re.compile("[,。;:]")
"""A sentence as long as that has one; a title or a heading has none."""
_MID_SENTENCE = re.compile("[一-鿿,、0-9]")
_GOES_ON = re.compile(
    r"(?![一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节条部])[一-鿿0-9](?!、|\.)"
)


def without_marks(manuscript: Manuscript, lines: Iterable[Line]) -> Iterator[Change]:
    """Yield the changes that take lines out, and close up the sentences that they part."""
    for first, last in runs(sorted(set(lines))):
        if parts_a_sentence(manuscript, first.start, last.end):
            yield Change(first.start - 1, last.end + 1)
        else:
            yield manuscript.without_run(first, last)


def parts_a_sentence(manuscript: Manuscript, start: int, end: int) -> bool:
    """Tell whether a long line without an end stands above a run of lines, and no heading below it."""
    folded = manuscript.folded
    top = folded.rfind("\n", max(0, start - _LONGEST_ABOVE), max(0, start - 1)) + 1
    above = folded[top : max(0, start - 1)]
    below = folded[end + 1 : end + 1 + _SHORTEST_ABOVE].partition("\n")[0]
    shortest = _SHORTEST_ABOVE if top else _LONGEST_TITLE
    if len(above) < shortest or not _MID_SENTENCE.match(above[-1]) or not _GOES_ON.match(below):
        return False
    return bool(_MARK.search(above)) and not heading_level(above)
