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
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from archive.fold import fold
from archive.invisible import visible
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
from archive.search.query.lexeme_stack import WORDS, LexemeStack
from archive.search.query.lexer import read_lexemes
from archive.search.query.operands import OperandReader, has_mark_at_edge
from archive.search.query.parsed_query import MAX_CHARACTERS, MAX_DISTANCE, Note, Query
from archive.search.query.spelled_operators import read_spelled

_SPACED_RANGE: Final = re.compile(r"(?<=\d)\s*\.\.+\s*(?=\d)")


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
    lexemes: LexemeStack = field(init=False)
    operands: OperandReader = field(init=False)
    notes: list[Note] = field(default_factory=list)
    filters: FilterDraft = field(default_factory=FilterDraft)
    unused: dict[Note, list[str]] = field(default_factory=dict)
    read_filters: int = 0

    def __post_init__(self) -> None:
        self.query = _SPACED_RANGE.sub("..", visible(self.query))
        if len(self.query) > MAX_CHARACTERS:
            self.notes.append("characters_cut")
        if has_mark_at_edge(self.query):
            self.notes.append("wildcard_at_edge")
        lexemes = [*read_lexemes(self.query[:MAX_CHARACTERS])]
        read = [*read_spelled(lexemes)]
        if read != lexemes:
            self.notes.append("operator_spelled")
        self.lexemes, self.operands = LexemeStack(read), OperandReader(self.notes)
        if self.lexemes.is_cut:
            self.notes.append("brackets_dropped")

    def read_any(self, scope: Scope) -> Expression | None:
        read_before, parts = self.read_filters, [self._read_all(scope)]
        while self.lexemes.take("or"):
            parts.append(self._read_all(scope))
        if len(parts) > 1:
            self._note_filters_since(read_before)
        return any_of([part for part in parts if part])

    def _read_all(self, scope: Scope) -> Expression | None:
        parts: list[Expression] = []
        while self.lexemes and not self.lexemes.next_is("or", "close"):
            if self.lexemes.next_is("near"):
                self._read_near(parts, scope)
            elif part := self._read_part(scope):
                parts.append(part)
        return all_of(parts)

    def _read_near(self, parts: list[Expression], scope: Scope) -> None:
        """Tie the next word to the last one; `a NEAR b NEAR c` ties b to both."""
        distance = self.lexemes.pop().distance
        left, is_tied = _last_operand(parts)
        scope = left.scope if left else scope
        right = self.operands.read(self.lexemes.pop(), scope) if self.lexemes.next_is(*WORDS) else None
        if left and right:
            near = Near(left, right, min(distance, MAX_DISTANCE))
            parts[-1:] = [*(parts[-1:] if is_tied else []), near]
            self.notes += ["distance_cut"] if distance > MAX_DISTANCE else []
        else:
            self.notes.append("near_dropped")
            parts += [right] if right else []

    def _read_part(self, scope: Scope) -> Expression | None:
        is_negated = False
        while self.lexemes.next_is("not", "and"):
            is_negated ^= self.lexemes.pop().kind == "not"
        is_group, read_before = self.lexemes.next_is("open"), self.read_filters
        part = self._read_operand(scope, is_negated=is_negated)
        if is_group and is_negated:
            self._note_filters_since(read_before)
        return Without(part) if part and is_negated else part

    def _note_filters_since(self, read_before: int) -> None:
        """A filter holds for the whole query: one side of an OR, or what is excluded, can't have its own."""
        if self.read_filters > read_before:
            self.notes.append("filter_of_all")

    def _read_operand(self, scope: Scope, *, is_negated: bool) -> Expression | None:
        if self.lexemes.next_is("field"):
            return self._read_field(is_negated=is_negated)
        if self.lexemes.take("open"):
            inner = self.read_any(scope)
            self.lexemes.take("close")
            return inner
        return self.operands.read(self.lexemes.pop(), scope) if self.lexemes.next_is(*WORDS) else None

    def _read_field(self, *, is_negated: bool) -> Expression | None:
        typed = self.lexemes.pop().text
        name = FIELDS[fold(typed)]
        if name == "title":
            return self._read_title(is_negated=is_negated)
        if self.lexemes.next_is(*WORDS):
            for value in self._read_values():
                if is_negated:
                    self._leave_out("filter_not_negated", f"{typed}:{value}")
                elif self.filters.add(name, value):
                    self.read_filters += 1
                else:
                    self._leave_out("filter_unknown", f"{typed}:{value}")
        return None

    def _leave_out(self, note: Note, typed: str) -> None:
        self.notes.append(note)
        self.unused.setdefault(note, []).append(typed)

    def _read_title(self, *, is_negated: bool) -> Expression | None:
        """All that is glued together: 标题:关于开展“安康杯”竞赛的通知, 标题:方案|总结."""
        if self.lexemes.next_is("not"):
            return self._read_part("title")
        parts = [self._read_glued(is_negated=is_negated)]
        while self.lexemes.next_is_alternative():
            self.lexemes.pop()
            parts.append(self._read_glued(is_negated=is_negated))
        return any_of([part for part in parts if part])

    def _read_glued(self, *, is_negated: bool) -> Expression | None:
        parts = [self._read_operand("title", is_negated=is_negated)]
        while self.lexemes.next_is_glued_word():
            parts.append(self.operands.read(self.lexemes.pop(), "title"))
        return all_of([part for part in parts if part])

    def _read_values(self) -> Iterator[str]:
        """The value of a filter, and others glued to it: 文种:讲话|通知, 年:2010,2012."""
        yield self.lexemes.pop().text
        while self.lexemes.next_is_alternative() or self.lexemes.next_is_listed_word():
            self.lexemes.take("or")
            yield self.lexemes.pop().text
