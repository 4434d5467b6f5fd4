"""Matches per year of up to five queries, as a drawing that the server makes, a table and CSV."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
from archive.reading.timeline_chart import Chart, draw_chart, highest_share
from archive.search.query import parse
from archive.search.query.filters import UNDATED
from archive.search.query.parsed_query import Query
from archive.search.selection.request import SearchRequest
from archive.search.timeline import MAX_QUERIES, SPLITS, Timeline, YearRow, timeline
from archive.store.clock import now

PARTS: Final = 12
"""Parts of a split that are drawn; the CSV holds all."""


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
    def searches(self) -> tuple[str, ...]:
        """For each query the query string of the search that lists what is counted."""
        return tuple(query_string({**self.arguments, "q": [query]}) for query in self.queries)

    @property
    def parsed(self) -> tuple[Query, ...]:
        """The queries as they were read, with what of them could not be used."""
        return tuple(map(parse, self.queries))

    @property
    def undated(self) -> YearRow | None:
        """The articles without a date, which no point of the drawings counts; None where there are none."""
        return next((row for row in self.charts[0].rows if row.year is None), None)

    @property
    def undated_searches(self) -> tuple[str, ...]:
        """For each query the query string of the search that lists those of them that match."""
        kept = {**self.arguments, "year": [UNDATED]}
        return tuple(query_string({**kept, "q": [query]}) for query in self.queries)

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
    highest = highest_share([row for part in drawn for row in part.rows])
    parts = [
        draw_chart(part.value, part.rows, highest, requests, {**kept, split: [part.value]}) for part in drawn
    ]
    return TimelinePage(
        queries=found.queries,
        charts=(draw_chart("", found.rows, highest_share(found.rows), requests, kept), *parts),
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

    A year without articles has no share; articles without a date stand in a last line, `UNDATED`.
    `address` is that of the page, which says the filters.
    """
    columns = (split or "part", "year", "query", "matches", "articles", "share", "address", "exported_at")
    about = (address, now())
    lines = (
        (
            value,
            row.year or UNDATED,
            query,
            matches,
            row.articles,
            f"{share:.6f}" if row.articles else "",
            *about,
        )
        for value, of_part in (("", found.rows), *((part.value, part.rows) for part in found.parts))
        for row in of_part
        for query, matches, share in zip(found.queries, row.matches, row.shares, strict=True)
    )
    return write_table(columns, (dict(zip(columns, line, strict=True)) for line in lines))


def _kept(arguments: Arguments) -> Arguments:
    kept = kept_arguments(arguments)
    return {name: kept[name] for name in ("q", *FACETS, "from", "to") if name in kept}
