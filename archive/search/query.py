"""The query language, tolerant: every input is a query, and the answer says how it was read.

    安全生产 矿长          both            "安全 生产"          these words, one behind the other
    瓦斯 OR 煤尘  瓦斯|煤尘  one of them     标题:方案            in the title
    -化工  NOT 化工        not             (瓦斯 OR 煤尘) -演练   brackets
    safe*                words beginning with safe
    网站:qingshan 年:2010..2014 文种:讲话 完整:截断 文字:繁体      the facets

Simplified or Traditional, full or half width, capitals or not make no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from archive.fold import fold
from archive.search.compiler import compile_expression
from archive.search.expression import Expression, Scope, Term, Without, all_of, any_of
from archive.search.filters import FIELDS, Facet, read_value, read_years
from archive.search.lexer import Lexeme, read_lexemes
from archive.search.tokens import phrase_of

MAX_CHARACTERS: Final = 400
MAX_TERMS: Final = 40
MAX_DEPTH: Final = 8

Note: TypeAlias = Literal[
    "characters_cut",
    "terms_cut",
    "brackets_dropped",
    "filter_not_negated",
    "filter_unknown",
    "no_words",
    "title_first",
]
"""What of a query was left out; in words in `archive.search.wording`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query as it was read."""

    expression: Expression | None
    """What it asks of the text; None when it names no word."""
    filters: Mapping[Facet, tuple[str, ...]]
    """Values asked for, any of each facet; years stand in `years`."""
    years: tuple[tuple[int | None, int | None], ...]
    """Ranges of years of which any will do; None where a range is open."""
    notes: tuple[Note, ...]

    @property
    def is_empty(self) -> bool:
        """It asks for nothing at all."""
        return not (self.expression or self.filters or self.years)


def parse(query: str) -> Query:
    """Read a query; never raises."""
    parser = _Parser(query)
    expression = parser.read_any("anywhere")
    parsed = Query(
        expression=expression,
        filters={facet: tuple(dict.fromkeys(values)) for facet, values in parser.filters.items()},
        years=tuple(parser.years),
        notes=tuple(dict.fromkeys(parser.notes)),
    )
    if parsed.is_empty and query.strip():
        return Query(expression=None, filters={}, years=(), notes=(*parsed.notes, "no_words"))
    return parsed


def compile_for_fts(query: str) -> str:
    """Return what `articles_fts MATCH` takes for a query; filters are left out, no word matches nothing."""
    return compile_expression(parse(query).expression)


@dataclass(slots=True)
class _Parser:
    """Reads lexemes from left to right: OR binds weakest, a blank stronger, NOT strongest."""

    query: str
    lexemes: list[Lexeme] = field(init=False)
    notes: list[Note] = field(default_factory=list)
    filters: dict[Facet, list[str]] = field(default_factory=dict)
    years: list[tuple[int | None, int | None]] = field(default_factory=list)
    terms: int = 0

    def __post_init__(self) -> None:
        if len(self.query) > MAX_CHARACTERS:
            self.notes.append("characters_cut")
        lexemes = read_lexemes(self.query[:MAX_CHARACTERS])
        self.lexemes = [*self._balanced(lexemes)][::-1]

    def read_any(self, scope: Scope) -> Expression | None:
        parts = [self._read_all(scope)]
        while self._take("or"):
            parts.append(self._read_all(scope))
        return any_of([part for part in parts if part])

    def _read_all(self, scope: Scope) -> Expression | None:
        parts = []
        while self.lexemes and self.lexemes[-1].kind not in {"or", "close"}:
            if part := self._read_part(scope):
                parts.append(part)
        return all_of(parts)

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
        return self._term(self.lexemes.pop(), scope) if self._next_is("word", "phrase") else None

    def _read_field(self, *, is_negated: bool) -> Expression | None:
        name = FIELDS[fold(self.lexemes.pop().text)]
        if name == "title":
            return self._read_operand("title", is_negated=is_negated)
        if self._next_is("word", "phrase"):
            value = self.lexemes.pop().text
            if is_negated:
                self.notes.append("filter_not_negated")
            elif not self._add_filter(name, value):
                self.notes.append("filter_unknown")
        return None

    def _add_filter(self, facet: Facet, typed: str) -> bool:
        if facet == "year":
            years = read_years(typed)
            self.years += [years] if years else []
            return years is not None
        value = read_value(facet, typed)
        if value is not None:
            self.filters.setdefault(facet, []).append(value)
        return value is not None

    def _term(self, lexeme: Lexeme, scope: Scope) -> Term | None:
        phrase = phrase_of(lexeme.text, is_prefix=lexeme.is_prefix)
        if phrase is None:
            return None
        self.terms += 1
        if self.terms > MAX_TERMS:
            self.notes.append("terms_cut")
            return None
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
