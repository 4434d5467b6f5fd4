"""What stands beside a request's matches more often than elsewhere in the archive."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from math import log
from typing import Final

from archive.search import index
from archive.search.index_sizes import token_total
from archive.search.last_answers import LastAnswers, digest, state_of
from archive.search.matched_texts import Search, matched_texts, search_of
from archive.search.neighbours import Neighbours
from archive.search.request import SearchRequest
from archive.search.token_counts import counts_of
from archive.search.tokens import is_han

CHARACTERS: Final = 60
WORDS: Final = 240
"""So many of the most frequent neighbours are weighed: each costs a look into the index."""

COUNTED: Final = 250_000
"""Beside more matches than these nothing is counted."""
KEPT: Final = 3000
"""Collocates, of the last few requests."""

_last: Final = LastAnswers["tuple[Collocate, ...]"](KEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collocate:
    """A Han character, a pair of them, or a word of letters and digits; folded."""

    word: str
    side_left: int
    """How often left of a match."""
    side_right: int
    count: int
    """Both sides together."""
    log_likelihood: float
    """Dunning's G²; above 10.83 chance is an explanation in less than one of 1,000 cases.

    Negative where the word is rarer beside the matches than elsewhere.
    """


def collocates(db: sqlite3.Connection, request: SearchRequest, *, span: int = 5) -> tuple[Collocate, ...]:
    """Return the neighbours within `span` code points of all matches, the highest log-likelihood first.

    Counted against titles, bodies and attachments of the whole archive. Of a word that reaches beyond the
    span nothing is counted, of a run of Han what lies within; beside more than `COUNTED` matches nothing.
    Raises `CallError` when the index is not the one this program reads.
    """
    index.require_current(db)
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        search = search_of(cursor, request)
        question = (state_of(cursor), request.query, digest(search.ids), span)
        return _last.get(question, lambda: _weigh(cursor, _neighbours(cursor, search, span)))


def _neighbours(cursor: sqlite3.Cursor, search: Search, span: int) -> Neighbours:
    neighbours, matches = Neighbours(span), 0
    for found in matched_texts(cursor, search):
        neighbours.add(found.text, found.spans)
        matches += len(found.spans)
        if matches > COUNTED:
            return Neighbours(span)
    neighbours.finish()
    return neighbours


def _weigh(cursor: sqlite3.Cursor, neighbours: Neighbours) -> tuple[Collocate, ...]:
    counts = neighbours.left + neighbours.right
    frequent = _frequent(counts)
    elsewhere, size = counts_of(cursor, frequent), token_total(cursor)
    window = sum(count for word, count in counts.items() if not _is_pair(word))
    weighed = (
        Collocate(
            word=word,
            side_left=neighbours.left[word],
            side_right=neighbours.right[word],
            count=counts[word],
            log_likelihood=_log_likelihood(counts[word], window, elsewhere[word], size),
        )
        for word in frequent
    )
    return tuple(sorted(weighed, key=lambda collocate: -collocate.log_likelihood))


def _frequent(counts: Counter[str]) -> list[str]:
    """Single characters apart: they are the most frequent everywhere, and say the least."""
    ranked = [word for word, _ in counts.most_common()]
    characters = [word for word in ranked if is_han(word)]
    return characters[:CHARACTERS] + [word for word in ranked if not is_han(word)][:WORDS]


def _is_pair(word: str) -> bool:
    return len(word) == 2 and is_han(word[0])


def _log_likelihood(inside: int, window: int, everywhere: int, size: int) -> float:
    """Dunning's G² of a word's counts in the window and in the rest of the archive.

    Windows of matches that stand close overlap, so that a word may be counted there more than once.
    """
    outside, rest = max(0, everywhere - inside), max(1, size - window)
    share = (inside + outside) / (window + rest)
    gain = sum(
        count * log(count / (share * total)) for count, total in ((inside, window), (outside, rest)) if count
    )
    return 2 * gain if inside >= share * window else -2 * gain
