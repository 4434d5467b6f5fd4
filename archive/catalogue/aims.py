"""Whether a number is a target (指标) or has been reached: told by the words around it, else by a heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from archive.catalogue.quantity_words import REPORTED, TARGET, TARGET_HEADING
from archive.catalogue.text import Text
from archive.outline import find_heading
from archive.statements import QuantityKind

Aimed: TypeAlias = tuple[int, bool]
"""Where a heading begins, and whether numbers below it are targets."""

_SENTENCE_END = re.compile("[。;!?\n]")
_CLAUSE_END = re.compile("[,。;!?\n]")
_LONGEST = 300
"""Characters of a sentence before and behind a place that are read."""
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")


def aimed_sections(folded: str) -> tuple[Aimed, ...]:
    """Return where each heading of a text stands, and whether it, or one above it, names targets."""
    above: list[tuple[int, bool]] = []
    found: list[Aimed] = []
    start = 0
    for line in folded.split("\n"):
        if heading := find_heading(line):
            above = [one for one in above if one[0] < heading.level]
            is_aimed = any(one[1] for one in above) or bool(TARGET_HEADING.search(line, 0, heading.end))
            above.append((heading.level, is_aimed))
            found.append((start, is_aimed))
        start += len(line) + 1
    return tuple(found)


def kind_at(text: Text, sections: Sequence[Aimed], start: int, end: int) -> QuantityKind:
    """Return the kind of the quantity that stands from `start` to `end` of title and body.

    The nearest clause of its sentence decides that has a sign, going back from its own; one that has signs
    of both decides nothing. Where no clause has any, a year to come may, or a heading above: 二、工作目标.
    """
    folded = text.folded
    begin, stop = sentence(folded, start, end)
    own = _CLAUSE_END.search(folded, end, stop)
    for clause in reversed(folded[begin : own.start() if own else stop].split(",")):
        is_target, is_reported = bool(TARGET.search(clause)), bool(REPORTED.search(clause))
        if is_target or is_reported:
            return "unknown" if is_target and is_reported else "target" if is_target else "reported"
    return "target" if _is_to_come(text, start, end) or _is_under_a_target(sections, start) else "unknown"


def year_at(folded: str, start: int, end: int) -> int | None:
    """Return the one year that the sentence names."""
    years = {int(year) for year in _YEAR.findall(folded[slice(*sentence(folded, start, end))])}
    return years.pop() if len(years) == 1 else None


def _is_to_come(text: Text, start: int, end: int) -> bool:
    year = year_at(text.folded, start, end)
    return year is not None and text.date is not None and year > int(text.date[:4])


def sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a place begins and ends."""
    first, last = max(0, start - _LONGEST), min(len(folded), end + _LONGEST)
    ends = [match.end() for match in _SENTENCE_END.finditer(folded, first, start)]
    found = _SENTENCE_END.search(folded, end, last)
    return ends[-1] if ends else first, found.start() if found else last


def _is_under_a_target(sections: Sequence[Aimed], place: int) -> bool:
    above = bisect_right(sections, place, key=lambda section: section[0])
    return above > 0 and sections[above - 1][1]
