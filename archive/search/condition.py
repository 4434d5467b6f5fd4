"""A condition on `articles` in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL on `articles`, and its parameters."""

    sql: str
    parameters: Sequence[str | None]

    def also(self, sql: str, parameter: str | None) -> Condition:
        """Return the condition narrowed by another."""
        return Condition(f"{self.sql} AND {sql}", (*self.parameters, parameter))
