"""What finds a word in a text as printed, however each of its characters is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from math import prod
from typing import Final, NamedTuple, TypeAlias

from archive.fold import fold, written_forms
from archive.search.in_text import as_printed
from archive.search.index.tokens import find_runs

_SPELT_OUT: Final = 4
"""More ways to write a word than these are looked for at once."""

Span: TypeAlias = tuple[int, int]
"""Start and end in a text: code points, half-open."""

_compiled: Final = lru_cache(maxsize=512)(re.compile)
"""Of forty ways to begin with a letter a text shows one or two; to compile all would take longer than it."""


_folded: Final = lru_cache(maxsize=4)(fold)
"""Several words are looked for in one text after the other."""


class Spelling(NamedTuple):
    """A way to write a word, or several that begin alike.

    A pattern that begins with no choice is found six times as fast as one that does.
    """

    characters: frozenset[str]
    """What a text must hold for it."""
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A word in folded text: the fold takes as long as to look for ten words in the text as printed."""

    pattern: str
    is_within_line: bool
    """It reaches over no line break."""

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands, whatever stands beside it."""
        return [found.span() for found in _compiled(self.pattern).finditer(_folded(text))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All ways to write a word in text as printed."""

    spellings: tuple[Spelling, ...]
    """Together they match every way to write it."""
    characters: frozenset[str]
    """Those of all spellings."""
    pattern: str
    """Matches every way by itself."""
    folded: Folded

    @property
    def is_within_line(self) -> bool:
        """Whether it reaches over no line break."""
        return self.folded.is_within_line

    def find(self, text: str) -> Sequence[Span]:
        """Return where it stands, whatever stands beside it."""
        if text.isascii():  # That is folded in no time.
            return self.folded.find(text)
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
    atoms = [*_atoms(pieces, _AS_PRINTED)]
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
        folded=folded(pieces),
    )


def folded(pieces: Sequence[str]) -> Folded:
    """Return what finds the same where the text is folded."""
    atoms = [*_atoms(pieces, _FOLDED)]
    return Folded(pattern="".join(atoms), is_within_line=_FOLDED.gap() not in atoms)


class _Alphabet(NamedTuple):
    """What patterns are made of."""

    form: Callable[[str], str]
    """Matches a character of folded text."""
    any_character: Callable[[], str]
    gap: Callable[[], str]


_AS_PRINTED: Final = _Alphabet(as_printed.any_form, as_printed.any_character, as_printed.gap)
_FOLDED: Final = _Alphabet(re.escape, lambda: as_printed.ANY_CHARACTER, lambda: f"{as_printed.GAP}+")


def _atoms(pieces: Sequence[str], alphabet: _Alphabet) -> Iterator[str]:
    """Yield what matches each character of the words, what stands between them, and what a wildcard is."""
    for number, piece in enumerate(pieces):
        if number:
            yield alphabet.any_character()
        for place, run in enumerate(find_runs(piece)):
            if place and not run.is_joined:
                yield alphabet.gap()
            yield from map(alphabet.form, run.text)


def _ways(word: str) -> int:
    return prod(len(written_forms(character)) for character in word)


def _spelt_out(word: str) -> Iterator[Spelling]:
    for way in map("".join, product(*map(written_forms, word))):
        yield Spelling(frozenset(way), re.escape(way))


def _begun(first: str, rest: str) -> Iterator[Spelling]:
    for form in written_forms(first):
        yield Spelling(frozenset(form), re.escape(form) + rest)
