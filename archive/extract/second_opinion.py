"""A second, simpler way to find the text, asked where the first is unsure: do both mean the same lines?

It knows no boxes: it takes the run of lines with the greatest sum of weights. A short notice has too little
prose to be told from a sidebar by its amount, but both ways still find it; on a page of teasers, or where an
article is cut up by adverts, they part.
"""

from __future__ import annotations

from collections.abc import Collection

from archive.extract.weights import Weights

_AGREEMENT = 0.8
"""Share of the prose in either answer that must stand in both."""
_SHARE_OF_PAGE = 0.4
"""Where most of the prose stands elsewhere, both may have picked the same teaser."""


def is_confirmed(weights: Weights, lines: Collection[int]) -> bool:
    """Tell whether the heaviest run of lines holds the same prose as `lines`."""
    run = heaviest_run(weights.of_lines)
    ours = set(lines)
    both = weights.prose_of(tuple(ours.intersection(run)))
    either = weights.prose_of(tuple(ours.union(run)))
    page = weights.prose_of(tuple(range(len(weights.of_lines))))
    return both > 0 and both >= _AGREEMENT * either and both >= _SHARE_OF_PAGE * page


def heaviest_run(line_weights: tuple[float, ...]) -> range:
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
