"""Every article that a request finds, in its order: what an export or a feed walks through."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass

from archive.search import index
from archive.search.facets import tally, where
from archive.search.matches import group_by_facets, matches_of
from archive.search.order import Condition, Page, ids_on_page
from archive.search.query import parse
from archive.search.request import SearchRequest, constraints_of
from archive.search.results import order_of
from archive.search.snippet import Needle, needles_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """The ids alone: a million of them are a few megabytes."""

    ids: tuple[int, ...]
    needles: tuple[Needle, ...]
    """What marks the matches in their texts."""


def ordered(db: sqlite3.Connection, request: SearchRequest) -> Ordered:
    """Return all that `search` would show for `request`, in its order; limit and offset are ignored.

    Raises `CallError` when the index is not the one this program reads.
    """
    index.require_current(db)
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        return Ordered(ids=_ids(cursor, request), needles=needles_of(parse(request.query).expression))


def _ids(cursor: sqlite3.Cursor, request: SearchRequest) -> tuple[int, ...]:
    query = parse(request.query)
    matches = matches_of(query)
    groups = group_by_facets(cursor, matches)
    constraints = constraints_of(cursor, request, query, groups)
    counted = tally(groups, constraints)
    if not counted.total:
        return ()
    # A page of exactly all matches: some orders fill a page from two lists, and must know when it is full.
    page = Page(order_of(request, query, counted), counted.total, 0)
    return tuple(ids_on_page(cursor, matches, Condition(*where(constraints)), page))
