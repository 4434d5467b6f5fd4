"""The search page: its address read as a request, and the answer with the links that lead on from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import urlencode

from archive.reading.language import LanguageCode
from archive.reading.rows import Row, rows
from archive.reading.years import YearBars, is_year, year_bars
from archive.search.results import SearchRequest, SearchResults, Sort, search

FACETS: Final = ("site", "genre", "year", "completeness", "script")
SORTS: Final[tuple[Sort, ...]] = ("relevance", "newest", "oldest")
PER_PAGE: Final = 20
FACET_VALUES: Final = 12
"""Values of a facet shown at once; chosen ones always are."""

_ARTICLES = """
SELECT articles.id, completeness, masked_count, confidence, flags, gone_at, kind AS site_kind
FROM articles LEFT JOIN sites ON sites.name = site WHERE articles.id IN ({marks})
"""

Arguments: TypeAlias = Mapping[str, Sequence[str]]
"""The query string: `{"q": ["安全"], "site": ["qingshan", "yunling"]}`."""


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
    page: int
    pages: int
    arguments: Arguments
    """What the page's address says, without `page` and `lang`."""

    @property
    def first_number(self) -> int:
        """Number of the page's first result, from 1."""
        return (self.page - 1) * PER_PAGE + 1

    @property
    def cleared(self) -> str:
        """Query string without filters."""
        return _query_string({name: self.arguments.get(name, ()) for name in ("q", "sort")})

    def link(self, **changes: str) -> str:
        """Return the query string of this page with `changes`; an empty value drops its argument."""
        return _query_string({**self.arguments, **{name: [value] for name, value in changes.items()}})


def search_page(conn: sqlite3.Connection, arguments: Arguments, language: LanguageCode) -> SearchPage:
    """Return the page that `arguments` ask for; what can't be understood in them is ignored.

    `language` is that of the sentence on how the query was read.
    """
    kept = {name: list(arguments[name]) for name in ("q", *FACETS, "from", "to", "sort") if name in arguments}
    page = max(1, _number(_first(arguments, "page")) or 1)
    request = _request(kept, page, language)
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
        year_links={int(year): _toggle(kept, "year", year) for year in counts["year"] if is_year(year)},
        chosen=tuple(value for facet in facets for value in facet.values if value.is_chosen),
        sort=request.sort,
        sort_links={sort: _query_string({**kept, "sort": [sort]}) for sort in SORTS},
        page=page,
        pages=max(1, -(-results.total // PER_PAGE)),
        arguments=kept,
    )


def _articles(conn: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, Row]:
    found = rows(conn, _ARTICLES.format(marks=",".join("?" * len(ids))), *ids)
    return {row["id"]: row for row in found}


def _request(arguments: Arguments, page: int, language: LanguageCode) -> SearchRequest:
    asked = _first(arguments, "sort")
    return SearchRequest(
        query=_first(arguments, "q"),
        filters={name: tuple(arguments[name]) for name in FACETS if arguments.get(name)},
        year_from=_number(_first(arguments, "from")),
        year_to=_number(_first(arguments, "to")),
        sort=next((sort for sort in SORTS if sort == asked), SORTS[0]),
        limit=PER_PAGE,
        offset=(page - 1) * PER_PAGE,
        language=language,
    )


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
            link=_toggle(arguments, name, value),
        )
        for value in shown
    ]
    return Facet(name=name, values=tuple(values), hidden=len(ranked) - len(shown))


def _rank(name: str, value: str, counts: Mapping[str, int]) -> tuple[int, str]:
    """Years from the newest, all others by count."""
    if name == "year":
        return (-int(value) if is_year(value) else 0, value)
    return (-counts.get(value, 0), value)


def _toggle(arguments: Arguments, name: str, value: str) -> str:
    values = list(arguments.get(name, ()))
    changed = [other for other in values if other != value] if value in values else [*values, value]
    return _query_string({**arguments, name: changed})


def _query_string(arguments: Arguments) -> str:
    return "?" + urlencode(list(_pairs(arguments)))


def _pairs(arguments: Arguments) -> Iterator[tuple[str, str]]:
    for name, values in arguments.items():
        yield from ((name, value) for value in values if value)


def _first(arguments: Arguments, name: str) -> str:
    return next(iter(arguments.get(name, ())), "").strip()


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
