"""The concordance (KWIC) of a request: each match with what stands left and right of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.fold import fold
from archive.search import index
from archive.search.matched_texts import MatchedText, matched_texts
from archive.search.needles import Span
from archive.search.request import SearchRequest

Sort: TypeAlias = Literal["left", "right", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One match; line breaks in the contexts are blanks."""

    article_key: str
    title: str | None
    date: str | None
    """`published_at` of the article."""
    site: str
    left: str
    match: str
    """In the original characters."""
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of the lines."""

    total: int
    """Lines on all pages, in all articles that match."""
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    found: MatchedText
    span: Span


def concordance(  # noqa: PLR0913 - the options of a page: order, width, which lines
    db: sqlite3.Connection,
    request: SearchRequest,
    *,
    sort: Sort = "date",
    width: int = 20,
    limit: int = 50,
    offset: int = 0,
) -> Concordance:
    """Return the lines `offset` to `offset + limit` of all matches; the request's own page is ignored.

    Contexts are `width` code points at most. `left` sorts by what stands before the match, read from it
    outwards, `right` by what stands behind; Simplified, by pinyin as far as GB 2312 does (3,755 characters).
    Raises `CallError` when the index is not the one this program reads.
    """
    index.require_current(db)
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        places = [_Place(found, span) for found in matched_texts(cursor, request) for span in found.spans]
        if sort != "date":
            places.sort(key=lambda place: _KEYS[sort](place, width))
        shown = places[offset : offset + limit]
        articles = _articles(cursor, shown)
    return Concordance(len(places), tuple(_line(place, width, articles) for place in shown))


def _left_key(place: _Place, width: int) -> bytes:
    start = place.span[0]
    return fold(place.found.text[max(0, start - width) : start][::-1]).encode("gb18030", "replace")


def _right_key(place: _Place, width: int) -> bytes:
    end = place.span[1]
    return fold(place.found.text[end : end + width]).encode("gb18030", "replace")


_KEYS: Final[Mapping[Sort, Callable[[_Place, int], bytes]]] = {"left": _left_key, "right": _right_key}


def _articles(cursor: sqlite3.Cursor, places: Sequence[_Place]) -> Mapping[int, tuple[str, ...]]:
    ids = {place.found.article_id for place in places}
    sql = "SELECT key, title, published_at, site FROM articles WHERE id = ?"
    return {article_id: cursor.execute(sql, (article_id,)).fetchone() for article_id in ids}


def _line(place: _Place, width: int, articles: Mapping[int, tuple[str, ...]]) -> Line:
    key, title, date, site = articles[place.found.article_id]
    start, end = place.span
    text = place.found.text
    left, match, right = (
        part.replace("\n", " ")
        for part in (text[max(0, start - width) : start], text[start:end], text[end : end + width])
    )
    return Line(article_key=key, title=title, date=date, site=site, left=left, match=match, right=right)
