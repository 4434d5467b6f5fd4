"""What stands left and right of matches: Han characters, pairs of them, and words, each counted by side."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from operator import add
from typing import Final

from archive.fold import fold
from archive.search.concordance.contexts import Contexts, Side
from archive.search.index.tokens import HAN, WORD

_TOGETHER: Final = 5000
"""Contexts that are folded and counted at once: one by one would take ten times as long, all take memory."""
_BORDER: Final = "\n"
_NOT_HAN: Final = re.compile(f"[^{HAN}]")
# Each context holds one character more, on its far side: a word that reaches there goes on beyond the span.
_WORDS: Final = {
    "left": re.compile(rf"(?<!{_BORDER})(?<!{WORD}){WORD}++"),
    "right": re.compile(rf"{WORD}++(?!{_BORDER})"),
}
_NEAR: Final = {"left": slice(1, None), "right": slice(None, -1)}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """How often each stands beside the matches, folded."""

    characters: Counter[str] = field(default_factory=Counter)
    """Of Han."""
    pairs: Counter[str] = field(default_factory=Counter)
    """Of Han characters that stand side by side."""
    words: Counter[str] = field(default_factory=Counter)
    """Of letters and digits."""

    @property
    def each(self) -> tuple[Counter[str], ...]:
        """All three."""
        return self.characters, self.pairs, self.words

    def __getitem__(self, word: str) -> int:
        return sum(counts[word] for counts in self.each)

    def __add__(self, other: Neighbours) -> Neighbours:
        return Neighbours(*map(_sum, self.each, other.each))


def count_neighbours(contexts: Contexts, side: Side, span: int) -> Neighbours:
    """Return what stands within `span` code points of the matches, on one side; `span` < `WIDTH`.

    Of a word that reaches beyond the span nothing is counted, of a run of Han what lies within.
    """
    counts = Neighbours()
    nearest = contexts.nearest(side, span + 1)
    while together := [*islice(nearest, _TOGETHER)]:
        folded = fold(_BORDER + _BORDER.join(together) + _BORDER)
        counts.words.update(_WORDS[side].findall(folded))
        within = _BORDER.join([context[_NEAR[side]] for context in folded[1:-1].split(_BORDER)])
        counts.characters.update(within)
        counts.pairs.update(map(add, within, within[1:]))
    _leave_han(counts.characters, 1)
    _leave_han(counts.pairs, 2)
    return counts


def _leave_han(counts: Counter[str], length: int) -> None:
    """Take out what stands across a border or beside a mark: to count it first is faster than to skip it.

    All that is counted has the same length.
    """
    together = "".join(counts)
    for found in _NOT_HAN.finditer(together):
        start = found.start() - found.start() % length
        counts.pop(together[start : start + length], None)


def _sum(one: Counter[str], other: Counter[str]) -> Counter[str]:
    """To add them with a plus would look at each twice more, for counts below one."""
    counts = one.copy()
    counts.update(other)
    return counts
