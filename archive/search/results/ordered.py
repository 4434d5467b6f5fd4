"""Every article that a request finds, in its order: what an export or a feed walks through."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from archive.search.in_text.needles import Needle, needles_of
from archive.search.index import current_index
from archive.search.results.order import Page, ids_on_page
from archive.search.results.search import order_of
from archive.search.selection.collapse import collapse
from archive.search.selection.request import SearchRequest
from archive.search.selection.selection import Selection, select


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
    with current_index(db) as cursor:
        selection = select(cursor, request)
        needles = needles_of(selection.query.expression)
        return Ordered(ids=tuple(_ids(cursor, request, selection)), needles=needles)


def _ids(cursor: sqlite3.Cursor, request: SearchRequest, selection: Selection) -> list[int]:
    counted = selection.tally()
    # A page of exactly all matches: some orders fill a page from two lists, and must know when it is full.
    listed = collapse(cursor, selection.matches, selection.condition, request.collapse)
    page = Page(order_of(request, selection, counted), counted.total - listed.hidden, 0)
    return ids_on_page(cursor, selection.matches, listed.condition, page) if counted.total else []
