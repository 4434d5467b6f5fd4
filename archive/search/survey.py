"""One pass through the texts that match: where every match stands, and what stands beside it.

The texts are read once, one after the other; of each match numbers are kept, sixteen bytes, and its contexts.
All orders of a concordance and its collocates are made from these.
"""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import dataclass
from typing import Final

from archive.search.contexts import Contexts, ContextsWriter
from archive.search.last_answers import LastAnswers
from archive.search.matched_texts import Search, matched_texts

BESIDE: Final = 250_000
"""Of more matches than these no contexts are kept: they would fill the memory."""
KEPT: Final = 300_000
"""Matches, a hundred bytes each, that are remembered for the reader who asks for another order."""


@dataclass(frozen=True, slots=True)
class Survey:
    """All matches of a request, by date."""

    numbers: array[int]
    """Four of each match: those of an `archive.search.places.Place`."""
    contexts: Contexts | None
    """None above `BESIDE` matches."""

    def __len__(self) -> int:
        return len(self.numbers) // 4


_last: Final = LastAnswers[Survey](KEPT)


def survey(cursor: sqlite3.Cursor, search: Search) -> Survey:
    """Return where the words of a search stand; the last few answers are kept."""
    return _last.get(search.question, lambda: _survey(cursor, search))


def _survey(cursor: sqlite3.Cursor, search: Search) -> Survey:
    numbers, writer = array("I"), ContextsWriter()
    for found in matched_texts(cursor, search):
        for start, end in found.spans:
            numbers.extend((found.article_id, found.field, start, end))
        if len(numbers) <= 4 * BESIDE:
            writer.add(found.text, found.spans)
    return Survey(numbers, writer.contexts() if len(numbers) <= 4 * BESIDE else None)
