"""Every place where a request's words stand, article by article, for counting and for concordances."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.search.needles import Needle, Span, needles_of
from archive.search.request import SearchRequest
from archive.search.selection import select
from archive.search.snippet import find_spans
from archive.search.stored_texts import texts_of


@dataclass(frozen=True, slots=True)
class MatchedText:
    """A title, a body, or the attachments of an article, with at least one match."""

    article_id: int
    text: str
    spans: tuple[Span, ...]
    """Where the words stand, ascending, none within another."""


def matched_texts(cursor: sqlite3.Cursor, request: SearchRequest) -> Iterator[MatchedText]:
    """Yield the texts that match, the earliest article first, those without a date last."""
    selection = select(cursor, request)
    needles = needles_of(selection.query.expression)
    in_body = tuple(needle for needle in needles if needle.scope == "anywhere")
    if not needles:
        return
    for article_id in selection.ids(cursor):
        title, *others = texts_of(cursor.connection, article_id)
        yield from _matched(article_id, title, needles)
        for text in others:
            yield from _matched(article_id, text, in_body)


def _matched(article_id: int, text: str, needles: Sequence[Needle]) -> Iterator[MatchedText]:
    if text and (spans := find_spans(text, needles)):
        yield MatchedText(article_id, text, spans)
