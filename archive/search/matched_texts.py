"""Every place where a request's words stand, article by article, for counting and for concordances."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.search.last_answers import digest, state_of
from archive.search.needles import Needle, Span, needles_of
from archive.search.request import SearchRequest
from archive.search.selection import select_uncounted
from archive.search.snippet import spans_finder
from archive.search.stored_texts import bodies_of, ids_with_attachments, texts_of

FIELDS: Final = ("title", "body", "attachments")
"""The texts of an article, in the order of `texts_of`."""

_NONE: Final = ("", "", "")


class MatchedText(NamedTuple):
    """A title, a body, or the attachments of an article, with at least one match."""

    article_id: int
    field: int
    """Index into `FIELDS`."""
    text: str
    spans: Sequence[Span]
    """Where the words stand, ascending, none within another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What to look through, and for what."""

    ids: tuple[int, ...]
    """The articles that match, the earliest first, those without a date last."""
    titled: frozenset[int]
    """Articles with any of the words in their title."""
    needles: tuple[Needle, ...]
    question: Hashable
    """Names it, in this state of the archive."""


def search_of(cursor: sqlite3.Cursor, request: SearchRequest) -> Search:
    """Return where the words of a request are to be looked for; nowhere when it names none."""
    selection = select_uncounted(cursor, request)
    needles = needles_of(selection.query.expression)
    matches = selection.matches
    titled = cursor.execute(matches.by_title, (matches.any_in_title,)).fetchall() if needles else ()
    ids = tuple(selection.ids(cursor)) if needles else ()
    return Search(
        ids=ids,
        titled=frozenset(article_id for (article_id,) in titled),
        needles=needles,
        question=(state_of(cursor), request.query, digest(ids)),
    )


def matched_texts(cursor: sqlite3.Cursor, search: Search) -> Iterator[MatchedText]:
    """Yield the texts that match, article by article; the cursor must give plain tuples."""
    in_body = spans_finder([needle for needle in search.needles if needle.scope == "anywhere"])
    in_title = spans_finder(search.needles)
    with_more = search.titled | ids_with_attachments(cursor)
    for article_id, body in bodies_of(cursor, search.ids):
        title, _, attachments = texts_of(cursor.connection, article_id) if article_id in with_more else _NONE
        if title and (spans := in_title(title)):
            yield MatchedText(article_id, 0, title, spans)
        if spans := in_body(body):
            yield MatchedText(article_id, 1, body, spans)
        if attachments and (spans := in_body(attachments)):
            yield MatchedText(article_id, 2, attachments, spans)
