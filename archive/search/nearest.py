"""What to search for instead when nothing is found: only what really finds something, with how much."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal, TypeAlias

from archive.fold import fold
from archive.search.index.tokens import find_runs, phrase_of
from archive.search.plain_cursor import plain_cursor
from archive.search.query import parse
from archive.search.query.apart import readings_apart
from archive.search.query.expression import AllOf, Expression, Term, Without, all_of, in_scope
from archive.search.query.parsed_query import Query
from archive.search.query.typed import all_typed, typed, typed_filters
from archive.search.selection.request import SearchRequest
from archive.search.selection.selection import select
from archive.search.similar import similar_words, texts_with

Departure: TypeAlias = Literal["no_filters", "anywhere", "apart", "dropped", "similar", "shorter"]

_OFFERED: Final = 6
"""Suggestions at most."""
_TRIED: Final = 60
"""Queries that are counted at most."""
_SIMILAR: Final = 3
"""Similar words tried for each word."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query, with what it would find."""

    change: Departure
    """How it departs from the one that found nothing."""
    query: str
    total: int


def nearest(db: sqlite3.Connection, request: SearchRequest) -> tuple[Suggestion, ...]:
    """Return queries near that of a request which found nothing, the nearest first; none when none finds any.

    `no_filters` finds `total` without the request's filters and years, all others with them.
    """
    query = parse(request.query)
    with plain_cursor(db) as cursor:
        candidates = islice(_candidates(cursor, request.query, query), _TRIED)
        return tuple(islice(_finding(cursor, request, candidates), _OFFERED))


def _finding(
    cursor: sqlite3.Cursor, request: SearchRequest, candidates: Iterable[tuple[Departure, str]]
) -> Iterator[Suggestion]:
    seen = {request.query}
    for change, query in candidates:
        if query not in seen or change == "no_filters":
            seen.add(query)
            if total := _total(cursor, request, change, query):
                yield Suggestion(change, query, total)


def _total(cursor: sqlite3.Cursor, request: SearchRequest, change: Departure, query: str) -> int:
    asked = SearchRequest(query=query) if change == "no_filters" else replace(request, query=query)
    return select(cursor, asked).tally().total


def _candidates(cursor: sqlite3.Cursor, asked: str, query: Query) -> Iterator[tuple[Departure, str]]:
    if query.expression is None:
        return
    yield "no_filters", typed(query.expression)
    for reading in readings_apart(asked):
        if reading.expression:
            yield "apart", all_typed((typed(reading.expression), typed_filters(reading)))
    filters = typed_filters(query)
    for change, other in _variants(cursor, query.expression):
        yield change, all_typed((typed(other), filters))


def _variants(cursor: sqlite3.Cursor, expression: Expression) -> Iterator[tuple[Departure, Expression]]:
    parts = expression.parts if isinstance(expression, AllOf) else (expression,)
    unknown = [
        (at, part)
        for at, part in enumerate(parts)
        if isinstance(part, Term) and not part.phrase.is_prefix and not texts_with(cursor, part)
    ]
    yield "anywhere", in_scope(expression, "anywhere")
    for at, term in unknown:
        for word in similar_words(cursor, term.text)[:_SIMILAR]:
            yield "similar", _with(parts, at, _put(term, word))
    for left in _fewer(parts):
        yield "dropped", left
    for at, term in unknown:
        for stretch in _shorter(cursor, term):
            yield "shorter", _with(parts, at, stretch)


def _with(parts: Sequence[Expression], at: int, other: Expression) -> Expression:
    return all_of([*parts[:at], other, *parts[at + 1 :]]) or other


def _fewer(parts: Sequence[Expression]) -> Iterator[Expression]:
    """All parts but one, then each alone."""
    if len(parts) > 1:
        yield from filter(None, (all_of([*parts[:at], *parts[at + 1 :]]) for at in range(len(parts))))
        yield from (part for part in parts if not isinstance(part, Without))


def _shorter(cursor: sqlite3.Cursor, term: Term) -> list[Term]:
    """The longest stretches of a run of Han that the archive holds, of two characters at least."""
    runs = [*find_runs(fold(term.text))]
    word = runs[0].text if len(runs) == 1 and runs[0].is_han else ""
    held = [*_held(cursor, term, word)]
    longest = max(map(len, held), default=0)
    return [_put(term, stretch) for stretch in held if len(stretch) == longest]


def _held(cursor: sqlite3.Cursor, term: Term, word: str) -> Iterator[str]:
    """From each place the longest stretch that the archive holds, and so all pieces of it."""
    end = 0
    for start in range(len(word) - 1):
        end = max(end, start + 1)
        while end < len(word) and texts_with(cursor, _put(term, word[start : end + 1])):
            end += 1
        if end - start > 1:
            yield word[start:end]


def _put(term: Term, word: str) -> Term:
    return replace(term, text=word, phrase=phrase_of(word) or term.phrase)
