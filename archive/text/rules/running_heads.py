"""The head of a printed page, beside its bare number: what converters of PDF leave between the pages.

…要把活动同日常管理结                 one line
12                                   the number of the page that ends
云溪煤矿文件汇编                       the head of the next one
合起来，一级抓一级……                   the line goes on

Numbers that count the pages and the same words beside each, with a page of text between: no table and no
numbered chapter is like that. Where the head stands on the first page too, the title is below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.catalogue.genre import genre
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.page_marks import without_marks
from archive.text.rule import NOTHING, Findings, rule

_ALONE = re.compile(r"^[0-9]{1,3}$", re.MULTILINE)
_BEHIND_A_NUMBER = re.compile(r"\n(?<=[0-9]\n)")
_SHORTEST_PAGE = 200
_LONGEST_HEAD = 40


def _find(manuscript: Manuscript) -> Findings:
    if not _BEHIND_A_NUMBER.search(manuscript.folded):
        return NOTHING
    numbers = list(_ALONE.finditer(manuscript.folded))
    if not _count_pages(numbers):
        return NOTHING
    lines = list(lines_from_start(manuscript.text, manuscript.folded))
    places = {line.start: place for place, line in enumerate(lines)}
    at_numbers = [places[number.start()] for number in numbers]
    beside = [line for place in at_numbers for line in _beside(lines, place) if line.start]
    first = lines[0] if any(line.text == lines[0].text for line in beside) else None
    head = first.text if first else _commonest(beside)
    if sum(line.text == head for line in beside) < len(numbers) - (1 if first else 0):
        return NOTHING
    taken = [*(lines[place] for place in at_numbers), *(line for line in beside if line.text == head)]
    below = lines[2 if 1 in at_numbers else 1]
    if first and _is_title(below) and not _is_title(first):
        taken.append(first)
    return Findings(changes=without_marks(manuscript, taken))


def _commonest(lines: Sequence[Line]) -> str:
    return max((line.text for line in lines), key=[line.text for line in lines].count, default="")


def _count_pages(numbers: Sequence[re.Match[str]]) -> bool:
    """Tell whether they count upwards with a page of text between; the last page may be a short one."""
    pages = [(int(other[0]) - int(one[0]), other.start() - one.end()) for one, other in pairwise(numbers)]
    if pages and numbers[-1].end() == len(numbers[-1].string) and numbers[0].start() >= _SHORTEST_PAGE:
        pages[-1] = pages[-1][0], _SHORTEST_PAGE
    return bool(pages) and all(step == 1 and length >= _SHORTEST_PAGE for step, length in pages)


def _beside(lines: Sequence[Line], place: int) -> list[Line]:
    """Return the lines above and below that may be a head."""
    return [
        line
        for line in (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
        if 1 < len(line.text) <= _LONGEST_HEAD and "。" not in line.folded
    ]


def _is_title(line: Line) -> bool:
    return genre(line.folded, "") is not None


RULE = rule("running_heads", 1, _find)
