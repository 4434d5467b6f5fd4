"""How often a word or a Han character stands in the whole archive, asked of the index and remembered.

To count a frequent word takes the index a millisecond, and the neighbours of any query are mostly the same
few hundred. While a crawl writes, what is remembered serves until the archive has changed by a thousandth: by
no more can the share of a word, which is what it is asked for, be off.
"""

from __future__ import annotations

import sqlite3
from threading import Lock
from typing import Final

from archive.search.index.sizes import token_total
from archive.search.index.tokens import is_han
from archive.search.last_answers import state_of

REMEMBERED: Final = 20_000
"""Words, of one archive; those of another one are forgotten."""
TOLERANCE: Final = 1000

_COUNT: Final = "SELECT cnt FROM articles_tokens WHERE term = ?"
_COUNT_HAN: Final = "SELECT count FROM articles_han WHERE character = ?"
_FILE: Final = "SELECT file FROM pragma_database_list WHERE name = 'main'"


class _Memory:
    def __init__(self) -> None:
        self._archive, self._size = "", 0
        self._counts: dict[str, int] = {}
        self._lock = Lock()

    def of(self, archive: str, size: int) -> dict[str, int]:
        """Return what is remembered of an archive that has `size` tokens now."""
        with self._lock:
            is_known = archive == self._archive and abs(size - self._size) * TOLERANCE <= self._size
            if not is_known or len(self._counts) > REMEMBERED:
                self._archive, self._size, self._counts = archive, size, {}
            return self._counts


_memory: Final = _Memory()


def counts_of(cursor: sqlite3.Cursor, words: list[str]) -> dict[str, int]:
    """Return the number of each folded word; the cursor must give plain tuples."""
    # An archive in memory has no name: there its exact state stands for it.
    archive = cursor.execute(_FILE).fetchone()[0] or state_of(cursor)
    known = _memory.of(archive, token_total(cursor))
    for word in words:
        if word not in known:
            known[word] = _count(cursor, word)
    return {word: known[word] for word in words}


def _count(cursor: sqlite3.Cursor, word: str) -> int:
    found = cursor.execute(_COUNT_HAN if is_han(word) else _COUNT, (word,)).fetchone()
    return int(found[0]) if found else 0
