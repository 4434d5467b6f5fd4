"""One organisation at a place of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation at a place of a folded text."""

    name: str
    parent: str | None
    """Where the text says it (横岭集团石板桥煤矿); else None, and the table knows."""
    part: str | None
    """The committee, office or team that is named with it."""
    start: int
    end: int
    """Behind its part."""
    confidence: float
