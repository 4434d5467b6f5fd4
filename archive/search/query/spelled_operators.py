"""Operators that people spell out: 瓦斯 或 煤尘, 安全 or 党建, 安全 非 化工.

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
from archive.search.query.lexer import Lexeme, LexemeKind

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
}
"""Folded, with what each is read as."""

_ENDS_OPERAND: Final = ("word", "phrase", "close")
_BEGINS_OPERAND: Final = ("word", "phrase", "field", "open")
_HAN: Final = re.compile(f"[{HAN}]")


def read_spelled(lexemes: Sequence[Lexeme]) -> Iterator[Lexeme]:
    """Yield the same lexemes, words that are operators as such."""
    before: Lexeme | None = None
    for at, lexeme in enumerate(lexemes):
        behind = lexemes[at + 1] if at + 1 < len(lexemes) else None
        before = _as_operator(lexeme, before, behind) or lexeme
        yield before


def _as_operator(word: Lexeme, before: Lexeme | None, behind: Lexeme | None) -> Lexeme | None:
    kind = SPELLED_OPERATORS.get(fold(word.text)) if word.kind == "word" and not word.is_prefix else None
    if not (kind and before and behind) or word.is_glued or behind.is_glued:
        return None
    if before.kind not in _ENDS_OPERAND or behind.kind not in _BEGINS_OPERAND:
        return None
    is_chinese = any(_HAN.search(fold(each.text)) for each in (word, before, behind))
    return replace(word, kind=kind) if is_chinese else None
