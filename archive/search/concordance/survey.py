"""One pass through the texts that match: where every match stands, and what stands beside it.

The texts are read once, one after the other; of each match numbers are kept, twenty bytes, and its contexts.
All orders of a concordance and its collocates are made from these.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Final

from archive.search.concordance.contexts import Contexts, ContextsWriter
from archive.search.concordance.matched_texts import Search, matched_texts
from archive.search.last_answers import LastAnswers

MOST_WITH_CONTEXTS: Final = 250_000
"""Of more matches than these no contexts are kept: they would fill the memory."""
KEPT: Final = 300_000
"""Matches, a hundred bytes each, that are remembered for the reader who asks for another order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """All matches of a request, in the order in which they were read."""

    numbers: array[int]
    """Four of each match: those of an `archive.search.concordance.places.Place`."""
    by_date: array[int]
    """Which match comes first, which second …: by the date of their articles."""
    articles: int
    """How many articles hold the matches."""
    contexts: Contexts | None
    """None above `MOST_WITH_CONTEXTS` matches."""

    def __len__(self) -> int:
        return len(self.by_date)


_last: Final = LastAnswers[Survey](KEPT)


def survey(db: sqlite3.Connection, search: Search) -> Survey:
    """Return where the words of a search stand; the last few answers are kept."""
    return _last.get(search.question, lambda: _survey(db, search))


def _survey(db: sqlite3.Connection, search: Search) -> Survey:
    numbers, writer = array("I"), ContextsWriter()
    for found in matched_texts(db, search):
        for article_id, start, end in found.texts.places(found.spans):
            numbers.extend((article_id, found.field, start, end))
        if len(numbers) <= 4 * MOST_WITH_CONTEXTS:
            writer.add(found.texts.text, found.spans)
    contexts = writer.contexts() if len(numbers) <= 4 * MOST_WITH_CONTEXTS else None
    return Survey(
        numbers=numbers,
        by_date=_by_date(numbers[::4], search.ids),
        articles=len(set(numbers[::4])),
        contexts=contexts,
    )


def _by_date(article_ids: array[int], ids: Iterable[int]) -> array[int]:
    """Order matches, read field by field, by the rank of their article; all in one would sort millions."""
    ranks = {article_id: rank for rank, article_id in enumerate(ids)}
    runs, first = list[tuple[int, int, int]](), 0
    for article_id, run in groupby(article_ids):
        last = first + len([*run])
        runs.append((ranks[article_id], first, last))
        first = last
    return array("I", chain.from_iterable(range(first, last) for _, first, last in sorted(runs)))
