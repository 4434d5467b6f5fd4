"""The lines taken for a text, weighed against the page they were chosen from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from archive.byline import parse_byline
from archive.extract.body.weights import Weights
from archive.extract.layout import Box, Layout

_LINES_OF_BYLINE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The lines taken for the text, and what they were chosen from."""

    layout: Layout
    weights: tuple[float, ...]
    """Of all lines, 0 for bylines and for asides that hold none of `lines`."""
    title: range
    """Numbers of the title's lines; empty where none is printed."""
    lines: tuple[int, ...]
    """Their numbers, ascending."""
    is_marked: bool
    """A CMS's own name marks the box."""
    tail_openings: frozenset[int]
    asides: tuple[Box, ...]
    """Both as in `Weights`."""
    sums: tuple[float, ...]
    """Weight of the prose among `lines` before each line of the page, and, last, of all of it."""

    @property
    def prose(self) -> float:
        """Weight of the prose among `lines`."""
        return self.sums[-1]

    def prose_between(self, first: int, end: int) -> float:
        """Weight of the prose among those of `lines` that are numbered first to end, half-open."""
        return self.sums[end] - self.sums[first] if first < end else 0.0


def answer_of(
    layout: Layout, weights: Weights, title: range, lines: tuple[int, ...], *, is_marked: bool
) -> Answer:
    """Weigh `lines` against the page."""
    taken = set(lines)
    counted = _without_asides(
        _without_tail(_without_bylines(layout, weights, title), weights.tail_openings, lines),
        (box for box in weights.asides if _holds_none(box, lines)),
    )
    prose = (weight if weight > 0 and number in taken else 0.0 for number, weight in enumerate(counted))
    return Answer(
        layout=layout,
        weights=counted,
        title=title,
        lines=lines,
        is_marked=is_marked,
        tail_openings=weights.tail_openings,
        asides=weights.asides,
        sums=tuple(accumulate(prose, initial=0.0)),
    )


def _without_bylines(layout: Layout, weights: Weights, title: range) -> list[float]:
    counted = list(weights.of_lines)
    for number in range(title.stop, min(title.stop + _LINES_OF_BYLINE, len(counted)) if title else 0):
        # A line that weighs nothing for it anyway need not be read.
        if counted[number] and parse_byline(layout.lines[number].text) is not None:
            counted[number] = 0.0
    return counted


def _without_tail(counted: list[float], tail_openings: frozenset[int], lines: tuple[int, ...]) -> list[float]:
    """Weigh nothing from the first line below the text that announces what is no part of it."""
    below = (number for number in tail_openings if lines and number > lines[-1])
    opening = min(below, default=len(counted))
    return counted[:opening] + [0.0] * (len(counted) - opening)


def _without_asides(counted: list[float], asides: Iterable[Box]) -> tuple[float, ...]:
    for box in asides:
        counted[box.first : box.end] = [0.0] * (box.end - box.first)
    return tuple(counted)


def _holds_none(box: Box, lines: tuple[int, ...]) -> bool:
    return bisect_left(lines, box.first) == bisect_left(lines, box.end)
