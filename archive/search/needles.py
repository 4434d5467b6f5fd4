"""What finds a query's words in a text, where the index only says in which articles they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from math import prod
from typing import Final, NamedTuple, Protocol, TypeAlias

from archive.fold import changed_characters, fold, written_forms
from archive.search.expression import WILDCARD, Expression, Near, Operand, Pattern, Scope, wanted
from archive.search.tokens import HAN, WORD, find_runs, is_han, token_starts

_REST_OF_WORD: Final = re.compile(f"{WORD}*")
_IN_WORD: Final = re.compile(WORD)
_ANY_CHARACTER: Final = f"[{HAN}0-9a-z]"
"""What a wildcard stands for, in folded text."""
_SPELT_OUT: Final = 8
"""More ways to write a word than these are looked for at once."""

Span: TypeAlias = tuple[int, int]

_folded: Final = lru_cache(maxsize=4)(fold)
"""Several needles look at one text after the other."""


class Needle(Protocol):
    """Finds one word, or two that stand near each other."""

    @property
    def scope(self) -> Scope:
        """Where the query wants it."""

    def find(self, text: str) -> Iterable[Span]:
        """Return where it stands in a text as printed, ascending, with the rest of a word that goes on."""


class Spelling(NamedTuple):
    """A way to write a stretch of Han, or several that begin alike.

    A pattern that begins with no choice is found six times as fast as one that does.
    """

    characters: frozenset[str]
    """What a text must hold for it."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HanNeedle:
    """What finds a stretch of Han: whatever stands beside it, so that the text needn't be folded."""

    scope: Scope
    spellings: tuple[Spelling, ...]
    """Together they match every way to write it."""

    @property
    def _characters(self) -> frozenset[str]:
        return frozenset().union(*(needed for needed, _ in self.spellings))

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands."""
        patterns = self._patterns_for(text)
        spans = [found.span() for pattern in patterns for found in pattern.finditer(text)]
        return spans if len(patterns) == 1 else [*_apart(sorted(spans))]

    def _patterns_for(self, text: str) -> Sequence[re.Pattern[str]]:
        """Leave out those for characters that the text has not: most; they are found faster than words."""
        if len(self.spellings) == 1:
            return [self.spellings[0].pattern]
        characters = frozenset(filter(text.__contains__, self._characters))
        return [pattern for needed, pattern in self.spellings if needed <= characters]


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
        pairs = [tuple(sorted(pair)) for pair in product(left, right)]
        pairs = [(one, other) for one, other in pairs if not too_far.match(text, one[1], other[0])]
        starts = token_starts(_folded(text)) if pairs else []
        near = {pair for pair in pairs if _tokens_between(starts, *pair) <= self.distance}
        yield from sorted({span for pair in near for span in pair})


@cache
def _more_han_than(distance: int) -> re.Pattern[str]:
    """Tells most words that stand too far apart: finding all tokens takes a hundred times as long."""
    return re.compile(f"(?:[^{HAN}]*+[{HAN}]){{{distance + 1}}}")


def needles_of(expression: Expression | None) -> tuple[Needle, ...]:
    """Return what finds the words that a match of the query may contain."""
    return tuple(map(_needle, wanted(expression)))


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
        return HanNeedle(scope=operand.scope, spellings=_spellings(folded))
    pattern = re.compile(_pattern(folded))
    return WordNeedle(scope=operand.scope, pattern=pattern, is_prefix=operand.phrase.is_prefix)


def _wildcard_needle(operand: Pattern) -> Needle:
    pieces = operand.text.split(WILDCARD)
    if not all(map(_is_han_run, pieces)):
        pattern = _ANY_CHARACTER.join(map(_pattern, pieces))
        return WordNeedle(scope=operand.scope, pattern=re.compile(pattern), is_prefix=False)
    first, pieces[0] = pieces[0][0], pieces[0][1:]
    rest = _any_as_printed().join("".join(map(_any_form, piece)) for piece in pieces)
    return HanNeedle(scope=operand.scope, spellings=_begun(first, rest))


@cache
def _any_as_printed() -> str:
    """What a wildcard stands for, before it is folded."""
    printed = (each for each in changed_characters() if re.fullmatch(_ANY_CHARACTER, fold(each)))
    return f"[{HAN}0-9a-z{re.escape(''.join(printed))}]"


def _any_form(character: str) -> str:
    return f"[{written_forms(character)}]"


def _is_han_run(folded: str) -> bool:
    return folded != "" and all(map(is_han, folded))


def _spellings(folded: str) -> tuple[Spelling, ...]:
    forms = [written_forms(character) for character in folded]
    if prod(map(len, forms)) <= _SPELT_OUT:
        return tuple(Spelling(frozenset(way), re.compile(way)) for way in map("".join, product(*forms)))
    return _begun(folded[0], "".join(map(_any_form, folded[1:])))


def _begun(first: str, rest: str) -> tuple[Spelling, ...]:
    return tuple(Spelling(frozenset(form), re.compile(form + rest)) for form in written_forms(first))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Leave out what overlaps the one before."""
    reached = 0
    for span in spans:
        if span[0] >= reached:
            reached = span[1]
            yield span


def _pattern(folded: str) -> str:
    pattern = ""
    for run in find_runs(folded):
        pattern += ("" if run.is_joined or not pattern else r"[\W_]+") + re.escape(run.text)
    return pattern


def _tokens_between(starts: Sequence[int], first: Span, second: Span) -> int:
    """How many tokens begin behind the one and before the other; none or fewer when they overlap."""
    return bisect_left(starts, second[0]) - bisect_left(starts, first[1])
