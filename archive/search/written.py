"""What finds a word in a text as printed, however each of its characters is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from typing import Final, NamedTuple, TypeAlias

from archive.fold import written_forms
from archive.search import as_printed
from archive.search.tokens import find_runs

_SPELT_OUT: Final = 4
"""More ways to write a word than these are looked for at once."""

Span: TypeAlias = tuple[int, int]

_compiled: Final = lru_cache(maxsize=512)(re.compile)
"""Of forty ways to begin with a letter a text shows one or two; to compile all would take longer than it."""


class Spelling(NamedTuple):
    """A way to write a word, or several that begin alike.

    A pattern that begins with no choice is found six times as fast as one that does.
    """

    characters: frozenset[str]
    """What a text must hold for it."""
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All ways to write a word."""

    spellings: tuple[Spelling, ...]
    """Together they match every way to write it."""
    characters: frozenset[str]
    """Those of all spellings."""
    pattern: str
    """Matches every way by itself."""
    is_within_line: bool
    """It reaches over no line break."""

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands, whatever stands beside it."""
        patterns = self._patterns_for(text)
        spans = [found.span() for pattern in patterns for found in _compiled(pattern).finditer(text)]
        if len(patterns) < 2:
            return spans
        spans.sort()
        # Of ways that overlap (黨党党 holds 党党 twice) one pattern tells which comes first, and what then.
        overlap = any(start < end for (_, end), (start, _) in pairwise(spans))
        return [found.span() for found in _compiled(self.pattern).finditer(text)] if overlap else spans

    def _patterns_for(self, text: str) -> Sequence[str]:
        """Leave out those for characters that the text has not: most; they are found faster than words."""
        if len(self.spellings) == 1:
            return [self.spellings[0].pattern]
        characters = frozenset(filter(text.__contains__, self.characters))
        return [pattern for needed, pattern in self.spellings if needed <= characters]


def written(pieces: Sequence[str]) -> Written:
    """Return what finds a folded word or phrase, or several with any one character between each two."""
    atoms = [*_atoms(pieces)]
    word = "".join(pieces)
    if len(pieces) == 1 and len(atoms) == len(word) and _ways(word) <= _SPELT_OUT:
        spellings = tuple(_spelt_out(word))
    elif starts := next(find_runs(pieces[0]), None):
        spellings = tuple(_begun(starts.text[0], "".join(atoms[1:])))
    else:
        spellings = (Spelling(frozenset(), "".join(atoms)),)
    return Written(
        spellings=spellings,
        characters=frozenset().union(*(needed for needed, _ in spellings)),
        pattern="".join(atoms),
        is_within_line=as_printed.gap() not in atoms,
    )


def _atoms(pieces: Sequence[str]) -> Iterator[str]:
    """Yield what matches each character of the words, what stands between them, and what a wildcard is."""
    for number, piece in enumerate(pieces):
        if number:
            yield as_printed.any_character()
        for place, run in enumerate(find_runs(piece)):
            if place and not run.is_joined:
                yield as_printed.gap()
            yield from map(as_printed.any_form, run.text)


def _ways(word: str) -> int:
    return prod(len(written_forms(character)) for character in word)


def _spelt_out(word: str) -> Iterator[Spelling]:
    for way in map("".join, product(*map(written_forms, word))):
        yield Spelling(frozenset(way), re.escape(way))


def _begun(first: str, rest: str) -> Iterator[Spelling]:
    for form in written_forms(first):
        yield Spelling(frozenset(form), re.escape(form) + rest)
