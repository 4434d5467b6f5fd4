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
    return tuple(
        Missing(
            earliest=_behind(own_ends, here),
            latest=own_ends[there],
            start=_start(body, fuller, _behind(own_ends, here), _behind(other_ends, at)),
            end=other_ends[until],
        )
        for here, there, at, until in _jumps(anchors, len(own), len(others))
    )


def _jumps(anchors: Sequence[tuple[int, int]], size: int, other: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield where the other goes on for longer: from, to (letters of the one), from, to (of the other)."""
    if not anchors:
        return
    ends = [(0, 0), *((one + SHINGLE, two + SHINGLE) for one, two in anchors)]
    starts = [*anchors, (size, other)]
    for (here, at), (there, until) in zip(ends, starts, strict=True):
        if (until - at) - (there - here) >= SHORTEST:
            yield here, there, at, until


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
