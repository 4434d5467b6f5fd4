"""Which articles match a query whose wildcards too many words fit: told by reading the texts.

The index tells which articles hold what stands beside the wildcards, and answers for all words without any;
only those articles are read, and each pattern is looked for in them. The answer is exact, and has no order.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Final, TypeAlias

from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import spans_finder
from archive.search.index.stored_texts import attachments_of, bodies_of, ids_with_attachments, titles_of
from archive.search.index.tokens import phrase_of
from archive.search.last_answers import LastAnswers, state_of
from archive.search.query.compiler import BY_CHARACTER, BY_WORDS, compile_expression, single_character
from archive.search.query.expression import (
    WILDCARD,
    AllOf,
    AnyOf,
    Expression,
    Near,
    Operand,
    Pattern,
    Term,
    Without,
)

KEPT: Final = 1_000_000
"""Articles, eight bytes each, of the last few answers."""

Ids: TypeAlias = Set[int]

_last: Final = LastAnswers["array[int]"](KEPT)


def scan(cursor: sqlite3.Cursor, expression: Expression) -> array[int]:
    """Return the ids of the articles that match, ascending; the last few answers are kept."""
    question = (state_of(cursor), expression)
    return _last.get(question, lambda: array("q", sorted(_found(cursor, expression, None))))


def _found(cursor: sqlite3.Cursor, expression: Expression, among: Ids | None) -> Ids:
    """`among` are the only articles that matter; None for all."""
    match expression:
        case Pattern() | Near() if _has_pattern(expression):
            return _holding(cursor, expression, among)
        case AnyOf(parts) if _has_pattern(expression):
            return set[int]().union(*(_found(cursor, part, among) for part in parts))
        case AllOf(parts) if _has_pattern(expression):
            return _fulfilling(cursor, parts, among)
        case Without() if _has_pattern(expression):
            return _fulfilling(cursor, (expression,), among)
    return _within(_indexed(cursor, expression), among)


def _has_pattern(expression: Expression | None) -> bool:
    """Whether any word in it has a wildcard."""
    match expression:
        case Pattern():
            return True
        case Near(left, right):
            return isinstance(left, Pattern) or isinstance(right, Pattern)
        case Without(part):
            return _has_pattern(part)
        case AllOf(parts) | AnyOf(parts):
            return any(map(_has_pattern, parts))
    return False


def _fulfilling(cursor: sqlite3.Cursor, parts: tuple[Expression, ...], among: Ids | None) -> Ids:
    """What the index answers comes first: it leaves fewer texts to read."""
    for part in sorted(parts, key=lambda part: (isinstance(part, Without), _has_pattern(part))):
        if isinstance(part, Without):
            left = _indexed(cursor, AllOf(())) if among is None else among
            among = left - _found(cursor, part.part, left)
        else:
            among = _found(cursor, part, among)
    return among or set()


def _holding(cursor: sqlite3.Cursor, part: Operand | Near, among: Ids | None) -> Ids:
    ids = among
    for piece in _pieces(part):
        ids = _within(_indexed(cursor, piece), ids)
    find = spans_finder(needles_of(part))
    scope = part.left.scope if isinstance(part, Near) else part.scope
    texts = titles_of(cursor, sorted(ids or ())) if scope == "title" else _texts(cursor, ids or set())
    return {article_id for article_id, text in texts if find(text)}


def _pieces(part: Operand | Near) -> Iterator[Term]:
    """Yield what stands beside the wildcards, and the words without one, wherever: that is asked fastest."""
    match part:
        case Near(left, right):
            yield from _pieces(left)
            yield from _pieces(right)
        case Pattern(text=text):
            for piece in text.split(WILDCARD):
                if phrase := phrase_of(piece):
                    yield Term(text=piece, phrase=phrase)
        case Term():
            yield replace(part, scope="anywhere")


def _indexed(cursor: sqlite3.Cursor, expression: Expression) -> Ids:
    if character := single_character(expression):
        return {row[0] for row in cursor.execute(BY_CHARACTER, (f'"{character}"',))}
    return {row[0] for row in cursor.execute(BY_WORDS, (compile_expression(expression),))}


def _within(ids: Ids, among: Ids | None) -> Ids:
    return ids if among is None else ids & among


def _texts(cursor: sqlite3.Cursor, ids: Ids) -> Iterator[tuple[int, str]]:
    """Title, body and attachments each for itself: no word reaches from one into another."""
    yield from titles_of(cursor, sorted(ids))
    yield from bodies_of(cursor, sorted(ids))
    yield from attachments_of(cursor, sorted(ids_with_attachments(cursor) & ids))
