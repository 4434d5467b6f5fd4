"""Operators that people spell out: 瓦斯 或 煤尘, 安全 or 党建, 安全 且 非 化工.

Each is also a word that a text may hold: it is an operator only where it stands apart between two operands,
and in quotes a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from archive.fold import fold
from archive.search.index.tokens import HAN
from archive.search.query.lexer import NEAR_DISTANCE, Lexeme, LexemeKind

SPELLED_OPERATORS: Final[Mapping[str, LexemeKind]] = {
    "或": "or",
    "或者": "or",
    "or": "or",
    "与": "and",
    "和": "and",
    "及": "and",
    "以及": "and",
    "且": "and",
    "并且": "and",
    "and": "and",
    "非": "not",
    "不含": "not",
    "not": "not",
    "near": "near",
}
"""Folded, with what each is read as."""

_ENDS_OPERAND: Final = ("word", "phrase", "close")
_BEGINS_OPERAND: Final = ("word", "phrase", "field", "open")
_JOINS: Final = ("or", "and")
_HAN: Final = re.compile(f"[{HAN}]")


def read_spelled(lexemes: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """Yield the same lexemes, words that are operators as such; in a query without Chinese none is."""
    if not any(_HAN.search(fold(lexeme.text)) for lexeme in lexemes):
        yield from lexemes
        return
    before: Lexeme | None = None
    for at, lexeme in enumerate(lexemes):
        before = _as_operator(lexeme, before, lexemes[at + 1 : at + 3]) or lexeme
        yield before


def _as_operator(word: Lexeme, before: Lexeme | None, behind: Sequence[Lexeme]) -> Lexeme | None:
    kind = _spelled(word)
    if not (kind and before and behind) or word.is_glued or behind[0].is_glued:
        return None
    begins = before.kind in _ENDS_OPERAND or (kind == "not" and before.kind in _JOINS)
    goes_on = behind[0].kind in _BEGINS_OPERAND or (kind in _JOINS and behind[0].kind == "not")
    distance = NEAR_DISTANCE if kind == "near" else 0
    return replace(word, kind=kind, distance=distance) if begins and goes_on else None


def _spelled(lexeme: Lexeme) -> LexemeKind | None:
    is_word = lexeme.kind == "word" and not lexeme.is_prefix
    return SPELLED_OPERATORS.get(fold(lexeme.text)) if is_word else None
