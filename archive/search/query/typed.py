"""A query's tree written as somebody would type it: what is read from it is the same tree again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from archive.fold import fold
from archive.search.index.tokens import is_han
from archive.search.query.dates import DateFilter
from archive.search.query.expression import AllOf, AnyOf, Expression, Near, Operand, Pattern, Without
from archive.search.query.filters import UNDATED, YearRange
from archive.search.query.parsed_query import Query
from archive.search.query.spelled_operators import SPELLED_OPERATORS

_PLAIN: Final = re.compile(r"\w+")
_PLAIN_PATTERN: Final = re.compile(r"[\w?]+")
_QUOTES: Final = re.compile('["“”„‟〝〞＂]')
_OPERATORS: Final = ("OR", "AND", "NOT", "NEAR")


def typed(expression: Expression) -> str:
    """Return the query; `typed_filters` is the other part of it."""
    match expression:
        case Near(left, right, distance):
            return f"{_operand(left)} NEAR/{distance} {_word(right)}"
        case Without(part):
            return f"-({typed(part)})" if isinstance(part, Without) else f"-{_grouped(part)}"
        case AllOf(parts):
            return " ".join(map(_grouped, parts))
        case AnyOf(parts):
            return " OR ".join(map(_grouped, parts))
        case operand:
            return _operand(operand)


def typed_filters(query: Query) -> str:
    """Return the filters that stand in a query: `site:qingshan year:2010..2014`."""
    return " ".join(_filters(query))


def _filters(query: Query) -> Iterator[str]:
    yield from (f"{facet}:{_quoted(value)}" for facet, values in query.filters.items() for value in values)
    yield from (f"{kind}:{_quoted(name)}" for kind, names in query.named.items() for name in names)
    yield from (f"date:{_range(each)}" for each in query.dates)
    yield from (f"year:{_range(each)}" for each in query.years)


def _range(wanted: YearRange | DateFilter) -> str:
    if wanted == UNDATED:
        return UNDATED
    begin, end = (f"{each:04}" if isinstance(each, int) else each for each in wanted)
    return begin if begin and begin == end else f"{begin or ''}..{end or ''}"


def _grouped(part: Expression) -> str:
    return f"({typed(part)})" if isinstance(part, AllOf | AnyOf | Near) else typed(part)


def _operand(operand: Operand) -> str:
    return f"{'title:' if operand.scope == 'title' else ''}{_word(operand)}"


def _word(operand: Operand) -> str:
    if isinstance(operand, Pattern):
        return operand.text if _PLAIN_PATTERN.fullmatch(operand.text) else _quoted(operand.text)
    is_beginning = operand.phrase.is_prefix and not is_han(operand.phrase.tokens[-1])
    return f"{_quoted(operand.text)}{'*' if is_beginning else ''}"


def _quoted(text: str) -> str:
    is_operator = text.startswith(_OPERATORS) or fold(text) in SPELLED_OPERATORS
    return text if _PLAIN.fullmatch(text) and not is_operator else f'"{_QUOTES.sub(" ", text)}"'


def all_typed(parts: Iterable[str]) -> str:
    """Return the parts of a query side by side."""
    return " ".join(filter(None, parts))
