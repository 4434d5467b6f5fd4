"""What the index alone finds."""

from __future__ import annotations

import sqlite3

from archive.search.query import compile_for_fts
from archive.search.query.wildcards import vocabulary_of


def matching(db: sqlite3.Connection, query: str) -> list[int]:
    """Ids of the articles, ascending."""
    compiled = compile_for_fts(query, vocabulary_of(db))
    sql = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid"
    return [row[0] for row in db.execute(sql, (compiled,))]
