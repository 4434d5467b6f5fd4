"""Pairs of characters that are the middle of a longer string: 动总 of 活动总结.

Such a pair has the same neighbours on both sides wherever it stands, where words have many (accessor variety,
Feng, Chen, Deng and Zheng 2004), and is rarer in the archive than either pair that it makes with them: so
价值 stays of 核心价值观, which a small archive has nowhere else.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Final

from archive.fold import fold
from archive.search.concordance.contexts import SIDES, Contexts, Side
from archive.search.index.token_counts import counts_of
from archive.search.index.tokens import is_han

SAMPLE: Final = 10_000
"""Matches, evenly spread, beside which strings of four are counted: all of them would fill the memory."""
MOSTLY: Final = 0.9
"""Share of the places of a pair where it has the same two neighbours."""
FEWEST: Final = 2
"""Such places: what stands once is not repeated."""

_MATCH: Final = "\0"
_FAR: Final = "\n"


def middles(
    cursor: sqlite3.Cursor, contexts: Contexts, pairs: Collection[str], span: int
) -> Mapping[str, str]:
    """Return the four characters that each of some `pairs` is the middle of, and no word in itself."""
    longer = {pair: whole for pair, whole in _longer(contexts, span).items() if pair in pairs}
    everywhere = counts_of(cursor, [part for whole in longer.values() for part in _parts(whole)])
    return {
        pair: whole
        for pair, whole in longer.items()
        if everywhere[pair] < min(everywhere[whole[:2]], everywhere[whole[2:]])
    }


def _parts(whole: str) -> tuple[str, str, str]:
    return whole[:2], whole[1:3], whole[2:]


def _longer(contexts: Contexts, span: int) -> dict[str, str]:
    """The string that each pair nearly always stands in; next to a match it may go on in any way."""
    places, best = Counter[str](), dict[str, str]()
    counts = Counter(whole for side in SIDES for whole in _strings(contexts, side, span))
    for whole, count in counts.items():
        pair = whole[1:3]
        places[pair] += count
        if count > counts[best.setdefault(pair, whole)]:
            best[pair] = whole
    return {
        pair: whole
        for pair, whole in best.items()
        if counts[whole] >= max(FEWEST, MOSTLY * places[pair]) and all(map(is_han, whole))
    }


def _strings(contexts: Contexts, side: Side, span: int) -> Iterator[str]:
    """Every four characters within the span and one further."""
    step = -(-len(contexts) // SAMPLE) or 1
    sampled = islice(contexts.nearest(side, span + 1), 0, None, step)
    joined = fold(_FAR.join(each + _MATCH if side == "left" else _MATCH + each for each in sampled))
    strings = (joined[at : at + 4] for at in range(len(joined) - 3))
    return (string for string in strings if _FAR not in string)
