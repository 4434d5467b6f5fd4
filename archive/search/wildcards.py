"""From a word with wildcards to the words that the archive holds in its place: 创?争优 → 创先争优.

The index can be asked which characters stand between two others; so the answer is exact, and needs no text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from string import ascii_lowercase, digits
from typing import Final, TypeAlias

from archive.search.expression import (
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
from archive.search.tokens import NEVER, Phrase, phrase_of

MAX_WORDS: Final = 2000
"""For one pattern; only two wildcards between very common characters come near it. The page says so."""

Between: TypeAlias = Callable[[str, str], Iterable[str]]
"""Given two Han characters, the characters that stand between them anywhere in the archive."""

_BETWEEN: Final = """
SELECT substr(left.term, 2) FROM articles_tokens AS left
WHERE left.term > :before AND left.term < :before || char(1114111) AND EXISTS
  (SELECT 1 FROM articles_tokens AS right WHERE right.term = substr(left.term, 2) || :after)
"""


def vocabulary_of(db: sqlite3.Connection) -> Between:
    """Return what looks up characters in the index of `db`."""

    def between(before: str, after: str) -> Iterable[str]:
        with closing(db.cursor()) as cursor:
            cursor.row_factory = None
            found = cursor.execute(_BETWEEN, {"before": before, "after": after}).fetchall()
        return [*(character for (character,) in found), *digits, *ascii_lowercase]

    return between


def resolve(expression: Expression, between: Between) -> Expression:
    """Return the expression without patterns: each is any of the terms that it may stand for."""
    match expression:
        case Pattern():
            return _any_of(_terms(expression, between))
        case Near(left, right, distance):
            pairs = ((one, other) for one in _terms(left, between) for other in _terms(right, between))
            return _any_of(Near(one, other, distance) for one, other in pairs)
        case Without(part):
            return Without(resolve(part, between))
        case AllOf(parts):
            return AllOf(tuple(resolve(part, between) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(resolve(part, between) for part in parts))
    return expression


def is_cut(expression: Expression | None) -> bool:
    """Whether a resolved expression holds as many words for a pattern as are looked for at most."""
    match expression:
        case AnyOf(parts) | AllOf(parts):
            return len(parts) >= MAX_WORDS or any(map(is_cut, parts))
        case Without(part):
            return is_cut(part)
    return False


def _any_of(parts: Iterable[Expression]) -> Expression:
    found = tuple(islice(parts, MAX_WORDS))
    return found[0] if len(found) == 1 else AnyOf(found)


def _terms(operand: Operand, between: Between) -> list[Term]:
    if isinstance(operand, Term):
        return [operand]
    words = islice(_words(operand.text, between), MAX_WORDS)
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
