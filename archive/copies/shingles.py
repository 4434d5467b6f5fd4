"""Overlapping runs of characters (shingles), the units in which texts are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def shingles(runs: Iterable[str], length: int) -> Iterator[str]:
    """Yield the shingles of `length` characters within each run, in order; one over a mask is none."""
    return (run[at : at + length] for run in runs for at in range(len(run) - length + 1))
