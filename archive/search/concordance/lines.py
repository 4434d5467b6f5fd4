"""The concordance (KWIC) of a search: each match with what stands left and right of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from archive.search.concordance.contexts import WIDTH
from archive.search.concordance.matched_texts import FIELDS, Search
from archive.search.concordance.places import Place, Places, Sort, sorted_places
from archive.search.concordance.survey import survey
from archive.search.index.stored_texts import texts_of
from archive.search.last_answers import LastAnswers
from archive.search.plain_cursor import read_rows

KEPT: Final = 2_000_000
"""Lines, twenty bytes each, that are remembered for the reader who turns the page."""
_ARTICLE: Final = "SELECT key, title, published_at, site, script FROM articles WHERE id = ?"

_last: Final = LastAnswers[Places](KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One match; line breaks in the contexts are blanks."""

    article_key: str
    title: str | None
    date: str | None
    """`published_at` of the article."""
    site: str
    script: str | None
    """Of the article: Simplified, Traditional."""
    field: str
    """Which of its texts; one of `archive.search.concordance.matched_texts.FIELDS`."""
    start: int
    """Where in that text the match begins."""
    left: str
    match: str
    """In the original characters."""
    right: str
    number: int
    """Of the match; see `archive.search.concordance.places.Place`."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of the lines."""

    places: Places
    """Of the lines of all pages."""
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        """Lines on all pages, in all articles that match."""
        return len(self.places)

    @property
    def articles(self) -> int:
        """How many articles these stand in."""
        return self.places.articles

    @property
    def sort(self) -> Sort:
        """How they are sorted: by date, whatever was asked, above `survey.MOST_WITH_CONTEXTS` lines."""
        return self.places.sort


def concordance(
    db: sqlite3.Connection, search: Search, *, sort: Sort = "date", limit: int = 50, offset: int = 0
) -> Concordance:
    """Return the lines `offset` to `offset + limit` of all matches.

    Contexts are `WIDTH` code points at most. `left` sorts by what stands before the match, `right` by what
    stands behind; see `contexts.Contexts.order`.
    """
    places = places_of(db, search, sort)
    return Concordance(places, tuple(read_lines(db, places.between(offset, offset + limit))))


def places_of(db: sqlite3.Connection, search: Search, sort: Sort) -> Places:
    """Return where all matches stand; the last few answers are kept."""
    return _last.get((search.question, sort), lambda: sorted_places(survey(db, search), sort))


def read_lines(db: sqlite3.Connection, places: Iterable[Place], width: int = WIDTH) -> Iterator[Line]:
    """Yield the lines of the places, contexts of `width` code points at most; texts are read as they come."""
    texts = lru_cache(maxsize=16)(lambda article_id: texts_of(db, article_id))
    articles = lru_cache(maxsize=1024)(lambda article_id: next(read_rows(db, _ARTICLE, article_id)))
    for place in places:
        key, title, date, site, script = articles(place.article_id)
        left, match, right = _pieces(texts(place.article_id)[place.field], place, width)
        yield Line(
            article_key=key,
            title=title,
            date=date,
            site=site,
            script=script,
            field=FIELDS[place.field],
            start=place.start,
            left=left,
            match=match,
            right=right,
            number=place.number,
        )


def _pieces(text: str, place: Place, width: int) -> Iterator[str]:
    before, behind = text[max(0, place.start - width) : place.start], text[place.end : place.end + width]
    return (part.replace("\n", " ") for part in (before, text[place.start : place.end], behind))
