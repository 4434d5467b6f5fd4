"""What a query asks of the text, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from archive.search.tokens import Phrase

Scope: TypeAlias = Literal["anywhere", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One word or quoted phrase."""

    text: str
    """As typed, without quotes and `*`."""
    phrase: Phrase
    scope: Scope = "anywhere"


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


Expression: TypeAlias = Term | Without | AllOf | AnyOf


def all_of(parts: list[Expression]) -> Expression | None:
    """Join parts by AND; None when there are none."""
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts)) if parts else None


def any_of(parts: list[Expression]) -> Expression | None:
    """Join parts by OR; None when there are none."""
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts)) if parts else None


def wanted_terms(expression: Expression | None) -> Iterator[Term]:
    """Yield the terms that a match may contain: all but those under a NOT."""
    match expression:
        case Term():
            yield expression
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from wanted_terms(part)
        case _:
            return
