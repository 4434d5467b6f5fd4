"""What a rule proposes to the manuscript."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """A span of the present text and what is to stand there."""

    start: int
    """Code point in the present text."""
    end: int
    """Code point behind the span; equal to `start` for an insertion."""
    put: str = ""
    """Empty for a removal."""
    confidence: float = 1.0
    """1.0 where the mechanism leaves no doubt."""
