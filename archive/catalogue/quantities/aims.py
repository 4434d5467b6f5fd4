"""Whether a number is a target (指标) or has been reached: told by the words around it, else by a heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from archive.catalogue.quantities.words import REPORTED, TARGET, TARGET_HEADING
from archive.catalogue.text import Text
from archive.outline import find_heading
from archive.statements import QuantityKind

Aimed: TypeAlias = tuple[int, bool]
"""Where a heading begins, and whether numbers below it are targets."""

_SENTENCE_END = re.compile("[。;!?\n]")
_TO_LAST_END = re.compile(".*[。;!?\n]", re.DOTALL)
_CLAUSE_END = re.compile("[,。;!?\n]")
_LONGEST = 300
"""Characters of a sentence before and behind a place that are read."""
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")


class Sentence(NamedTuple):
    """What the sentence around a quantity says of it."""

    clauses: tuple[str, ...]
    """Up to its own."""
    year: int | None
    """The one year that the sentence names."""


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


def kind_at(text: Text, sections: Sequence[Aimed], place: int, sentence: Sentence) -> QuantityKind:
    """Return the kind of the quantity that begins at `place` of title and body, in its `sentence`.

    The nearest clause of its sentence decides that has a sign, going back from its own; one that has signs
    of both decides nothing. Where no clause has any, a year to come may, or a heading above: 二、工作目标.
    """
    for clause in reversed(sentence.clauses):
        is_target, is_reported = bool(TARGET.search(clause)), bool(REPORTED.search(clause))
        if is_target or is_reported:
            return "unknown" if is_target and is_reported else "target" if is_target else "reported"
    is_aimed = _is_to_come(text, sentence.year) or _is_under_a_target(sections, place)
    return "target" if is_aimed else "unknown"


def sentence_around(folded: str, start: int, end: int) -> Sentence:
    """Return the sentence that a quantity from `start` to `end` stands in."""
    first, last = max(0, start - _LONGEST), min(len(folded), end + _LONGEST)
    before, behind = _TO_LAST_END.match(folded, first, start), _SENTENCE_END.search(folded, end, last)
    begin, stop = before.end() if before else first, behind.start() if behind else last
    own = _CLAUSE_END.search(folded, end, stop)
    years = {int(year) for year in _YEAR.findall(folded[begin:stop])}
    return Sentence(
        clauses=tuple(folded[begin : own.start() if own else stop].split(",")),
        year=years.pop() if len(years) == 1 else None,
    )


def _is_to_come(text: Text, year: int | None) -> bool:
    return year is not None and text.date is not None and year > int(text.date[:4])


def _is_under_a_target(sections: Sequence[Aimed], place: int) -> bool:
    above = bisect_right(sections, place, key=lambda section: section[0])
    return above > 0 and sections[above - 1][1]
