"""A second, simpler way to find the text: do both mean the same lines?

It knows no boxes: it takes the run of lines with the greatest sum of weights. A short notice has too little
prose to be told from a sidebar by its amount, but both ways still find it; on a page of teasers, or where an
article is cut up by adverts, they part.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from archive.extract.body.weights import prose_of


def agreement(line_weights: Sequence[float], lines: Collection[int]) -> float:
    """Return the share of the prose in either answer that stands in both: 1.0 where they are one."""
    ours, run = set(lines), set(heaviest_run(line_weights))
    either = prose_of(line_weights, ours | run)
    return prose_of(line_weights, ours & run) / either if either else 0.0


def heaviest_run(line_weights: Sequence[float]) -> range:
    """Return the run of lines with the greatest sum, the first of equals; empty where none is above 0."""
    best, best_sum = range(0), 0.0
    start, total = 0, 0.0
    for number, weight in enumerate(line_weights):
        if total <= 0:
            start, total = number, 0.0
        total += weight
        if total > best_sum:
            best, best_sum = range(start, number + 1), total
    return best
