"""What finds a stretch of Han in a text as printed, however each character is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from math import prod
from typing import Final, NamedTuple, TypeAlias

from archive.fold import changed_characters, fold, written_forms
from archive.search.expression import Scope
from archive.search.tokens import HAN

ANY_CHARACTER: Final = f"[{HAN}0-9a-z]"
"""What a wildcard stands for, in folded text."""
_SPELT_OUT: Final = 4
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
    characters: frozenset[str]
    """Those of all spellings."""
    pattern: re.Pattern[str]
    """Matches every way by itself."""

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands."""
        patterns = self._patterns_for(text)
        spans = [found.span() for pattern in patterns for found in pattern.finditer(text)]
        if len(patterns) < 2:
            return spans
        spans.sort()
        # Of ways that overlap (黨党党 holds 党党 twice) one pattern tells which comes first, and what then.
        overlap = any(start < end for (_, end), (start, _) in pairwise(spans))
        return [found.span() for found in self.pattern.finditer(text)] if overlap else spans

    def _patterns_for(self, text: str) -> Sequence[re.Pattern[str]]:
        """Leave out those for characters that the text has not: most; they are found faster than words."""
        if len(self.spellings) == 1:
            return [self.spellings[0].pattern]
        characters = frozenset(filter(text.__contains__, self.characters))
        return [pattern for needed, pattern in self.spellings if needed <= characters]


def han_needle(scope: Scope, pieces: Sequence[str]) -> HanNeedle:
    """Return what finds a folded stretch of Han, or several with any one character between each two."""
    rest = _any_form_of((pieces[0][1:], *pieces[1:]))
    spellings = tuple(_ways_to_write(pieces[0]) if len(pieces) == 1 else _begun(pieces[0][0], rest))
    return HanNeedle(
        scope=scope,
        spellings=spellings,
        characters=frozenset().union(*(needed for needed, _ in spellings)),
        pattern=re.compile(_any_form_of(pieces)),
    )


def _ways_to_write(folded: str) -> Iterator[Spelling]:
    forms = [written_forms(character) for character in folded]
    if prod(map(len, forms)) > _SPELT_OUT:
        yield from _begun(folded[0], _any_form_of((folded[1:],)))
        return
    for way in map("".join, product(*forms)):
        yield Spelling(frozenset(way), re.compile(way))


def _begun(first: str, rest: str) -> Iterator[Spelling]:
    for form in written_forms(first):
        yield Spelling(frozenset(form), re.compile(form + rest))


def _any_form_of(pieces: Sequence[str]) -> str:
    between = _any_as_printed() if len(pieces) > 1 else ""
    return between.join("".join(map(_any_form, piece)) for piece in pieces)


@cache
def _any_as_printed() -> str:
    """What a wildcard stands for, before it is folded."""
    printed = (each for each in changed_characters() if re.fullmatch(ANY_CHARACTER, fold(each)))
    return f"[{HAN}0-9a-z{re.escape(''.join(printed))}]"


def _any_form(character: str) -> str:
    return f"[{written_forms(character)}]"
