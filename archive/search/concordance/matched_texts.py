"""Every place where a request's words stand, article by article, for counting and for concordances."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.search.concordance.joined_texts import JoinedTexts, join
from archive.search.in_text.needles import Needle, needles_of
from archive.search.in_text.written import Span
from archive.search.index import current_index
from archive.search.index.stored_texts import attachments_of, bodies_of, ids_with_attachments, titles_of
from archive.search.last_answers import digest, state_of
from archive.search.plain_cursor import plain_cursor
from archive.search.selection.request import SearchRequest
from archive.search.selection.selection import select_uncounted

FIELDS: Final = ("title", "body", "attachments")
"""The texts of an article, in the order of `texts_of`."""


class MatchedTexts(NamedTuple):
    """Some titles, bodies, or attachments of articles, with what is found in them."""

    field: int
    """Index into `FIELDS`."""
    texts: JoinedTexts
    spans: Sequence[Span]
    """Where in `texts.text` the words stand, ascending, none within another."""


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


def search_of(db: sqlite3.Connection, request: SearchRequest) -> Search:
    """Return where the words of a request are to be looked for; nowhere when it names none.

    The request's order and page are ignored.
    Raises `CallError` when the index is not the one this program reads.
    """
    with current_index(db) as cursor:
        return _search(cursor, request)


def _search(cursor: sqlite3.Cursor, request: SearchRequest) -> Search:
    selection = select_uncounted(cursor, request)
    needles = needles_of(selection.query.expression)
    matches = selection.matches
    titled = cursor.execute(matches.by_title, (matches.any_in_title,)).fetchall() if needles else ()
    ids = tuple(selection.ids(cursor, request.collapse)) if needles else ()
    return Search(
        ids=ids,
        titled=frozenset(article_id for (article_id,) in titled),
        needles=needles,
        question=(state_of(cursor), request.query, digest(ids)),
    )


def matched_texts(db: sqlite3.Connection, search: Search) -> Iterator[MatchedTexts]:
    """Yield all titles, then all bodies, then all attachments.

    Each of them by the articles' ids: in the order in which they are stored they are read fastest.
    """
    ids = sorted(search.ids)
    in_body = [needle for needle in search.needles if needle.scope == "anywhere"]
    with plain_cursor(db) as cursor:
        yield from _found(0, titles_of(cursor, filter(search.titled.__contains__, ids)), search.needles)
        yield from _found(1, bodies_of(cursor, ids), in_body)
        attached = ids_with_attachments(cursor)
        yield from _found(2, attachments_of(cursor, filter(attached.__contains__, ids)), in_body)


def _found(field: int, texts: Iterable[tuple[int, str]], needles: Sequence[Needle]) -> Iterator[MatchedTexts]:
    for joined in join(texts) if needles else ():
        yield MatchedTexts(field, joined, joined.find(needles))
