"""What stands beside a search's matches more often than elsewhere in the archive."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from math import log
from operator import itemgetter
from typing import Final

from archive.search.concordance.contexts import SIDES, Contexts
from archive.search.concordance.fragments import middles
from archive.search.concordance.matched_texts import Search
from archive.search.concordance.neighbours import Neighbours, count_neighbours
from archive.search.concordance.survey import survey
from archive.search.index.sizes import token_total
from archive.search.index.token_counts import counts_of
from archive.search.index.tokens import is_han
from archive.search.last_answers import LastAnswers
from archive.search.plain_cursor import plain_cursor

CHARACTERS: Final = 60
WORDS: Final = 240
"""So many of the most frequent neighbours are weighed: each costs a look into the index."""

SPAN: Final = 5
"""Code points on each side of a match within which neighbours are counted."""
MOSTLY: Final = 0.9
"""A character of which so many stand in one pair says no more than the pair."""

KEPT: Final = 3000
"""Collocates, of the last few searches."""

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
    within: str = ""
    """Of a pair that is no word in itself, the four characters that it is the middle of: 活动总结 of 动总."""


def collocates(db: sqlite3.Connection, search: Search, *, span: int = SPAN) -> tuple[Collocate, ...]:
    """Return the neighbours within `span` code points of all matches, the highest log-likelihood first.

    Counted against titles, bodies and attachments of the whole archive. `span` is `contexts.WIDTH` - 1 at
    most. Of a run of Han what lies within it is counted, of a word that reaches beyond it nothing; nor is
    anything beside more than `survey.MOST_WITH_CONTEXTS` matches.
    """
    return _last.get((search.question, span), lambda: _collocates(db, search, span))


def without_fragments(found: Sequence[Collocate]) -> tuple[Collocate, ...]:
    """Return all but middles, and the characters that mostly stand in one of the pairs: 务 beside 任务."""
    in_pair = Counter[str]()
    for pair in (each for each in found if len(each.word) == 2):
        for character in pair.word:
            in_pair[character] = max(in_pair[character], pair.count)
    whole = (each for each in found if not each.within)
    return tuple(each for each in whole if not is_han(each.word) or in_pair[each.word] < MOSTLY * each.count)


def _collocates(db: sqlite3.Connection, search: Search, span: int) -> tuple[Collocate, ...]:
    contexts = survey(db, search).contexts
    if contexts is None:
        return ()
    left, right = (count_neighbours(contexts, side, span) for side in SIDES)
    with plain_cursor(db) as cursor:
        weighed = _weigh(cursor, left, right)
        return _with_middles(cursor, contexts, weighed, span)


def _with_middles(
    cursor: sqlite3.Cursor, contexts: Contexts, found: Sequence[Collocate], span: int
) -> tuple[Collocate, ...]:
    within = middles(cursor, contexts, {each.word for each in found}, span)
    return tuple(replace(each, within=within.get(each.word, "")) for each in found)


def _weigh(cursor: sqlite3.Cursor, left: Neighbours, right: Neighbours) -> tuple[Collocate, ...]:
    counts = left + right
    frequent = _frequent(counts)
    elsewhere, size = counts_of(cursor, frequent), token_total(cursor)
    window = counts.characters.total() + counts.words.total()
    weighed = (
        Collocate(
            word=word,
            side_left=left[word],
            side_right=right[word],
            count=counts[word],
            log_likelihood=_log_likelihood(counts[word], window, elsewhere[word], size),
        )
        for word in frequent
    )
    return tuple(sorted(weighed, key=lambda collocate: -collocate.log_likelihood))


def _frequent(counts: Neighbours) -> list[str]:
    """Single characters apart: they are the most frequent everywhere, and say the least."""
    characters = counts.characters.most_common(CHARACTERS)
    others = counts.pairs.most_common(WORDS) + counts.words.most_common(WORDS)
    return [word for word, _ in characters + nlargest(WORDS, others, key=itemgetter(1))]


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
