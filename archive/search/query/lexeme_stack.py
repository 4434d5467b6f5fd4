"""The lexemes of a query while it is read from left to right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from archive.search.query.lexer import Lexeme
from archive.search.query.parsed_query import MAX_DEPTH

WORDS: Final = ("word", "phrase")


class LexemeStack:
    """What of a query has not been read yet, without brackets that close nothing or stand too deep."""

    def __init__(self, lexemes: Iterable[Lexeme]) -> None:
        self.is_cut = False
        """Brackets stood too deep."""
        self._rest = [*self._balanced(lexemes)][::-1]

    def __bool__(self) -> bool:
        return bool(self._rest)

    def pop(self) -> Lexeme:
        """Take the next one."""
        return self._rest.pop()

    def take(self, kind: str) -> bool:
        """Take the next one if it is of that kind."""
        if taken := self.next_is(kind):
            self._rest.pop()
        return taken

    def next_is(self, *kinds: str) -> bool:
        """Whether the next one is of one of these kinds."""
        return bool(self._rest) and self._rest[-1].kind in kinds

    def next_is_glued_word(self) -> bool:
        """Whether a word follows without a blank."""
        return self.next_is(*WORDS) and self._rest[-1].is_glued

    def next_is_listed_word(self) -> bool:
        """Whether a word follows behind a mere comma."""
        return self.next_is(*WORDS) and self._rest[-1].is_listed

    def next_is_alternative(self) -> bool:
        """Whether an OR and a word follow without a blank."""
        word_and_or = self._rest[-2:]
        kinds = [each.kind for each in word_and_or]
        return kinds in (["word", "or"], ["phrase", "or"]) and all(each.is_glued for each in word_and_or)

    def _balanced(self, lexemes: Iterable[Lexeme]) -> Iterable[Lexeme]:
        depth = 0
        for lexeme in lexemes:
            depth += lexeme.kind == "open"
            if lexeme.kind not in {"open", "close"} or 0 < depth <= MAX_DEPTH:
                yield lexeme
            elif depth > MAX_DEPTH:
                self.is_cut = True
            depth -= lexeme.kind == "close" and depth > 0
