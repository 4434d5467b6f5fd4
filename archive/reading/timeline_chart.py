"""One drawing of a timeline: the share of each query in each year, as lines with a link at each point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from archive.reading.search_address import Arguments, query_string
from archive.search.selection.request import SearchRequest
from archive.search.timeline import YearRow

STEP: Final = 34
HEIGHT: Final = 140
_LABELLED_EVERY: Final = 5
_FEW_YEARS: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One query in one year; lengths in units of the drawing."""

    query: str
    year: int
    x: int
    y: int
    matches: int
    articles: int
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The shares of all queries."""

    title: str
    rows: tuple[YearRow, ...]
    lines: tuple[tuple[Point, ...], ...]
    """One for each query."""
    labels: tuple[tuple[int, int], ...]
    """Where which year is written."""
    highest: float
    """The share at the upper edge, 0 to 1."""

    @property
    def has_dated(self) -> bool:
        """Whether any article has a year."""
        return any(row.articles for row in self.rows if row.year is not None)

    @property
    def total(self) -> YearRow:
        """All years together, and what has no date."""
        matches = zip(*(row.matches for row in self.rows), strict=True)
        return YearRow(
            year=None, articles=sum(row.articles for row in self.rows), matches=tuple(map(sum, matches))
        )

    @staticmethod
    def runs_of(line: Sequence[Point]) -> tuple[tuple[Point, ...], ...]:
        """Return the stretches of `line` without a year that has no article, and so no share."""
        stretches = groupby(line, key=lambda point: point.articles > 0)
        return tuple(tuple(points) for has_articles, points in stretches if has_articles)

    @property
    def width(self) -> int:
        """Width of the drawing."""
        return max(map(len, self.lines), default=0) * STEP

    @property
    def height(self) -> int:
        """Height of the drawing."""
        return HEIGHT


def highest_share(found: Sequence[YearRow]) -> float:
    """The share at the upper edge; one for all parts of a split, or they could not be compared."""
    return max((share for row in found if row.year is not None for share in row.shares), default=0.0) or 1.0


def draw_chart(
    title: str, found: Sequence[YearRow], highest: float, requests: Sequence[SearchRequest], kept: Arguments
) -> Chart:
    """Return the drawing of one part; `kept` are the arguments that lead to its articles."""
    dated = [row for row in found if row.year is not None]
    lines = tuple(
        tuple(_points(dated, number, highest, {**kept, "q": [request.query]}))
        for number, request in enumerate(requests)
    )
    labels = tuple(
        (_x(place), row.year)
        for place, row in enumerate(dated)
        if row.year is not None and (len(dated) <= _FEW_YEARS or row.year % _LABELLED_EVERY == 0)
    )
    return Chart(title=title, rows=tuple(found), lines=lines, labels=labels, highest=highest)


def _points(dated: Sequence[YearRow], number: int, highest: float, kept: Arguments) -> Iterator[Point]:
    """The line of the query `number`, whose arguments are `kept`."""
    for place, row in enumerate(dated):
        yield Point(
            query=kept["q"][0],
            year=row.year or 0,
            x=_x(place),
            y=round(HEIGHT * (1 - row.shares[number] / highest)),
            matches=row.matches[number],
            articles=row.articles,
            link=query_string({**kept, "year": [str(row.year)]}),
        )


def _x(place: int) -> int:
    return place * STEP + STEP // 2
