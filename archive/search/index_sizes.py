"""How many tokens the index holds, read from the records in which FTS5 keeps their numbers.

They are varints: seven bits a byte, the last byte of each below 128.
"""

from __future__ import annotations

import sqlite3
from typing import Final

_TOTALS: Final = "SELECT block FROM articles_fts_data WHERE id = 1"
"""Articles, then the tokens of each column."""


def token_total(cursor: sqlite3.Cursor) -> int:
    """Return how many tokens all articles have; the cursor must give plain tuples."""
    row = cursor.execute(_TOTALS).fetchone()
    return sum(read_varints(row[0])[1:]) if row else 0


def read_varints(record: bytes) -> tuple[int, ...]:
    """Return the numbers of a record."""
    numbers, number = [], 0
    for byte in record:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return tuple(numbers)
