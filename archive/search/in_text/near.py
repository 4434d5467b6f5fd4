"""Which places of two words are near each other, in time that grows no faster than the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import groupby, pairwise, takewhile
from operator import itemgetter

from archive.fold import fold
from archive.search.in_text.written import Span
from archive.search.index.tokens import HAN, token_starts


def near_each_other(text: str, left: Sequence[Span], right: Sequence[Span], distance: int) -> list[Span]:
    """Return, ascending, those of either word with one of the other at most `distance` tokens away.

    `left` and `right` ascend, and no two of the same word overlap.
    """
    between = _Between(text, distance)
    near = set[Span]()
    for before, behind in pairwise(_runs(left, right)):
        # Where the nearest two are too far apart, all others are.
        if ahead := [*between.near_ahead(before, behind[0])]:
            near.update(ahead, between.near_behind(before[-1], behind))
    return sorted(near)


def _runs(left: Sequence[Span], right: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield the places of one word up to the next place of the other, in turn."""
    places = sorted([*((span, 0) for span in left), *((span, 1) for span in right)])
    for _, run in groupby(places, itemgetter(1)):
        yield [span for span, _ in run]


class _Between:
    """Tells of two places in a text whether few tokens stand between them.

    Only where characters don't tell does it fold and count: what lies around the two,
    until this has been as long as the text; then all of it, once.
    """

    def __init__(self, text: str, distance: int) -> None:
        self._text = text
        self._distance = distance
        self._unread = len(text)

    def near_ahead(self, places: Sequence[Span], of: Span) -> Iterator[Span]:
        """Yield the last ones of `places`, as far as they are near `of`."""
        return takewhile(lambda place: self._is_near(place, of), reversed(places))

    def near_behind(self, of: Span, places: Sequence[Span]) -> Iterator[Span]:
        """Yield the first ones of `places`, as far as they are near `of`."""
        return takewhile(lambda place: self._is_near(of, place), places)

    def _is_near(self, first: Span, second: Span) -> bool:
        """No token is shorter than a character."""
        (start, end), (at, until) = first, second
        if at - end <= self._distance:
            return True
        if self._unread < 0:
            return self._count(self._starts, end, at) <= self._distance
        if _more_han_than(self._distance).match(self._text, end, at):
            return False
        self._unread -= until - start
        starts = token_starts(fold(self._text[start:until]))
        return self._count(starts, end - start, at - start) <= self._distance

    @cached_property
    def _starts(self) -> Sequence[int]:
        return token_starts(fold(self._text))

    @staticmethod
    def _count(starts: Sequence[int], begin: int, end: int) -> int:
        return bisect_left(starts, end) - bisect_left(starts, begin)


@cache
def _more_han_than(distance: int) -> re.Pattern[str]:
    """Tells most words that stand too far apart: finding all tokens takes a hundred times as long."""
    return re.compile(f"(?:[^{HAN}]*+[{HAN}]){{{distance + 1}}}")
