"""How often a word or a Han character stands in the whole archive, asked of the index and remembered.

To count a frequent character takes the index milliseconds, and the neighbours of any query are mostly the
same few hundred. What is remembered holds for one state of the index.
"""

from __future__ import annotations

import sqlite3
from threading import Lock
from typing import Final

from archive.search.last_answers import state_of
from archive.search.tokens import is_han

REMEMBERED: Final = 20_000

_COUNT: Final = "SELECT sum(cnt) FROM articles_tokens WHERE term >= ? AND term <= ?"

_lock: Final = Lock()
_counts: Final[dict[tuple[str, str], int]] = {}


def counts_of(cursor: sqlite3.Cursor, words: list[str]) -> dict[str, int]:
    """Return the number of each folded word; the cursor must give plain tuples."""
    state = state_of(cursor)
    return {word: _remembered(cursor, state, word) for word in words}


def _remembered(cursor: sqlite3.Cursor, state: str, word: str) -> int:
    known = _counts.get((state, word))
    if known is None:
        known = _count(cursor, word)
        with _lock:
            if len(_counts) >= REMEMBERED:
                _counts.clear()
            _counts[state, word] = known
    return known


def _count(cursor: sqlite3.Cursor, word: str) -> int:
    """Each Han character begins exactly one token."""
    last = word + chr(0x10FFFF) if is_han(word) else word
    return cursor.execute(_COUNT, (word, last)).fetchone()[0] or 0
