"""The piece of a text that shows why it was found, with the matches marked in the original characters.

The fold keeps every code point in its place: what is found in the folded text is marked there in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from archive.search.in_text.needles import HanNeedle, Needle
from archive.search.in_text.written import Span
from archive.search.index.tokens import WORD

WIDTH: Final = 120
"""Code points of a snippet."""
LEAD: Final = 24
"""Of these, at most so many before the first match."""
_SENTENCE_END: Final = "。！？；!?;\n"
_IN_WORD: Final = re.compile(WORD * 2)
"""What stands around a place inside of a number or a Latin word."""

Parts: TypeAlias = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it is a match."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text; `…` stands where it was cut, a blank for each line break."""

    parts: Parts

    @property
    def has_match(self) -> bool:
        """Whether anything is marked."""
        return any(is_match for _, is_match in self.parts)

    @property
    def text(self) -> str:
        """The text shown."""
        return "".join(part for part, _ in self.parts)

    @property
    def marked_text(self) -> str:
        """The text shown, each match between ⟦ and ⟧: for whatever knows no markup."""
        return "".join(f"⟦{part}⟧" if is_match else part for part, is_match in self.parts)


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    needle: int


def spans_finder(needles: Sequence[Needle]) -> Callable[[str], Sequence[Span]]:
    """Return what tells where the needles stand in a text, ascending; those that overlap are one."""
    if len(needles) == 1 and isinstance(needles[0], HanNeedle):
        return needles[0].find
    return lambda text: _merged(_matches(text, needles))


def mark(text: str, needles: Sequence[Needle]) -> Parts:
    """Return the whole text with its matches."""
    return tuple(_cut(text, 0, len(text), spans_finder(needles)(text)))


def best_snippet(text: str, needles: Sequence[Needle]) -> Snippet:
    """Return the window with the most different terms; of several that with most matches, then the first.

    Without a match, the beginning of the text.
    """
    matches = sorted(_matches(text, needles), key=lambda match: match.start)
    spans = _merged(matches)
    first = _best_start(matches) if matches else 0
    start = _start_before(text, first, spans)
    end = _end_before(text, start + WIDTH, (span for span in spans if span[0] > first))
    shown = _cut(text, start, end, spans)
    parts = [(part.replace("\n", " "), is_match) for part, is_match in shown]
    before = [("…", False)] if start > 0 else []
    after = [("…", False)] if end < len(text) else []
    return Snippet((*before, *parts, *after))


def _matches(text: str, needles: Iterable[Needle]) -> Iterator[_Match]:
    for number, needle in enumerate(needles):
        for start, end in needle.find(text):
            yield _Match(start, end, number)


def _best_start(matches: Sequence[_Match]) -> int:
    starts = [match.start for match in matches]

    def worth(first: int) -> tuple[int, int]:
        last = bisect_left(starts, starts[first] + WIDTH - LEAD)
        return len({match.needle for match in matches[first:last]}), last - first

    return starts[max(range(len(matches)), key=worth)]


def _start_before(text: str, position: int, spans: Iterable[Span]) -> int:
    """Where the sentence of `position` begins, if that is near; else a little before it.

    Neither a word or number is cut there, nor another match, but for one that began long before.
    """
    earliest = max(0, position - LEAD)
    sentence = max(text.rfind(end, earliest, position) for end in _SENTENCE_END) + 1
    start = _border(text, range(sentence or earliest, position + 1))
    cut = next((span for span in spans if span[0] < start < span[1]), (start, start))
    if cut[1] <= position:
        return cut[1]
    return cut[0] if cut[0] >= earliest else position


def _end_before(text: str, position: int, spans: Iterable[Span]) -> int:
    """Where the match, word or number begins, if near, that `position` would cut in two; else `position`."""
    cut = (start for start, end in spans if position - LEAD <= start < position < end)
    last = min(len(text), next(cut, position))
    return _border(text, range(last, last - LEAD, -1))


def _border(text: str, places: range) -> int:
    """The first of the places that lies between two tokens; the very first where one token covers all."""
    return next((at for at in places if not _IN_WORD.fullmatch(text[max(0, at - 1) : at + 1])), places[0])


def _merged(matches: Iterable[_Match]) -> list[Span]:
    spans: list[Span] = []
    for match in sorted(matches, key=lambda match: match.start):
        if spans and match.start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], match.end))
        else:
            spans.append((match.start, match.end))
    return spans


def _cut(text: str, start: int, end: int, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    at = start
    for first, last in spans:
        if first >= end or last <= at:
            continue
        if at < first:
            yield text[at:first], False
        yield text[max(at, first) : min(last, end)], True
        at = min(last, end)
    if at < end:
        yield text[at:end], False
