"""What a fuller copy has that a cut text lacks, and where in the cut text it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from archive.copies.comparison import SHINGLE, Comparable, align
from archive.copies.letters import letters_and_places

SHORTEST: Final = 20
"""Letters; anything shorter is a difference of wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A part of the fuller body; all are code points, half-open."""

    earliest: int
    latest: int
    """The part belongs between these places of the cut body; between them are marks, or words of its own."""
    start: int
    end: int
    """In the fuller body."""


def missing_parts(body: str, fuller: str) -> tuple[Missing, ...]:
    """Return the parts of `fuller` that `body` lacks, in their order; none if they share nothing."""
    own, own_places = letters_and_places(body)
    others, other_places = letters_and_places(fuller)
    anchors = align(Comparable(own), Comparable(others))
    own_ends, other_ends = [*own_places, len(body)], [*other_places, len(fuller)]
    found = []
    for gap in _gaps(anchors, len(own), len(others)):
        earliest, begins = _behind(own_ends, gap.own_start), _behind(other_ends, gap.other_start)
        found.append(
            Missing(
                earliest=earliest,
                latest=own_ends[gap.own_end],
                start=_start(body, fuller, earliest, begins),
                end=other_ends[gap.other_end],
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """What stands in each text between two places that they share; letters, half-open."""

    own_start: int
    own_end: int
    other_start: int
    other_end: int

    @property
    def missing(self) -> int:
        """By how many letters the other text is longer there."""
        return (self.other_end - self.other_start) - (self.own_end - self.own_start)


def _gaps(anchors: Sequence[tuple[int, int]], own_size: int, other_size: int) -> Iterator[_Gap]:
    """Yield where the other text goes on for longer, before, between and behind what both have."""
    if not anchors:
        return
    ends = [(0, 0), *((own + SHINGLE, other + SHINGLE) for own, other in anchors)]
    starts = [*anchors, (own_size, other_size)]
    for (own_start, other_start), (own_end, other_end) in zip(ends, starts, strict=True):
        gap = _Gap(own_start=own_start, own_end=own_end, other_start=other_start, other_end=other_end)
        if gap.missing >= SHORTEST:
            yield gap


def _behind(places: Sequence[int], letter: int) -> int:
    """Return the place behind the letter before `letter`."""
    return places[letter - 1] + 1 if letter else 0


def _start(body: str, fuller: str, place: int, start: int) -> int:
    """Leave out the mark after which the cut text breaks off, where the fuller one has it too."""
    while (
        place < len(body)
        and start < len(fuller)
        and body[place] == fuller[start]
        and not body[place].isalnum()
    ):
        place, start = place + 1, start + 1
    return start
