"""What finds a query's words in a text, where the index only says in which articles they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Protocol

from archive.fold import fold
from archive.search.in_text import as_printed
from archive.search.in_text.near import near_each_other
from archive.search.in_text.written import Folded, Span, Written, written
from archive.search.index.tokens import is_han
from archive.search.query.expression import WILDCARD, Expression, Near, Operand, Pattern, Scope, wanted

_FEW: Final = 10
"""For more words than these the text is folded: once for all of them."""


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
class _OneWord:
    """What is found however it is written."""

    scope: Scope
    written: Written | Folded

    @property
    def is_within_line(self) -> bool:
        """Whether it reaches over no line break."""
        return self.written.is_within_line


@dataclass(frozen=True, slots=True, kw_only=True)
class HanNeedle(_OneWord):
    """What finds a stretch of Han, whatever stands beside it."""

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands."""
        return self.written.find(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNeedle(_OneWord):
    """What finds a word or phrase with letters, digits, wildcards or gaps."""

    is_prefix: bool
    """A word at its end may go on; one that may not must end there."""

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
        yield from near_each_other(text, left, right, self.distance)


def needles_of(expression: Expression | None) -> tuple[Needle, ...]:
    """Return what finds the words that a match of the query may contain, each once."""
    needles = tuple(map(_needle, dict.fromkeys(wanted(expression))))
    # Han is found as fast as the text is read, however much of it is looked for.
    are_few = sum(not isinstance(needle, HanNeedle) for needle in needles) <= _FEW
    return needles if are_few else tuple(map(_in_folded_text, needles))


def _in_folded_text(needle: Needle) -> Needle:
    match needle:
        case WordNeedle(written=Written(folded=folded)):
            return replace(needle, written=folded)
        case NearNeedle(left=left, right=right):
            return replace(needle, left=_in_folded_text(left), right=_in_folded_text(right))
    return needle


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
