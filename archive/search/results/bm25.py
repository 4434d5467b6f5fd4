"""The rank of articles for a query's words: BM25, in which a word in the title outweighs any text.

FTS5's bm25 spends three quarters of its time on looking up how long each article is. Where it keeps no
lengths it takes each column for -1 tokens; told through the weights, which may differ from row to row, what
an occurrence counts for in an article of that length, it comes to the same result. Where articles have
exactly nine tokens on average, as only a sample's may, both are zero and nothing is weighed.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from math import copysign
from typing import Final

from archive.search.condition import Condition
from archive.search.index.sizes import mean_length

_IN_TITLE: Final = 1e6
"""What an occurrence in the title counts for: more than any number in the body, which count for 1 each."""
_IN_ATTACHMENTS: Final = 0.5
_COLUMNS: Final = 3
_B: Final = 0.75
"""How far the length of an article matters; FTS5 has the same number."""

# Where no filter asks for a column of articles, SQLite leaves its join out: it takes as long as all the rest.
# Among equals the first to arrive stands first: the other way round each of them would be sorted in.
_RANKED: Final = """
SELECT articles_fts.rowid FROM articles_fts
CROSS JOIN articles_length ON articles_length.article_id = articles_fts.rowid
LEFT JOIN articles ON articles.id = articles_fts.rowid
WHERE articles_fts MATCH ? AND {filters}
ORDER BY bm25(articles_fts, {weights}), articles_fts.rowid LIMIT ? OFFSET ?
"""


def best_ranked(cursor: sqlite3.Cursor, words: str, filters: Condition, limit: int, offset: int) -> list[int]:
    """Return the ids of the articles that match the expression `words` and the filters, the best first.

    The cursor must give plain tuples.
    """
    sql = _RANKED.format(filters=filters.sql, weights=_weights(mean_length(cursor)))
    return [row[0] for row in cursor.execute(sql, (words, *filters.parameters, limit, offset))]


@lru_cache(maxsize=8)
def _weights(mean: float) -> str:
    """Return SQL of what counts in each column of an article of `tokens` tokens, where `mean` are usual."""
    usual = (1 - _B) / _B * mean
    in_body = usual - _COLUMNS
    in_attachments = _IN_ATTACHMENTS * in_body
    in_title = copysign(_IN_TITLE, in_body)
    return f"{in_body} / ({usual} + tokens), {in_title}, {in_attachments} / ({usual} + tokens)"
