"""Conditions on `articles` in SQL, and how they are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL on `articles`, and its parameters."""

    sql: str
    parameters: Sequence[str | None]

    def also(self, sql: str, parameter: str | None) -> Condition:
        """Return the condition narrowed by another."""
        return Condition(f"{self.sql} AND {sql}", (*self.parameters, parameter))


EVERYTHING: Final = Condition("true", ())
"""Every article fulfils it."""


def all_conditions(conditions: Iterable[Condition]) -> Condition:
    """Return what fulfils all of them."""
    narrowing = [condition for condition in conditions if condition.sql != EVERYTHING.sql]
    if not narrowing:
        return EVERYTHING
    return Condition(
        " AND ".join(condition.sql for condition in narrowing),
        tuple(parameter for condition in narrowing for parameter in condition.parameters),
    )
