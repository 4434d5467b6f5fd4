"""The full-text index: how an article gets in, how it gets out, and whether it is the index of what is stored.

`articles_fts` is contentless: it holds tokens, the words stand in articles and article_text. What is taken out
must therefore be named exactly as it was put in. Every function works within a transaction of the caller.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

from archive.errors import CallError
from archive.fold import FOLD_VERSION
from archive.search.tokens import TITLE_START, TOKENIZER_VERSION, han_characters, tokenize

TABLES: Final = ("articles_fts", "articles_char", "search_meta")

_CREATE: Final = (
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, body, attachments, content='', tokenize='ascii')",
    # For queries of one character: one entry per character and article, where articles_fts has hundreds.
    "CREATE VIRTUAL TABLE articles_char"
    " USING fts5(characters, content='', tokenize='ascii', detail='none', columnsize=0)",
    "CREATE TABLE search_meta(fold_version INTEGER NOT NULL, tokenizer_version INTEGER NOT NULL)",
)

_TEXTS: Final = """
SELECT articles.id, coalesce(title, ''), body,
  coalesce((SELECT group_concat(text, char(10)) FROM
    (SELECT text FROM attachments WHERE article_id = articles.id AND text IS NOT NULL ORDER BY id)), '')
FROM articles JOIN article_text ON article_text.article_id = articles.id
"""

Texts = tuple[int, str, str, str]
"""Article id, title, body, and the texts of its attachments, one after the other."""


def create(db: sqlite3.Connection) -> None:
    """Make the empty index and note the versions that write it."""
    for statement in _CREATE:
        db.execute(statement)
    db.execute("INSERT INTO search_meta VALUES (?, ?)", (FOLD_VERSION, TOKENIZER_VERSION))


def add(db: sqlite3.Connection, article_id: int, title: str, body: str, attachments: str) -> None:
    """Put an article in; it must not be in yet."""
    db.execute(
        "INSERT INTO articles_fts(rowid, title, body, attachments) VALUES (?, ?, ?, ?)",
        (article_id, *_shadow(title, body, attachments)),
    )
    db.execute(
        "INSERT INTO articles_char(rowid, characters) VALUES (?, ?)",
        (article_id, _characters(title, body, attachments)),
    )


def remove(db: sqlite3.Connection, article_id: int, title: str, body: str, attachments: str) -> None:
    """Take an article out; the texts must be those that it was put in with."""
    db.execute(
        "INSERT INTO articles_fts(articles_fts, rowid, title, body, attachments) VALUES ('delete', ?, ?, ?, ?)",
        (article_id, *_shadow(title, body, attachments)),
    )
    db.execute(
        "INSERT INTO articles_char(articles_char, rowid, characters) VALUES ('delete', ?, ?)",
        (article_id, _characters(title, body, attachments)),
    )


def texts_of(db: sqlite3.Connection, article_id: int) -> tuple[str, str, str]:
    """Return title, body and attachments of an article, in the form in which they are indexed."""
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        _, *texts = cursor.execute(f"{_TEXTS} WHERE articles.id = ?", (article_id,)).fetchone()
    return texts[0], texts[1], texts[2]


def all_texts(db: sqlite3.Connection) -> Iterator[Texts]:
    """Yield the texts of every article, by id."""
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        yield from cursor.execute(f"{_TEXTS} ORDER BY articles.id")


def rebuild(db: sqlite3.Connection) -> None:
    """Make the index anew from the stored texts, whatever it holds now."""
    for table in TABLES:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    create(db)
    for article in all_texts(db):
        add(db, *article)
    for table in ("articles_fts", "articles_char"):
        db.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")


def require_current(db: sqlite3.Connection) -> None:
    """Raise `CallError` when the index is missing, or was written with another fold or tokenizer."""
    if (written := _written_with(db)) != (FOLD_VERSION, TOKENIZER_VERSION):
        state = "has no search index" if written is None else "has a search index of another version"
        raise CallError(f"The archive {state}", remedy="Run campaign-archive rebuild --index")


def _written_with(db: sqlite3.Connection) -> tuple[int, int] | None:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_meta'").fetchone():
        return None
    row = db.execute("SELECT fold_version, tokenizer_version FROM search_meta").fetchone()
    return None if row is None else (row[0], row[1])


def _shadow(title: str, body: str, attachments: str) -> tuple[str, str, str]:
    return (
        " ".join((TITLE_START, *tokenize(title))),
        " ".join(tokenize(body)),
        " ".join(tokenize(attachments)),
    )


def _characters(title: str, body: str, attachments: str) -> str:
    return " ".join(sorted(han_characters(title, body, attachments)))
