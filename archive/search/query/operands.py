"""The words of a query: terms, and patterns where a `?` stands between two Han characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from archive.fold import fold
from archive.search.index.tokens import HAN, phrase_of
from archive.search.query.expression import Operand, Pattern, Scope, Term
from archive.search.query.lexer import WILDCARD_PLACE, Lexeme
from archive.search.query.parsed_query import MAX_TERMS, MAX_WILDCARDS, Note

_WILDCARD: Final = re.compile(WILDCARD_PLACE)
_NO_WILDCARD: Final = re.compile(rf"(?!{WILDCARD_PLACE})\?")
_AT_EDGE: Final = re.compile(rf"[{HAN}]\?(?![{HAN}?])|(?<![{HAN}?])\?[{HAN}]|[{HAN}]\?\?+[{HAN}]")
"""As typed: a title that ends with a full-width ？ asks for no character."""


def has_mark_at_edge(query: str) -> bool:
    """Tell whether a `?` stands where it might be meant for a character, and is read as punctuation."""
    return _AT_EDGE.search(query) is not None


@dataclass(slots=True)
class OperandReader:
    """Reads the words of one query, one after the other, until there are too many."""

    notes: list[Note]
    """Those of the query; what is left out is noted there."""
    terms: int = 0
    wildcards: int = 0

    def read(self, lexeme: Lexeme, scope: Scope) -> Operand | None:
        """Return what a word or phrase asks for; None of one without letters, and of one too many."""
        phrase = phrase_of(lexeme.text, is_prefix=lexeme.is_prefix)
        if phrase is None:
            return None
        self.terms += 1
        if self.terms > MAX_TERMS:
            self.notes.append("terms_cut")
            return None
        wildcards = len(_WILDCARD.findall(fold(lexeme.text)))
        self.wildcards += wildcards
        if wildcards and self.wildcards > MAX_WILDCARDS:
            self.notes.append("wildcards_cut")
        elif wildcards:
            return Pattern(text=_NO_WILDCARD.sub(" ", fold(lexeme.text)).strip(), scope=scope)
        return Term(text=lexeme.text, phrase=phrase, scope=scope)
