"""What stands beside a request's matches more often than elsewhere in the archive."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from math import log
from operator import add
from typing import Final

from archive.fold import fold
from archive.search import index
from archive.search.index_sizes import token_total
from archive.search.matched_texts import matched_texts
from archive.search.request import SearchRequest
from archive.search.tokens import WORD, find_runs, is_han

CANDIDATES: Final = 300
"""So many of the most frequent neighbours are weighed: each costs a look into the index."""

_WORD: Final = re.compile(WORD)
_FREQUENCY: Final = "SELECT sum(cnt) FROM articles_tokens WHERE term >= ? AND term <= ?"


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
    span nothing is counted, of a run of Han what lies within. Raises `CallError` when the index is not the
    one this program reads.
    """
    index.require_current(db)
    left, right = Counter[str](), Counter[str]()
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        for found in matched_texts(cursor, request):
            for start, end in found.spans:
                left.update(_words(found.text, max(0, start - span), start))
                right.update(_words(found.text, end, end + span))
        counts = left + right
        size = token_total(cursor)
        frequent = [word for word, _ in counts.most_common(CANDIDATES)]
        elsewhere = {word: _frequency(cursor, word) for word in frequent}
    window = sum(count for word, count in counts.items() if not _is_pair(word))
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


def _words(text: str, start: int, end: int) -> Iterator[str]:
    """The neighbours in a stretch of text, without words that go on beyond it."""
    for run in find_runs(fold(text[start:end])):
        if run.is_han:
            yield from run.text
            yield from map(add, run.text, run.text[1:])
        elif not _goes_on(text, start + run.start, start + run.start + len(run.text)):
            yield run.text


def _goes_on(text: str, start: int, end: int) -> bool:
    before = start > 0 and _WORD.match(text, start - 1)
    return bool(before or _WORD.match(text, end))


def _is_pair(word: str) -> bool:
    return len(word) == 2 and is_han(word[0])


def _frequency(cursor: sqlite3.Cursor, word: str) -> int:
    """How often a word stands in the archive; each Han character begins exactly one token."""
    last = word + chr(0x10FFFF) if is_han(word) else word
    return cursor.execute(_FREQUENCY, (word, last)).fetchone()[0] or 0


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
