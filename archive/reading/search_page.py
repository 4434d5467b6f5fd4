"""The search page: its address read as a request, and the answer with the links that lead on from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from archive.reading.rows import Row, rows
from archive.reading.search_address import (
    FACETS,
    PER_PAGE,
    SORTS,
    Arguments,
    kept_arguments,
    query_string,
    read_page,
    read_request,
    toggled,
)
from archive.reading.years import YearBars, is_year, year_bars
from archive.search.collapse import Collapse
from archive.search.nearest import Reading, nearest
from archive.search.request import SearchRequest
from archive.search.results import SearchResults, search

FACET_VALUES: Final = 12
"""Values of a facet shown at once; chosen ones always are."""

_ARTICLES = """
SELECT articles.id, completeness, masked_count, confidence, flags, gone_at, kind AS site_kind
FROM articles LEFT JOIN sites ON sites.name = site WHERE articles.id IN ({marks})
"""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of results."""

    query: str
    results: SearchResults
    articles: Mapping[int, Row]
    """Of the hits, by id: what their badges tell (completeness, masked_count, …) and site_kind."""
    site_titles: Mapping[str, str]
    facets: tuple[Facet, ...]
    years: YearBars
    year_links: Mapping[int, str]
    chosen: tuple[FacetValue, ...]
    sort: str
    sort_links: Mapping[str, str]
    per_page: int
    per_page_links: Mapping[int, str]
    collapse: Collapse
    page: int
    pages: int
    nearest: Mapping[str, Reading]
    """When nothing was found: query string → what it would find."""
    arguments: Arguments
    """What the page's address says, without `page` and `lang`."""

    @property
    def first_number(self) -> int:
        """Number of the page's first result, from 1."""
        return (self.page - 1) * self.per_page + 1

    @property
    def cleared(self) -> str:
        """Query string without filters."""
        return query_string({name: self.arguments.get(name, ()) for name in ("q", "sort", "per", "collapse")})

    @property
    def address(self) -> str:
        """Query string of the whole list, whichever page is shown."""
        return query_string(self.arguments)

    def link(self, **changes: str) -> str:
        """Return the query string of this page with `changes`; an empty value drops its argument."""
        return query_string({**self.arguments, **{name: [value] for name, value in changes.items()}})


def search_page(conn: sqlite3.Connection, arguments: Arguments) -> SearchPage:
    """Return the page that `arguments` ask for; what can't be understood in them is ignored."""
    kept = kept_arguments(arguments)
    request = read_request(arguments)
    results = search(conn, request)
    counts = {name: dict(results.facets.get(name, ())) for name in FACETS}
    facets = tuple(_facet(name, counts[name], kept) for name in FACETS)
    return SearchPage(
        query=request.query,
        results=results,
        articles=_articles(conn, [hit.article_id for hit in results.hits]),
        site_titles={row["name"]: row["title"] for row in rows(conn, "SELECT name, title FROM sites")},
        facets=facets,
        years=year_bars(counts["year"]),
        year_links={int(year): toggled(kept, "year", year) for year in counts["year"] if is_year(year)},
        chosen=tuple(value for facet in facets for value in facet.values if value.is_chosen),
        sort=request.sort,
        sort_links={sort: query_string({**kept, "sort": [sort]}) for sort in SORTS},
        per_page=request.limit,
        per_page_links={size: query_string({**kept, "per": [str(size)]}) for size in PER_PAGE},
        collapse=request.collapse,
        page=read_page(arguments),
        pages=max(1, -(-(results.total - results.hidden) // request.limit)),
        nearest={} if results.total else _nearest(conn, request, kept),
        arguments=kept,
    )


def _nearest(conn: sqlite3.Connection, request: SearchRequest, kept: Arguments) -> Mapping[str, Reading]:
    filtered = {name: values for name, values in kept.items() if name != "q"}
    unfiltered = {name: kept[name] for name in ("sort", "per") if name in kept}
    readings = nearest(conn, request)
    others = [unfiltered if reading.change == "no_filters" else filtered for reading in readings]
    addresses = (
        query_string({"q": [reading.query], **kept_too})
        for reading, kept_too in zip(readings, others, strict=True)
    )
    return dict(zip(addresses, readings, strict=True))


def _articles(conn: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, Row]:
    found = rows(conn, _ARTICLES.format(marks=",".join("?" * len(ids))), *ids)
    return {row["id"]: row for row in found}


def _facet(name: str, counts: Mapping[str, int], arguments: Arguments) -> Facet:
    chosen = set(arguments.get(name, ()))
    ranked = sorted({*counts, *chosen}, key=lambda value: (value not in chosen, *_rank(name, value, counts)))
    shown = ranked[: max(FACET_VALUES, len(chosen))]
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
    return Facet(name=name, values=tuple(values), hidden=len(ranked) - len(shown))


def _rank(name: str, value: str, counts: Mapping[str, int]) -> tuple[int, str]:
    """Years from the newest, all others by count."""
    if name == "year":
        return (-int(value) if is_year(value) else 0, value)
    return (-counts.get(value, 0), value)
