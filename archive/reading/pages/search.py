"""The search page: its address read as a request, and the answer with the links that lead on from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from archive.reading.chosen_filters import ChosenFilters, chosen_filters
from archive.reading.paging import Paging
from archive.reading.search_address import (
    FACETS,
    Arguments,
    first,
    kept_arguments,
    query_string,
    read_page,
    read_request,
    toggled,
)
from archive.reading.site_titles import site_titles
from archive.reading.year_bars import YearBars, is_year, year_bars
from archive.search.nearest import Suggestion, nearest
from archive.search.results.search import SearchResults, search
from archive.search.selection.request import SearchRequest

FACET_VALUES: Final = 12
"""Values of a facet shown at once; chosen ones always are."""
MORE_VALUES: Final = 500
"""Of a facet that the address asks to see `more` of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """One value of a facet, with the query string that chooses it or, when chosen, lets go of it."""

    facet: str
    value: str
    count: int
    is_chosen: bool
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One facet; its counts ignore its own filter."""

    name: str
    values: tuple[FacetValue, ...]
    hidden: int
    """Values with fewer articles, not shown."""
    more: str
    """Query string that shows more of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of results."""

    request: SearchRequest
    results: SearchResults
    site_titles: Mapping[str, str]
    facets: tuple[Facet, ...]
    years: YearBars
    paging: Paging
    nearest: Mapping[str, Suggestion]
    """When nothing was found: query string → what it would find."""
    arguments: Arguments
    """What the page's address says, without `page` and `lang`."""

    @property
    def chosen(self) -> ChosenFilters:
        """What it is filtered by."""
        return chosen_filters(self.arguments)

    def link(self, **changes: str) -> str:
        """Return the query string of this list with `changes`; an empty value drops its argument."""
        return query_string({**self.arguments, **{name: [value] for name, value in changes.items()}})


def search_page(conn: sqlite3.Connection, arguments: Arguments) -> SearchPage:
    """Return the page that `arguments` ask for; what can't be understood in them is ignored."""
    kept, request, opened = kept_arguments(arguments), read_request(arguments), first(arguments, "more")
    results = search(conn, request)
    counts = {name: dict(results.facets.get(name, ())) for name in FACETS}
    listed = results.total - results.hidden
    return SearchPage(
        request=request,
        results=results,
        site_titles=site_titles(conn),
        facets=tuple(
            _facet(name, counts[name], kept, most=MORE_VALUES if name == opened else FACET_VALUES)
            for name in FACETS
        ),
        years=year_bars(counts["year"], partial(toggled, kept, "year")),
        paging=Paging(page=read_page(arguments), size=request.limit, total=listed, arguments=kept),
        nearest={} if results.total else _nearest(conn, request, kept),
        arguments=kept,
    )


def _nearest(conn: sqlite3.Connection, request: SearchRequest, kept: Arguments) -> Mapping[str, Suggestion]:
    filtered = {name: values for name, values in kept.items() if name != "q"}
    unfiltered = {name: kept[name] for name in ("sort", "per") if name in kept}
    readings = nearest(conn, request)
    others = [unfiltered if reading.change == "no_filters" else filtered for reading in readings]
    addresses = (
        query_string({"q": [reading.query], **kept_too})
        for reading, kept_too in zip(readings, others, strict=True)
    )
    return dict(zip(addresses, readings, strict=True))


def _facet(name: str, counts: Mapping[str, int], arguments: Arguments, *, most: int) -> Facet:
    chosen = set(arguments.get(name, ()))
    ranked = sorted({*counts, *chosen}, key=lambda value: (value not in chosen, *_rank(name, value, counts)))
    shown = ranked[: max(most, len(chosen))]
    values = [
        FacetValue(
            facet=name,
            value=value,
            count=counts.get(value, 0),
            is_chosen=value in chosen,
            link=toggled(arguments, name, value),
        )
        for value in shown
    ]
    more = query_string({**arguments, "more": [name]})
    return Facet(name=name, values=tuple(values), hidden=len(ranked) - len(shown), more=more)


def _rank(name: str, value: str, counts: Mapping[str, int]) -> tuple[int, str]:
    """Undated articles, then years from the newest; all others by count."""
    if name == "year":
        return (-int(value) if is_year(value) else -10_000, value)
    return (-counts.get(value, 0), value)
