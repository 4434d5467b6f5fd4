"""What finds a query's words in a text, where the index only says in which articles they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from archive.fold import fold
from archive.search import as_printed
from archive.search.expression import WILDCARD, Expression, Near, Operand, Pattern, Scope, wanted
from archive.search.tokens import HAN, is_han, token_starts
from archive.search.written import Span, Written, written


class Needle(Protocol):
    """Finds one word, or two that stand near each other."""

    @property
    def scope(self) -> Scope:
        """Where the query wants it."""

    @property
    def is_within_line(self) -> bool:
        """Whether it reaches over no line break."""

    def find(self, text: str) -> Iterable[Span]:
        """Return where it stands in a text as printed, ascending, with the rest of a word that goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HanNeedle:
    """What finds a stretch of Han, whatever stands beside it."""

    scope: Scope
    written: Written

    @property
    def is_within_line(self) -> bool:
        """Whether it reaches over no line break."""
        return self.written.is_within_line

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands."""
        return self.written.find(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNeedle:
    """What finds a word or phrase with letters, digits, wildcards or gaps."""

    scope: Scope
    written: Written
    is_prefix: bool
    """A word at its end may go on; one that may not must end there."""

    @property
    def is_within_line(self) -> bool:
        """Whether it reaches over no line break."""
        return self.written.is_within_line

    def find(self, text: str) -> Iterator[Span]:
        """Yield where it stands."""
        in_word, rest_of_word = _in_word(), _rest_of_word()
        for start, end in self.written.find(text):
            if start and in_word.match(text, start) and in_word.match(text, start - 1):
                continue
            rest = rest_of_word.match(text, end) if in_word.match(text, end - 1) else None
            if rest is None or self.is_prefix or not rest[0]:
                yield start, rest.end() if rest else end


@cache
def _in_word() -> re.Pattern[str]:
    return re.compile(as_printed.word())


@cache
def _rest_of_word() -> re.Pattern[str]:
    return re.compile(f"{as_printed.word()}*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NearNeedle:
    """What finds two words where they are near each other."""

    scope: Scope
    left: Needle
    right: Needle
    distance: int

    @property
    def is_within_line(self) -> bool:
        """Never: line breaks are no tokens."""
        return False

    def find(self, text: str) -> Iterator[Span]:
        """Yield where either word stands."""
        left = [*self.left.find(text)]
        right = [*self.right.find(text)] if left else []
        near = set[Span]()
        for first, second in _neighbours(left, right):
            if self._are_near(text, first, second):
                near.update((first, second))
        yield from sorted(near)

    def _are_near(self, text: str, first: Span, second: Span) -> bool:
        """Fold and count only where characters don't tell: no token is shorter than one."""
        if second[0] - first[1] <= self.distance:
            return True
        if _more_han_than(self.distance).match(text, first[1], second[0]):
            return False
        starts = token_starts(fold(text[first[0] : second[1]]))
        between = bisect_left(starts, second[0] - first[0]) - bisect_left(starts, first[1] - first[0])
        return between <= self.distance


def _neighbours(left: Sequence[Span], right: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each span with the nearest of the other word on either side: where these are too far, all are."""
    for spans, others in ((left, right), (right, left)):
        at = 0
        for span in spans:
            while at < len(others) and others[at] < span:
                at += 1
            if at:
                yield others[at - 1], span
            if at < len(others):
                yield span, others[at]


@cache
def _more_han_than(distance: int) -> re.Pattern[str]:
    """Tells most words that stand too far apart: finding all tokens takes a hundred times as long."""
    return re.compile(f"(?:[^{HAN}]*+[{HAN}]){{{distance + 1}}}")


def needles_of(expression: Expression | None) -> tuple[Needle, ...]:
    """Return what finds the words that a match of the query may contain, each once."""
    return tuple(map(_needle, dict.fromkeys(wanted(expression))))


def _needle(part: Operand | Near) -> Needle:
    if isinstance(part, Near):
        left, right = _word_needle(part.left), _word_needle(part.right)
        return NearNeedle(scope=left.scope, left=left, right=right, distance=part.distance)
    return _word_needle(part)


def _word_needle(operand: Operand) -> Needle:
    if isinstance(operand, Pattern):
        return _wildcard_needle(operand)
    folded = fold(operand.text)
    if _is_han_run(folded):
        return HanNeedle(scope=operand.scope, written=written([folded]))
    return WordNeedle(scope=operand.scope, written=written([folded]), is_prefix=operand.phrase.is_prefix)


def _wildcard_needle(operand: Pattern) -> Needle:
    pieces = operand.text.split(WILDCARD)
    if not all(map(_is_han_run, pieces)):
        return WordNeedle(scope=operand.scope, written=written(pieces), is_prefix=False)
    return HanNeedle(scope=operand.scope, written=written(pieces))


def _is_han_run(folded: str) -> bool:
    return folded != "" and all(map(is_han, folded))
