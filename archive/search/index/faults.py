"""Comparing what the index holds with the stored texts.

An index without content can't be asked for an article's tokens. Kept beside it is how many each article has;
it knows the articles, and how often each token stands in each column: that is compared, the tokens through a
sum of hashes; and so are the counts of the characters.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Final

from archive.search.index.shadow import Shadow
from archive.search.index.stored_texts import all_texts
from archive.search.index.tokens import TITLE_START
from archive.search.plain_cursor import read_rows

_COLUMNS: Final = ("body", "title", "attachments", "characters")

_ARTICLES: Final = (
    f"SELECT rowid AS id FROM articles_fts WHERE articles_fts MATCH 'title : \"{TITLE_START}\"'"
)

_LENGTH: Final = f"SELECT tokens FROM articles_length JOIN ({_ARTICLES}) ON id = article_id WHERE id = ?"

_OLD: Final = f"""
SELECT id FROM ({_ARTICLES} UNION SELECT article_id FROM articles_length) WHERE id NOT IN (
  SELECT articles.id FROM articles JOIN article_text ON article_id = articles.id
) ORDER BY id
"""

_VOCABULARIES: Final = {
    "search_words": "fts5vocab(main, articles_fts, col)",
    "search_characters": "fts5vocab(main, articles_char, row)",
}

_TOKENS: Final = """
SELECT col, term, cnt FROM search_words
UNION ALL SELECT 'characters', term, doc FROM search_characters
"""


def find_faults(db: sqlite3.Connection) -> list[str]:
    """Return what the index lacks, what it has too much and what it holds otherwise."""
    faults, hashes, han = [], Counter[str](), Counter[str]()
    for article_id, *texts in all_texts(db):
        shadow = Shadow.of(*texts)
        tokens = [getattr(shadow, column).split() for column in _COLUMNS]
        han.update(shadow.counts)
        if next(iter(read_rows(db, _LENGTH, article_id)), None) != (shadow.length,):
            faults.append(f"Article {article_id} is not in the search index as it is stored")
        for column, words in zip(_COLUMNS, tokens, strict=True):
            hashes[column] += sum(map(hash, words))
    faults += [
        f"The search index holds an article {old} that is not stored" for (old,) in read_rows(db, _OLD)
    ]
    if not faults and hashes != _indexed_hashes(db):
        faults.append("The search index holds other words than the stored texts")
    if not faults and han != dict(read_rows(db, "SELECT character, count FROM articles_han")):
        faults.append("The search index counts other characters than the stored texts hold")
    return faults


def _indexed_hashes(db: sqlite3.Connection) -> Counter[str]:
    for name, vocabulary in _VOCABULARIES.items():
        db.execute(f"CREATE VIRTUAL TABLE temp.{name} USING {vocabulary}")
    hashes = Counter[str]()
    for column, token, count in read_rows(db, _TOKENS):
        hashes[column] += hash(token) * count
    for name in _VOCABULARIES:
        db.execute(f"DROP TABLE temp.{name}")
    return hashes
