"""The runs of letters that two texts have in common, wherever they stand in either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from archive.copies.winnowing import NOISE

LEAST: Final = 24
"""Letters in a run that is worth telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Letters of the first text, half-open, that stand in the second."""

    start: int
    end: int


def common_runs(one: str, other: str) -> tuple[Run, ...]:
    """Return the longest runs of `LEAST` letters or more that do not overlap, from left to right."""
    places = dict[str, int]()
    for at in range(len(other) - NOISE, -1, -1):
        places[other[at : at + NOISE]] = at
    runs, at = list[Run](), 0
    while at <= len(one) - NOISE:
        found = places.get(one[at : at + NOISE])
        end = at if found is None else _end(one, other, at, found)
        if end - at >= LEAST:
            runs.append(Run(start=at, end=end))
        at = max(at + 1, end - NOISE + 1)
    return tuple(runs)


def _end(one: str, other: str, at: int, found: int) -> int:
    while at < len(one) and found < len(other) and one[at] == other[found]:
        at, found = at + 1, found + 1
    return at
