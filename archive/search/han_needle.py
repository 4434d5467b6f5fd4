"""What finds a stretch of Han in a text as printed, however each character is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import Final, NamedTuple, TypeAlias

from archive.fold import changed_characters, fold, written_forms
from archive.search.expression import Scope
from archive.search.tokens import HAN

ANY_CHARACTER: Final = f"[{HAN}0-9a-z]"
"""What a wildcard stands for, in folded text."""
_SPELT_OUT: Final = 8
"""More ways to write a word than these are looked for at once."""

Span: TypeAlias = tuple[int, int]


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


def spellings_of(folded: str) -> tuple[Spelling, ...]:
    """Return every way to write a folded stretch of Han."""
    forms = [written_forms(character) for character in folded]
    if prod(map(len, forms)) <= _SPELT_OUT:
        return tuple(Spelling(frozenset(way), re.compile(way)) for way in map("".join, product(*forms)))
    return _begun(folded[0], "".join(map(_any_form, folded[1:])))


def spellings_between(pieces: Sequence[str]) -> tuple[Spelling, ...]:
    """Return every way to write folded stretches of Han with any one character between each two."""
    first, rest = pieces[0][0], (pieces[0][1:], *pieces[1:])
    return _begun(first, _any_as_printed().join("".join(map(_any_form, piece)) for piece in rest))


def _begun(first: str, rest: str) -> tuple[Spelling, ...]:
    return tuple(Spelling(frozenset(form), re.compile(form + rest)) for form in written_forms(first))


@cache
def _any_as_printed() -> str:
    """What a wildcard stands for, before it is folded."""
    printed = (each for each in changed_characters() if re.fullmatch(ANY_CHARACTER, fold(each)))
    return f"[{HAN}0-9a-z{re.escape(''.join(printed))}]"


def _any_form(character: str) -> str:
    return f"[{written_forms(character)}]"


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Leave out what overlaps the one before."""
    reached = 0
    for span in spans:
        if span[0] >= reached:
            reached = span[1]
            yield span
