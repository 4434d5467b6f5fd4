"""The last few answers that took a pass through all matching texts: a reader turns pages of one of them.

An answer is kept with the state of the index that it was read from. A write to the index makes another state,
so that no answer is ever older than the archive.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence, Sized
from hashlib import sha256
from threading import Lock
from typing import Final, Generic, TypeVar

_STATE: Final = "SELECT group_concat(hex(block)) FROM articles_fts_data WHERE id IN (1, 10)"
"""The numbers of articles and tokens, and the list of the index's segments, which each write changes."""

Answer = TypeVar("Answer", bound=Sized)


def state_of(cursor: sqlite3.Cursor) -> str:
    """Return what is another string after each change of the index; the cursor must give plain tuples."""
    return str(cursor.execute(_STATE).fetchone()[0])


def digest(ids: Sequence[int]) -> str:
    """Return a short name of a list of articles."""
    return sha256(array("q", ids)).hexdigest()


class LastAnswers(Generic[Answer]):
    """Answers of `limit` items together at most; what was unused for longest goes first. Safe for threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, question: Hashable, answer: Callable[[], Answer]) -> Answer:
        """Return the answer kept for `question`, else what `answer` gives."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question]
        given = answer()
        with self._lock:
            self._answers[question] = given
            while sum(map(len, self._answers.values())) > self._limit:
                self._answers.popitem(last=False)
        return given
