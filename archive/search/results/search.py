"""One search: how many articles match, in which facets, and one page of them with snippets."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from archive.search.in_text.needles import needles_of
from archive.search.index import current_index
from archive.search.query.filters import FACETS
from archive.search.query.parsed_query import Query
from archive.search.results.hits import Hit, load_hits
from archive.search.results.order import Order, Page, ids_on_page
from archive.search.selection.collapse import collapse
from archive.search.selection.facets import Tally
from archive.search.selection.request import SearchRequest
from archive.search.selection.selection import Selection, select

FREQUENT: Final = 20_000
"""Above so many matches relevance is title before date: to weigh each of them would take too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """One page of results."""

    total: int
    """Articles that match, on whatever page."""
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    """Facet, campaign or organisation → ((value, articles), …), the most frequent first.

    The counts of each ignore its own filter.
    """
    hidden: int
    """Articles that match and are left out of the list: copies of others in it."""
    copies_of: Mapping[int, int]
    """How many of them an article on the list stands for, by its id."""
    query: Query
    """As it was read, with what of it could not be used."""


def search(db: sqlite3.Connection, request: SearchRequest) -> SearchResults:
    """Answer a request. An empty query lists all articles, newest first; one without a word finds nothing.

    Raises `CallError` when the index is not the one this program reads.
    """
    with current_index(db) as cursor:
        return _search(cursor, request)


def _search(cursor: sqlite3.Cursor, request: SearchRequest) -> SearchResults:
    selection = select(cursor, request)
    counted = selection.tally()
    order = order_of(request, selection, counted)
    is_long = order == "title_first" and selection.matches.words is not None
    query = selection.query.noting("title_first") if is_long else selection.query
    page = Page(order, request.limit, request.offset)
    listed = collapse(cursor, selection.matches, selection.condition, request.collapse)
    ids = ids_on_page(cursor, selection.matches, listed.condition, page) if counted.total else []
    return SearchResults(
        total=counted.total,
        hits=load_hits(cursor, ids, needles_of(query.expression)),
        facets={**{facet: counted.counts[facet] for facet in FACETS}, **selection.count_named(cursor)},
        hidden=listed.hidden,
        copies_of=listed.copies_of,
        query=query,
    )


def order_of(request: SearchRequest, selection: Selection, counted: Tally) -> Order:
    """Return in which order the matches stand."""
    if request.sort != "relevance":
        return request.sort
    if selection.query.expression is None:
        return "newest"
    is_weighed = selection.matches.words is not None and counted.matched <= FREQUENT
    return "relevance" if is_weighed else "title_first"
