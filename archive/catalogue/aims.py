"""Whether a number is a target (指标) or has been reached: told by the words around it, else by a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.catalogue.quantity_words import REPORTED, TARGET, TARGET_HEADING
from archive.catalogue.text import Text
from archive.outline import find_heading
from archive.statements import QuantityKind

_SENTENCE_END = re.compile("[。;!?\n]")
_CLAUSE_END = re.compile("[,。;!?\n]")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")


def kind_at(text: Text, start: int, end: int) -> QuantityKind:
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
    is_target = _is_to_come(text, start, end) or any(map(TARGET_HEADING.search, _headings(folded, begin)))
    return "target" if is_target else "unknown"


def year_at(folded: str, start: int, end: int) -> int | None:
    """Return the one year that the sentence names."""
    years = {int(year) for year in _YEAR.findall(folded[slice(*sentence(folded, start, end))])}
    return years.pop() if len(years) == 1 else None


def _is_to_come(text: Text, start: int, end: int) -> bool:
    year = year_at(text.folded, start, end)
    return year is not None and text.date is not None and year > int(text.date[:4])


def sentence(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence around a place begins and ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(folded, max(0, start - 300), start)]
    found = _SENTENCE_END.search(folded, end)
    return ends[-1] if ends else max(0, start - 300), found.start() if found else len(folded)


def _headings(folded: str, place: int) -> Iterator[str]:
    """The headings that a place stands under, the nearest first."""
    level = 9
    for line in reversed(folded[:place].split("\n")):
        heading = find_heading(line)
        if heading and heading.level < level:
            level = heading.level
            yield line[: heading.end]
            if level == 1:
                return
