"""One search: how many articles match, by which facets, and one page of them with snippets."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from archive.search import index
from archive.search.facets import COLUMNS, FacetCounts, Tally, tally
from archive.search.filters import FACETS
from archive.search.hits import Hit, load_hits
from archive.search.matches import Matches, find_matches
from archive.search.query import Note, parse
from archive.search.selection import constraints_of
from archive.search.snippet import needles_of
from archive.search.wording import Language, describe

__all__ = ["FREQUENT", "Hit", "SearchRequest", "SearchResults", "Sort", "search"]

FREQUENT: Final = 20_000
"""Above so many matches relevance is: title first, then date. Weighing each of them would take too long."""

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What is asked for; facets named in the query narrow `filters` further."""

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → values, any of which will do; see `archive.search.filters.FACETS`."""
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = "relevance"
    limit: int = 20
    offset: int = 0
    language: Language = "zh"
    """Of `SearchResults.reading`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """One page of results."""

    total: int
    """All articles that match, on whatever page."""
    hits: tuple[Hit, ...]
    facets: FacetCounts
    """Facet → ((value, articles), …), the commonest first; each facet's counts ignore its own filter."""
    reading: str
    """How the query was read, in words, and what of it could not be used."""
