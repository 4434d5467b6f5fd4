"""From a word with wildcards to the words that the archive holds in its place: 创?争优 → 创先争优.

The index can be asked which characters stand between two others; so the answer is exact, and needs no text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from string import ascii_lowercase, digits
from typing import Final, TypeAlias

from archive.search.index.tokens import NEVER, Phrase, phrase_of
from archive.search.plain_cursor import plain_cursor
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

WEIGHED: Final = 60
"""Words for one pattern by which a page is ranked; where more fit, `selection.scan` reads the texts."""
MAX_WORDS: Final = 8000
"""For one pattern in an expression for SQL; only two wildcards between common characters come near it."""

Between: TypeAlias = Callable[[str, str], Iterable[str]]
"""Given two Han characters, the characters that stand between them anywhere in the archive."""

_BETWEEN: Final = """
SELECT substr(left.term, 2) FROM articles_tokens AS left
WHERE left.term > :before AND left.term < :before || char(1114111) AND EXISTS
  (SELECT 1 FROM articles_tokens AS right WHERE right.term = substr(left.term, 2) || :after)
"""


def vocabulary_of(db: sqlite3.Connection) -> Between:
    """Return what looks up characters in the index of `db`."""

    def between(before: str, after: str) -> Iterator[str]:
        with plain_cursor(db) as cursor:
            for (character,) in cursor.execute(_BETWEEN, {"before": before, "after": after}):
                yield character
        yield from digits
        yield from ascii_lowercase

    return between


def resolve(expression: Expression, between: Between, most: int) -> Expression:
    """Return the expression without patterns: each is any of `most` terms that it may stand for."""
    match expression:
        case Pattern():
            return _any_of(_terms(expression, between, most), most)
        case Near(left, right, distance):
            rights = _terms(right, between, most)
            pairs = ((one, other) for one in _terms(left, between, most) for other in rights)
            return _any_of((Near(one, other, distance) for one, other in pairs), most)
        case Without(part):
            return Without(resolve(part, between, most))
        case AllOf(parts):
            return AllOf(tuple(resolve(part, between, most) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(resolve(part, between, most) for part in parts))
    return expression


def resolve_within(expression: Expression, between: Between, most: int) -> Expression | None:
    """Return the same; None when more than `most` words fit a pattern."""
    resolved = resolve(expression, between, most + 1)
    return None if _is_wide(resolved, most) else resolved


def _is_wide(expression: Expression, most: int) -> bool:
    """Whether it holds more than `most` words for a pattern; a query has fewer terms of its own."""
    match expression:
        case AnyOf(parts) | AllOf(parts):
            return len(parts) > most or any(_is_wide(part, most) for part in parts)
        case Without(part):
            return _is_wide(part, most)
    return False


def _any_of(parts: Iterable[Expression], most: int) -> Expression:
    found = tuple(islice(parts, most))
    return found[0] if len(found) == 1 else AnyOf(found)


def _terms(operand: Operand, between: Between, most: int) -> list[Term]:
    if isinstance(operand, Term):
        return [operand]
    words = islice(_words(operand.text, between), most)
    phrases = [(word, phrase) for word in words if (phrase := phrase_of(word))]
    never = Term(text=operand.text, phrase=Phrase((NEVER,), False), scope=operand.scope)
    return [Term(text=word, phrase=phrase, scope=operand.scope) for word, phrase in phrases] or [never]


def _words(text: str, between: Between) -> Iterator[str]:
    before, wildcard, after = text.partition(WILDCARD)
    if not wildcard:
        yield text
        return
    for character in between(before[-1], after[0]):
        yield from _words(before + character + after, between)
