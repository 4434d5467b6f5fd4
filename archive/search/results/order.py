"""Which matches stand on a page: by weight, by date or, where too many are to weigh, title before date."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.search.condition import Condition
from archive.search.results.bm25 import best_ranked
from archive.search.selection.matches import Matches

Order: TypeAlias = Literal["relevance", "title_first", "newest", "oldest"]

# The plus keeps SQLite from sorting every match: it walks the dates and stops when the page is full.
_IN: Final = "+articles.id IN"
_NOT_IN: Final = "+articles.id NOT IN"

_BY_DATE: Final = {
    "newest": "articles.published_at DESC, articles.id DESC",
    "oldest": "articles.published_at ASC NULLS LAST, articles.id",
}


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the ordered matches to show."""

    order: Order
    limit: int
    offset: int


def ids_on_page(cursor: sqlite3.Cursor, matches: Matches, filters: Condition, page: Page) -> list[int]:
    """Return the ids of one page; articles without a date come last in every order by date."""
    if matches.words is not None and page.order == "relevance":
        return best_ranked(cursor, matches.words, filters, page.limit, page.offset)
    if matches.title is not None and page.order == "title_first":
        return _title_first(cursor, matches, filters, page)
    return _by_date(cursor, filters.also(f"{_IN} ({matches.ids})", matches.parameter), page)


def _title_first(cursor: sqlite3.Cursor, matches: Matches, filters: Condition, page: Page) -> list[int]:
    in_title = filters.also(f"{_IN} ({matches.by_title})", matches.title)
    ids = _by_date(cursor, in_title, page)
    if len(ids) == page.limit:
        return ids
    elsewhere = filters.also(f"{_IN} ({matches.ids})", matches.parameter)
    elsewhere = elsewhere.also(f"{_NOT_IN} ({matches.by_title})", matches.title)
    offset = max(0, page.offset - _count(cursor, in_title))
    return ids + _by_date(cursor, elsewhere, Page("newest", page.limit - len(ids), offset))


def _by_date(cursor: sqlite3.Cursor, condition: Condition, page: Page) -> list[int]:
    order = _BY_DATE.get(page.order, _BY_DATE["newest"])
    rows = cursor.execute(
        f"SELECT articles.id FROM articles WHERE {condition.sql} ORDER BY {order} LIMIT ? OFFSET ?",
        (*condition.parameters, page.limit, page.offset),
    )
    return [row[0] for row in rows]


def _count(cursor: sqlite3.Cursor, condition: Condition) -> int:
    counted = cursor.execute(f"SELECT count(*) FROM articles WHERE {condition.sql}", condition.parameters)
    return int(counted.fetchone()[0])
