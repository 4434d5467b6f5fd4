"""What finds a query's words in a text, where the index only says in which articles they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Protocol

from archive.fold import fold
from archive.search.expression import WILDCARD, Expression, Near, Operand, Pattern, Scope, wanted
from archive.search.han_needle import ANY_CHARACTER, Span, han_needle
from archive.search.tokens import HAN, WORD, find_runs, is_han, token_starts

_REST_OF_WORD: Final = re.compile(f"{WORD}*")
_IN_WORD: Final = re.compile(WORD)

_folded: Final = lru_cache(maxsize=4)(fold)
"""Several needles look at one text after the other."""


class Needle(Protocol):
    """Finds one word, or two that stand near each other."""

    @property
    def scope(self) -> Scope:
        """Where the query wants it."""

    def find(self, text: str) -> Iterable[Span]:
        """Return where it stands in a text as printed, ascending, with the rest of a word that goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNeedle:
    """What finds a word or phrase with letters, digits, wildcards or gaps."""

    scope: Scope
    pattern: re.Pattern[str]
    """Matches it in folded text."""
    is_prefix: bool
    """A word at its end may go on; one that may not must end there."""

    def find(self, text: str) -> Iterator[Span]:
        """Yield where it stands."""
        folded = _folded(text)
        for found in self.pattern.finditer(folded):
            start, end = found.span()
            if start and _IN_WORD.match(folded, start) and _IN_WORD.match(folded, start - 1):
                continue
            in_word = _IN_WORD.match(folded, end - 1)
            rest = _REST_OF_WORD.match(folded, end) if in_word else None
            if rest is None or self.is_prefix or not rest[0]:
                yield start, rest.end() if rest else end


@dataclass(frozen=True, slots=True, kw_only=True)
class NearNeedle:
    """What finds two words where they are near each other."""

    scope: Scope
    left: Needle
    right: Needle
    distance: int

    def find(self, text: str) -> Iterator[Span]:
        """Yield where either word stands."""
        left = [*self.left.find(text)]
        right = [*self.right.find(text)] if left else []
        too_far = _more_han_than(self.distance)
        pairs = [pair for pair in _neighbours(left, right) if not too_far.match(text, pair[0][1], pair[1][0])]
        starts = token_starts(_folded(text)) if pairs else []
        near = {pair for pair in pairs if _tokens_between(starts, *pair) <= self.distance}
        yield from sorted({span for pair in near for span in pair})


def _neighbours(left: Sequence[Span], right: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each span with the nearest of the other word on either side: where these are too far, all are."""
    for spans, others in ((left, right), (right, left)):
        for span in spans:
            at = bisect_left(others, span)
            yield from ((min(span, other), max(span, other)) for other in others[max(at - 1, 0) : at + 1])


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
        return han_needle(operand.scope, [folded])
    pattern = re.compile(_pattern(folded))
    return WordNeedle(scope=operand.scope, pattern=pattern, is_prefix=operand.phrase.is_prefix)


def _wildcard_needle(operand: Pattern) -> Needle:
    pieces = operand.text.split(WILDCARD)
    if not all(map(_is_han_run, pieces)):
        pattern = ANY_CHARACTER.join(map(_pattern, pieces))
        return WordNeedle(scope=operand.scope, pattern=re.compile(pattern), is_prefix=False)
    return han_needle(operand.scope, pieces)


def _is_han_run(folded: str) -> bool:
    return folded != "" and all(map(is_han, folded))


def _pattern(folded: str) -> str:
    pattern = ""
    for run in find_runs(folded):
        pattern += ("" if run.is_joined or not pattern else r"[\W_]+") + re.escape(run.text)
    return pattern


def _tokens_between(starts: Sequence[int], first: Span, second: Span) -> int:
    """How many tokens begin behind the one and before the other; none or fewer when they overlap."""
    return bisect_left(starts, second[0]) - bisect_left(starts, first[1])
