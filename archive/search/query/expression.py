"""What a query asks of the text, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from archive.search.index.tokens import Phrase

Scope: TypeAlias = Literal["anywhere", "title"]

WILDCARD: Final = "?"
"""In a pattern: any one Han character, or a letter or digit that stands alone between two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word or quoted phrase."""

    text: str
    """As typed, without quotes and `*`."""
    phrase: Phrase
    scope: Scope = "anywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A word with `WILDCARD` between two Han characters, 创?争优; to the index it is any of several terms."""

    text: str
    """Folded, so that each wildcard is a half-width question mark."""
    scope: Scope = "anywhere"


Operand: TypeAlias = Term | Pattern


@dataclass(frozen=True, slots=True)
class Near:
    """Two operands of one scope, in either order, with at most `distance` tokens between them."""

    left: Operand
    right: Operand
    distance: int
    """In Han characters and words; punctuation between Han and a word counts as one, other is not counted."""


@dataclass(frozen=True, slots=True)
class Without:
    """What must not match."""

    part: Expression


@dataclass(frozen=True, slots=True)
class AllOf:
    """Two parts or more that must all match."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Two parts or more of which one must match."""

    parts: tuple[Expression, ...]


Expression: TypeAlias = Term | Pattern | Near | Without | AllOf | AnyOf


def all_of(parts: list[Expression]) -> Expression | None:
    """Join parts by AND; None when there are none."""
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts)) if parts else None


def any_of(parts: list[Expression]) -> Expression | None:
    """Join parts by OR; None when there are none."""
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts)) if parts else None


def wanted(expression: Expression | None) -> Iterator[Operand | Near]:
    """Yield what a match may contain: all but what stands under a NOT."""
    match expression:
        case Term() | Pattern() | Near():
            yield expression
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from wanted(part)
        case _:
            return


def in_scope(expression: Expression, scope: Scope) -> Expression:
    """Return the same, wanted in `scope`."""
    match expression:
        case Term() | Pattern():
            return replace(expression, scope=scope)
        case Near(left, right, distance):
            return Near(replace(left, scope=scope), replace(right, scope=scope), distance)
        case Without(part):
            return Without(in_scope(part, scope))
        case AllOf(parts):
            return AllOf(tuple(in_scope(part, scope) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(in_scope(part, scope) for part in parts))
