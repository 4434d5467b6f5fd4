"""What a search asks for, and which values of the facets that leaves."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from archive.fold import fold
from archive.search.query.filters import FACETS, UNDATED, YearRange
from archive.search.query.parsed_query import Query
from archive.search.selection.collapse import Collapse
from archive.search.selection.facets import COLUMNS, Constraint, years_within

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]

_PRINTED: Final = f"SELECT DISTINCT {COLUMNS['year']} FROM articles WHERE published_at IS NOT NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What is asked for; a facet named in the query narrows the one in `filters` further."""

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → values of which any will do; facets: `FACETS` and `NAMED` of `archive.search.query.filters`."""
    year_from: int | None = None
    year_to: int | None = None
    """Both included."""
    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0
    collapse: Collapse = "nothing"
    """What the list leaves out; counts and facets go on counting it."""


def constraints_of(cursor: sqlite3.Cursor, request: SearchRequest, query: Query) -> tuple[Constraint, ...]:
    """Return all constraints, which must hold together; those on years name years of the archive."""
    return (*_of_request(cursor, request), *_of_query(cursor, query))


def _of_request(cursor: sqlite3.Cursor, request: SearchRequest) -> Iterator[Constraint]:
    for facet in FACETS:
        if values := request.filters.get(facet):
            yield Constraint(facet, frozenset(values))
    if request.year_from is not None or request.year_to is not None:
        yield Constraint("year", years_within(_years(cursor), request.year_from, request.year_to))


def _of_query(cursor: sqlite3.Cursor, query: Query) -> Iterator[Constraint]:
    for facet, values in query.filters.items():
        names = _site_names(cursor, values) if facet == "site" else values
        yield Constraint(facet, frozenset(names))
    if query.years:
        years = _years(cursor)
        yield Constraint("year", frozenset().union(*(_named_by(each, years) for each in query.years)))


def _years(cursor: sqlite3.Cursor) -> list[str]:
    return [year for (year,) in cursor.execute(_PRINTED)]


def _named_by(wanted: YearRange, years: Iterable[str]) -> frozenset[str]:
    return frozenset({UNDATED}) if wanted == UNDATED else years_within(years, *wanted)


def _site_names(cursor: sqlite3.Cursor, typed: Iterable[str]) -> Iterator[str]:
    """A site may be named by its short name (qingshan) or by a part of its title (青山)."""
    sites = [(name, fold(title)) for name, title in cursor.execute("SELECT name, title FROM sites")]
    for value in typed:
        exact = [name for name, _ in sites if fold(name) == fold(value)]
        yield from exact or [name for name, title in sites if fold(value) in title]
