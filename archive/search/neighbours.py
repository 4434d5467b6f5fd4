"""What stands left and right of matches: Han characters, pairs of them, and words, each counted by side."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from operator import add
from typing import Final

from archive.fold import fold
from archive.search.contexts import Contexts, Side
from archive.search.tokens import HAN, WORD

_TOGETHER: Final = 5000
"""Contexts that are folded and counted at once: one by one it would take ten times as long."""
_BORDER: Final = "\n"
_OF_HAN: Final = re.compile(f"[{HAN}]+")
# Each context holds one character more, on its far side: a word that reaches there goes on beyond the span.
_WORDS: Final = {
    "left": re.compile(rf"(?<!{_BORDER})(?<!{WORD}){WORD}++"),
    "right": re.compile(rf"{WORD}++(?!{_BORDER})"),
}
_NEAR: Final = {"left": slice(1, None), "right": slice(None, -1)}


def count_neighbours(contexts: Contexts, side: Side, span: int) -> Counter[str]:
    """Return how often what stands within `span` code points of the matches, folded; `span` < `WIDTH`.

    Of a word that reaches beyond the span nothing is counted, of a run of Han what lies within.
    """
    counts = Counter[str]()
    nearest = contexts.nearest(side, span + 1)
    while together := [*islice(nearest, _TOGETHER)]:
        folded = fold(_BORDER + _BORDER.join(together) + _BORDER)
        counts.update(_WORDS[side].findall(folded))
        within = _BORDER.join(context[_NEAR[side]] for context in folded[1:-1].split(_BORDER))
        counts.update(_han_only(Counter(within)))
        counts.update(_han_only(Counter(map(add, within, within[1:]))))
    return counts


def _han_only(counted: Counter[str]) -> dict[str, int]:
    """Leave out what stands across a border or beside a mark: to count it first is faster than to skip it."""
    return {each: count for each, count in counted.items() if _OF_HAN.fullmatch(each)}
