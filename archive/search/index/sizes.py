"""How many tokens the index and its articles have, read from the records in which FTS5 keeps their numbers.

They are varints: seven bits a byte, the last byte of each below 128.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Final

_TOTALS: Final = "SELECT block FROM articles_fts_data WHERE id = 1"
"""Articles, then the tokens of each column."""


def token_total(cursor: sqlite3.Cursor) -> int:
    """Return how many tokens all articles have; the cursor must give plain tuples."""
    return sum(_totals(cursor)[1:])


def mean_length(cursor: sqlite3.Cursor) -> float:
    """Return how many tokens an article has on average, at least 1; the cursor must give plain tuples."""
    articles, *tokens = _totals(cursor)
    return max(1.0, sum(tokens) / max(1, articles))


def _totals(cursor: sqlite3.Cursor) -> tuple[int, ...]:
    row = cursor.execute(_TOTALS).fetchone()
    return _read_varints(row[0]) if row and row[0] else (0,)


@lru_cache(maxsize=8)
def _read_varints(record: bytes) -> tuple[int, ...]:
    """Return the numbers of a record."""
    numbers, number = [], 0
    for byte in record:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return tuple(numbers)
