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
    return tuple(_missing(body, fuller))


def _missing(body: str, fuller: str) -> Iterator[Missing]:
    """What `fuller` goes on for longer with: before, between and behind what both have."""
    own, own_places = letters_and_places(body)
    others, other_places = letters_and_places(fuller)
    anchors = align(Comparable(own), Comparable(others))
    own_ends, other_ends = [*own_places, len(body)], [*other_places, len(fuller)]
    begun = [(0, 0), *((at + SHINGLE, other + SHINGLE) for at, other in anchors)]
    ended = [*anchors, (len(own), len(others))]
    for (start, other_start), (end, other_end) in zip(begun, ended, strict=True) if anchors else ():
        if (other_end - other_start) - (end - start) >= SHORTEST:
            earliest = _behind(own_ends, start)
            yield Missing(
                earliest=earliest,
                latest=own_ends[end],
                start=_start(body, fuller, earliest, _behind(other_ends, other_start)),
                end=other_ends[other_end],
            )


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
