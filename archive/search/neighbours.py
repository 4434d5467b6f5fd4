"""What stands left and right of matches: Han characters, pairs of them, and words, each counted by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import add
from typing import Final

from archive.fold import fold
from archive.search.needles import Span
from archive.search.tokens import HAN, WORD

_TOGETHER: Final = 2000
"""Contexts that are folded and counted at once: one by one it would take four times as long."""
_HAN: Final = re.compile(f"[{HAN}]+")
_BORDER: Final = "\n"
# Each context holds one character more, on its far side: a word that reaches there goes on beyond the span.
_WORDS_LEFT: Final = re.compile(rf"(?<!{_BORDER})(?<!{WORD}){WORD}++")
_WORDS_RIGHT: Final = re.compile(rf"{WORD}++(?!{_BORDER})")


class Neighbours:
    """Counts the neighbours within `span` code points of the matches that it is given."""

    def __init__(self, span: int) -> None:
        self.left, self.right = Counter[str](), Counter[str]()
        self._span = span
        self._before: list[str] = []
        self._behind: list[str] = []

    def add(self, text: str, spans: Sequence[Span]) -> None:
        """Take in the matches of one text; they are counted after the next `finish`, or some time before."""
        reach = self._span + 1
        padded = text.replace(_BORDER, " ")
        for start, end in spans:
            self._before.append(padded[max(0, start - reach) : start].rjust(reach))
            self._behind.append(padded[end : end + reach].ljust(reach))
        if len(self._before) > _TOGETHER:
            self.finish()

    def finish(self) -> None:
        """Count what was taken in."""
        self._count(self.left, self._before, slice(1, None), _WORDS_LEFT)
        self._count(self.right, self._behind, slice(None, -1), _WORDS_RIGHT)

    def _count(self, counts: Counter[str], contexts: list[str], near: slice, words: re.Pattern[str]) -> None:
        counts.update(words.findall(fold(_BORDER + _BORDER.join(contexts) + _BORDER)))
        for run in _han_runs(fold(_BORDER.join(context[near] for context in contexts))):
            counts.update(run)
            counts.update(map(add, run, run[1:]))
        contexts.clear()


def _han_runs(folded: str) -> Iterator[str]:
    return (run[0] for run in _HAN.finditer(folded))
