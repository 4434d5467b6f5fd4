"""The query language, tolerant: every input is a query, and the answer says how it was read.

    安全生产 矿长          both            "安全 生产"          these words, one behind the other
    瓦斯 OR 煤尘  瓦斯|煤尘  one of them     标题:方案            in the title
    瓦斯 或 煤尘           the same, and 与, 非; noted
    -化工  NOT 化工        not             (瓦斯 OR 煤尘) -演练   brackets
    safe*                words beginning with safe
    安全 NEAR/5 生产       at most five characters apart            创?争优  any character for ?
    单位:煤业              published by, or on the site of
    活动:安康杯             that name this campaign
    日期:2014-06..2014-08  printed in these months
    网站:qingshan 年:2010..2014 文种:讲话 完整:截断 文字:繁体      the facets

Simplified or Traditional, full or half width, capitals or not make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from archive.fold import fold
from archive.search.index.tokens import HAN, phrase_of
from archive.search.query.expression import (
    Expression,
    Near,
    Operand,
    Pattern,
    Scope,
    Term,
    Without,
    all_of,
    any_of,
)
from archive.search.query.filter_draft import FilterDraft
from archive.search.query.filters import FIELDS
from archive.search.query.lexer import WILDCARD_PLACE, Lexeme, read_lexemes
from archive.search.query.parsed_query import MAX_CHARACTERS, MAX_DEPTH, MAX_TERMS, MAX_WILDCARDS, Note, Query
from archive.search.query.spelled_operators import read_spelled

_WORDS: Final = ("word", "phrase")
_WILDCARD: Final = re.compile(WILDCARD_PLACE)
_AT_EDGE: Final = re.compile(rf"[{HAN}]\?(?![{HAN}?])|(?<![{HAN}?])\?[{HAN}]")
"""As typed: a title that ends with a full-width ？ asks for no character."""
_NO_WILDCARD: Final = re.compile(rf"(?!{WILDCARD_PLACE})\?")


def parse(query: str) -> Query:
    """Read a query; never raises."""
    parser = _Parser(query)
    expression = parser.read_any("anywhere")
    filters = parser.filters
    parsed = Query(
        expression=expression,
        filters={facet: tuple(dict.fromkeys(values)) for facet, values in filters.facets.items() if values},
        named={kind: tuple(dict.fromkeys(parts)) for kind, parts in filters.named.items() if parts},
        years=tuple(dict.fromkeys(filters.years)),
        dates=tuple(dict.fromkeys(filters.dates)),
        notes=tuple(dict.fromkeys(parser.notes)),
        unused={note: tuple(dict.fromkeys(typed)) for note, typed in parser.unused.items()},
    )
    return parsed.noting("no_words") if parsed.is_empty and query.strip() else parsed


def _last_operand(parts: list[Expression]) -> tuple[Operand | None, bool]:
    """Return the word before NEAR, and whether another NEAR holds it already."""
    match parts:
        case [*_, (Term() | Pattern()) as word]:
            return word, False
        case [*_, Near(right=word)]:
            return word, True
    return None, False


@dataclass(slots=True)
class _Parser:
    """Reads lexemes from left to right: OR binds weakest, a blank stronger, NOT strongest."""

    query: str
    lexemes: list[Lexeme] = field(init=False)
    notes: list[Note] = field(default_factory=list)
    filters: FilterDraft = field(default_factory=FilterDraft)
    unused: dict[Note, list[str]] = field(default_factory=dict)
    terms: int = 0
    wildcards: int = 0

    def __post_init__(self) -> None:
        if len(self.query) > MAX_CHARACTERS:
            self.notes.append("characters_cut")
        if _AT_EDGE.search(self.query):
            self.notes.append("wildcard_at_edge")
        lexemes = [*read_lexemes(self.query[:MAX_CHARACTERS])]
        read = [*read_spelled(lexemes)]
        if read != lexemes:
            self.notes.append("operator_spelled")
        self.lexemes = [*self._balanced(read)][::-1]

    def read_any(self, scope: Scope) -> Expression | None:
        parts = [self._read_all(scope)]
        while self._take("or"):
            parts.append(self._read_all(scope))
        return any_of([part for part in parts if part])

    def _read_all(self, scope: Scope) -> Expression | None:
        parts: list[Expression] = []
        while self.lexemes and self.lexemes[-1].kind not in {"or", "close"}:
            if self._next_is("near"):
                self._read_near(parts, scope)
            elif part := self._read_part(scope):
                parts.append(part)
        return all_of(parts)

    def _read_near(self, parts: list[Expression], scope: Scope) -> None:
        """Tie the next word to the last one; `a NEAR b NEAR c` ties b to both."""
        distance = self.lexemes.pop().distance
        left, is_tied = _last_operand(parts)
        scope = left.scope if left else scope
        right = self._term(self.lexemes.pop(), scope) if self._next_is(*_WORDS) else None
        if left and right:
            parts[-1:] = [*(parts[-1:] if is_tied else []), Near(left, right, distance)]
        elif right:
            parts.append(right)

    def _read_part(self, scope: Scope) -> Expression | None:
        is_negated = False
        while self._next_is("not", "and"):
            is_negated ^= self.lexemes.pop().kind == "not"
        part = self._read_operand(scope, is_negated=is_negated)
        return Without(part) if part and is_negated else part

    def _read_operand(self, scope: Scope, *, is_negated: bool) -> Expression | None:
        if self._next_is("field"):
            return self._read_field(is_negated=is_negated)
        if self._take("open"):
            inner = self.read_any(scope)
            self._take("close")
            return inner
        return self._term(self.lexemes.pop(), scope) if self._next_is(*_WORDS) else None

    def _read_field(self, *, is_negated: bool) -> Expression | None:
        typed = self.lexemes.pop().text
        name = FIELDS[fold(typed)]
        if name == "title":
            return self._read_title(is_negated=is_negated)
        if self._next_is(*_WORDS):
            for value in self._read_values():
                if is_negated:
                    self._leave_out("filter_not_negated", f"{typed}:{value}")
                elif not self.filters.add(name, value):
                    self._leave_out("filter_unknown", f"{typed}:{value}")
        return None

    def _leave_out(self, note: Note, typed: str) -> None:
        self.notes.append(note)
        self.unused.setdefault(note, []).append(typed)

    def _read_title(self, *, is_negated: bool) -> Expression | None:
        """All that is glued together: 标题:关于开展“安康杯”竞赛的通知."""
        parts = [self._read_operand("title", is_negated=is_negated)]
        while self._next_is(*_WORDS) and self.lexemes[-1].is_glued:
            parts.append(self._term(self.lexemes.pop(), "title"))
        return all_of([part for part in parts if part])

    def _read_values(self) -> Iterator[str]:
        """The value of a filter, and others glued to it: 文种:讲话|通知."""
        yield self.lexemes.pop().text
        while [each.kind for each in self.lexemes[-2:]] in (["word", "or"], ["phrase", "or"]):
            if not all(each.is_glued for each in self.lexemes[-2:]):
                return
            self.lexemes.pop()
            yield self.lexemes.pop().text

    def _term(self, lexeme: Lexeme, scope: Scope) -> Operand | None:
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

    def _balanced(self, lexemes: Iterable[Lexeme]) -> Iterable[Lexeme]:
        """Drop brackets that close nothing or stand too deep."""
        depth = 0
        for lexeme in lexemes:
            depth += lexeme.kind == "open"
            if lexeme.kind not in {"open", "close"} or 0 < depth <= MAX_DEPTH:
                yield lexeme
            elif depth > MAX_DEPTH:
                self.notes.append("brackets_dropped")
            depth -= lexeme.kind == "close" and depth > 0

    def _next_is(self, *kinds: str) -> bool:
        return bool(self.lexemes) and self.lexemes[-1].kind in kinds

    def _take(self, kind: str) -> bool:
        if taken := self._next_is(kind):
            self.lexemes.pop()
        return taken
