"""How much of one text stands in another, in the same order.

Official prose shares its formulas: sets of shingles make two reports of one season alike. What a copy has in
common with its original stands there in one order, from the same places on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from archive.copies.letters import MASK

SHINGLE: Final = 6
"""Letters in the units that are compared."""
_NUMBER: Final = re.compile(r"\d+|[零〇一二三四五六七八九十百千万]{2,}")


class Comparable:
    """A text prepared for comparing."""

    def __init__(self, letters: str) -> None:
        self.letters = letters

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each shingle stands that the text has once, and that holds no mask."""
        text = self.letters
        ends = range(SHINGLE, len(text) + 1)
        # Not listed first: a line of 5 MB has two million shingles, if only a few different ones.
        last = {text[end - SHINGLE : end]: end - SHINGLE for end in ends}
        first = {text[end - SHINGLE : end]: end - SHINGLE for end in reversed(ends)}
        once = {shingle: at for shingle, at in last.items() if first[shingle] == at}
        if MASK not in text:
            return once
        return {shingle: at for shingle, at in once.items() if MASK not in shingle}

    @property
    def size(self) -> int:
        """Letters."""
        return len(self.letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two texts have in common."""

    contained: float
    """Share of the first that stands in the second, in order; masked places count on neither side."""
    covers: float
    """Share of the second that stands in the first."""
    numbers: float
    """Share of the numbers of the more contained text that the other has at the same place; 1 without any."""
    starts: int
    """Letters of the longer text before what they have in common."""
    ends: int
    """Letters of the longer text behind it."""

    @property
    def greater(self) -> float:
        """The share of the text that stands more wholly in the other."""
        return max(self.contained, self.covers)

    @property
    def turned(self) -> Comparison:
        """The same, seen from the second text."""
        return replace(self, contained=self.covers, covers=self.contained)


SAME: Final = Comparison(contained=1, covers=1, numbers=1, starts=0, ends=0)
NOTHING_SHARED: Final = Comparison(contained=0, covers=0, numbers=0, starts=0, ends=0)

AT_LEAST: Final = 0.5
"""Below this, texts are not compared any further."""


def compare(one: Comparable, other: Comparable) -> Comparison:
    """Compare two texts; `NOTHING_SHARED` where less than half of either can stand in the other.

    Of several ways to lay one against the other the same is taken, whichever comes first.
    """
    if one.letters == other.letters:
        return SAME
    if one.letters > other.letters:
        return compare(other, one).turned
    common = one.places.keys() & other.places.keys()
    if not common or len(common) < AT_LEAST * min(len(one.places), len(other.places)):
        return NOTHING_SHARED
    anchors = _in_order(one, other, common)
    contained, covers = len(anchors) / len(one.places), len(anchors) / len(other.places)
    longer = 0 if one.size > other.size else 1
    return Comparison(
        contained=contained,
        covers=covers,
        numbers=_numbers(one, anchors, 0) if contained >= covers else _numbers(other, anchors, 1),
        starts=anchors[0][longer],
        ends=(one, other)[longer].size - anchors[-1][longer] - SHINGLE,
    )


def align(one: Comparable, other: Comparable) -> list[tuple[int, int]]:
    """Return where the same shingle stands in both, ascending in both, in letters."""
    return _in_order(one, other, one.places.keys() & other.places.keys())


def _in_order(one: Comparable, other: Comparable, common: set[str]) -> list[tuple[int, int]]:
    pairs = sorted((one.places[shingle], other.places[shingle]) for shingle in common)
    return [pairs[at] for at in _longest_ascent([second for _, second in pairs])]


def _longest_ascent(values: Sequence[int]) -> list[int]:
    """Return the places of a longest ascending subsequence."""
    tails, ends, before = list[int](), list[int](), list[int]()
    for at, value in enumerate(values):
        rank = len(tails) if not tails or value > tails[-1] else bisect_left(tails, value)
        before.append(ends[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[rank], ends[rank] = value, at
    chain, at = list[int](), ends[-1] if ends else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def numbers_within(text: Comparable, other: Comparable) -> float:
    """Return the most that `Comparison.numbers` of `text` can be: numbers that stand in the other like here.

    One that is the same at the same place begins in a shingle that both have.
    """
    told = same = 0
    for start, _ in _numbers_in(text):
        told += 1
        around = range(max(0, start - SHINGLE + 1), start + 1)
        same += any(text.letters[at : at + SHINGLE] in other.letters for at in around)
    return same / told if told else 1.0


def _numbers_in(text: Comparable) -> Iterator[tuple[int, int]]:
    """Where the numbers stand that no mask is so near that their shingles could not be compared."""
    for match in _NUMBER.finditer(text.letters):
        start, end = match.span()
        if MASK not in text.letters[max(0, start - SHINGLE) : end + SHINGLE]:
            yield start, end


def _numbers(text: Comparable, anchors: Sequence[tuple[int, int]], side: int) -> float:
    covered = bytearray(text.size + 1)
    for anchor in anchors:
        covered[anchor[side] : anchor[side] + SHINGLE] = b"\1" * SHINGLE
    told = same = 0
    for start, end in _numbers_in(text):
        told += 1
        same += all(covered[start:end])
    return same / told if told else 1.0
