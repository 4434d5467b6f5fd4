"""The passages that most texts use, as a page and as CSV."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from archive.reading.export.csv_table import write_table
from archive.reading.rows import Row, rows

_PASSAGES: Final = """
SELECT reused_passages.id AS number, passage, texts, articles, key AS first_key, title AS first_title,
    site AS first_site, url AS first_url, first_published_at
FROM reused_passages JOIN articles ON articles.id = first_article_id ORDER BY reused_passages.id
"""
_COLUMNS: Final = (
    *("number", "passage", "texts", "articles", "first_published_at", "first_key", "first_title"),
    *("first_site", "first_url"),
)


def reused_passages(conn: sqlite3.Connection) -> tuple[Row, ...]:
    """Return them, the most used first: columns of the table, and the article that has it first."""
    return rows(conn, _PASSAGES)


def reused_csv(conn: sqlite3.Connection) -> Iterator[bytes]:
    """Yield a line of names, then one a passage."""
    return write_table(_COLUMNS, reused_passages(conn))
