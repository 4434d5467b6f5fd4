"""Matches per year of up to five queries, as a drawing that the server makes, a table and CSV."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from archive.reading.chosen_filters import ChosenFilters, chosen_filters
from archive.reading.export.csv_table import write_table
from archive.reading.search_address import (
    FACETS,
    Arguments,
    first,
    kept_arguments,
    query_string,
    read_request,
)
from archive.reading.site_titles import site_titles
from archive.search.parsed_query import Query
from archive.search.query import parse
from archive.search.request import SearchRequest
from archive.search.timeline import MAX_QUERIES, SPLITS, Timeline, YearRow, timeline
from archive.store.clock import now

PARTS: Final = 12
"""Parts of a split that are drawn; the CSV holds all."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """One comparison."""

    queries: tuple[str, ...]
    charts: tuple[Chart, ...]
    """The whole archive, then the parts of a split, the largest first."""
    split: str
    hidden: int
    """Parts that are not drawn."""
    site_titles: Mapping[str, str]
    arguments: Arguments

    @property
    def address(self) -> str:
        """Query string of this comparison."""
        return timeline_address(self.arguments, self.split)

    @property
    def chosen(self) -> ChosenFilters:
        """What it is filtered by."""
        return chosen_filters({**self.arguments, "split": [self.split]})

    @property
    def parsed(self) -> tuple[Query, ...]:
        """The queries as they were read, with what of them could not be used."""
        return tuple(map(parse, self.queries))

    @property
    def boxes(self) -> tuple[str, ...]:
        """What stands in the fields of the form: the queries and as many empty ones as are allowed."""
        return (*self.queries, *[""] * (MAX_QUERIES - len(self.queries)))


def timeline_page(conn: sqlite3.Connection, arguments: Arguments) -> TimelinePage:
    """Return the comparison that `arguments` ask for: up to five `q`, the filters of the search, `split`."""
    kept, split = _kept(arguments), read_split(arguments)
    requests = read_requests(arguments)
    found = timeline(conn, requests, split=split or None)
    drawn = found.parts[:PARTS]
    highest = _highest([row for part in drawn for row in part.rows])
    parts = [
        _chart(part.value, part.rows, highest, requests, {**kept, split: [part.value]}) for part in drawn
    ]
    return TimelinePage(
        queries=found.queries,
        charts=(_chart("", found.rows, _highest(found.rows), requests, kept), *parts),
        split=split,
        hidden=max(0, len(found.parts) - PARTS),
        site_titles=site_titles(conn),
        arguments=kept,
    )


def timeline_address(arguments: Arguments, split: str) -> str:
    """Return the query string of a comparison."""
    return query_string({**_kept(arguments), "split": [split]})


def read_split(arguments: Arguments) -> str:
    """Return what the timeline is split by; empty for nothing."""
    asked = first(arguments, "split")
    return asked if asked in SPLITS else ""


def read_requests(arguments: Arguments) -> tuple[SearchRequest, ...]:
    """Return one request for each query; the whole archive where none is given."""
    request = read_request(arguments)
    queries = [query.strip() for query in arguments.get("q", ()) if query.strip()][:MAX_QUERIES]
    return tuple(replace(request, query=query) for query in queries) or (request,)


def timeline_csv(found: Timeline, split: str, address: str) -> Iterator[bytes]:
    """Yield a line for each query and year, and for each value of the split; the whole archive has none.

    A year without articles has no share. `address` is that of the page, which says the filters.
    """
    columns = (split or "part", "year", "query", "matches", "articles", "share", "address", "exported_at")
    about = (address, now())
    lines = (
        (value, row.year, query, matches, row.articles, f"{share:.6f}" if row.articles else "", *about)
        for value, of_part in (("", found.rows), *((part.value, part.rows) for part in found.parts))
        for row in of_part
        for query, matches, share in zip(found.queries, row.matches, row.shares, strict=True)
    )
    return write_table(columns, (dict(zip(columns, line, strict=True)) for line in lines))


def _kept(arguments: Arguments) -> Arguments:
    kept = kept_arguments(arguments)
    return {name: kept[name] for name in ("q", *FACETS, "from", "to") if name in kept}


def _highest(found: Sequence[YearRow]) -> float:
    """The share at the upper edge; one for all parts of a split, or they could not be compared."""
    return max((share for row in found if row.year is not None for share in row.shares), default=0.0) or 1.0


def _chart(
    title: str, found: Sequence[YearRow], highest: float, requests: Sequence[SearchRequest], kept: Arguments
) -> Chart:
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
