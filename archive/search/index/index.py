"""The full-text index: how an article gets in and out, and whether the index is one we can read.

`articles_fts` is contentless: it holds tokens, the words stand in articles and article_text. What is taken
out must therefore be named exactly as it was put in. All functions work in a transaction of the caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from archive.errors import CallError
from archive.fold import FOLD_VERSION
from archive.search.index.faults import find_faults
from archive.search.index.shadow import Shadow
from archive.search.index.stored_texts import all_texts, texts_of
from archive.search.index.tokens import TOKENIZER_VERSION
from archive.search.plain_cursor import plain_cursor, read_rows

_CREATE: Final = {
    # The body comes first: each entry of another column holds two bytes more, a quarter of the index.
    "articles_fts": "CREATE VIRTUAL TABLE articles_fts"
    " USING fts5(body, title, attachments, content='', tokenize='ascii', columnsize=0)",
    # What columnsize would keep: bm25 takes three times as long where it looks lengths up by itself.
    "articles_length": "CREATE TABLE articles_length"
    "(article_id INTEGER PRIMARY KEY, tokens INTEGER NOT NULL) STRICT",
    # What the index holds, with frequencies; takes no room.
    "articles_tokens": "CREATE VIRTUAL TABLE articles_tokens USING fts5vocab(articles_fts, row)",
    # For queries of one character: one entry per character and article, where articles_fts has hundreds.
    "articles_char": "CREATE VIRTUAL TABLE articles_char"
    " USING fts5(characters, content='', tokenize='ascii', detail='none', columnsize=0)",
    # How often each Han character stands in the texts: to count its bigrams would take some milliseconds.
    "articles_han": "CREATE TABLE articles_han"
    "(character TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "search_meta": "CREATE TABLE search_meta"
    "(fold_version INTEGER NOT NULL, tokenizer_version INTEGER NOT NULL)",
}

# A text has hundreds of characters: one statement takes half as long as one for each.
_COUNT: Final = """
INSERT INTO articles_han(character, count) SELECT key, value FROM json_each(?) WHERE true
ON CONFLICT(character) DO UPDATE SET count = count + excluded.count
"""
_UNCOUNT: Final = "UPDATE articles_han SET count = count - value FROM json_each(?) WHERE character = key"


def create(db: sqlite3.Connection) -> None:
    """Make the empty index and note the versions that write it."""
    for statement in _CREATE.values():
        db.execute(statement)
    db.execute("INSERT INTO search_meta VALUES (?, ?)", (FOLD_VERSION, TOKENIZER_VERSION))


def add(db: sqlite3.Connection, article_id: int) -> None:
    """Put a stored article in; it must not be in yet."""
    shadow = Shadow.of(*texts_of(db, article_id))
    _add_words(db, article_id, shadow)
    db.execute(_COUNT, (json.dumps(shadow.counts, ensure_ascii=False),))


def _add_words(db: sqlite3.Connection, article_id: int, shadow: Shadow) -> None:
    db.execute(
        "INSERT INTO articles_fts(rowid, body, title, attachments) VALUES (?, ?, ?, ?)",
        (article_id, shadow.body, shadow.title, shadow.attachments),
    )
    db.execute("INSERT INTO articles_length(article_id, tokens) VALUES (?, ?)", (article_id, shadow.length))
    db.execute(
        "INSERT INTO articles_char(rowid, characters) VALUES (?, ?)",
        (article_id, shadow.characters),
    )


def remove(db: sqlite3.Connection, article_id: int) -> None:
    """Take an article out; what is stored of it must still be what it was put in with."""
    shadow = Shadow.of(*texts_of(db, article_id))
    db.execute(
        "INSERT INTO articles_fts(articles_fts, rowid, body, title, attachments)"
        " VALUES ('delete', ?, ?, ?, ?)",
        (article_id, shadow.body, shadow.title, shadow.attachments),
    )
    db.execute("DELETE FROM articles_length WHERE article_id = ?", (article_id,))
    db.execute(
        "INSERT INTO articles_char(articles_char, rowid, characters) VALUES ('delete', ?, ?)",
        (article_id, shadow.characters),
    )
    db.execute(_UNCOUNT, (json.dumps(shadow.counts, ensure_ascii=False),))
    db.execute("DELETE FROM articles_han WHERE count = 0")


def rebuild(db: sqlite3.Connection) -> None:
    """Make the index anew from the stored texts, whatever it holds now."""
    for table in _CREATE:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    create(db)
    counts = Counter[str]()
    for article_id, *texts in all_texts(db):
        shadow = Shadow.of(*texts)
        _add_words(db, article_id, shadow)
        counts.update(shadow.counts)
    db.execute(_COUNT, (json.dumps(counts, ensure_ascii=False),))
    for table in ("articles_fts", "articles_char"):
        db.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")


def require_current(db: sqlite3.Connection) -> None:
    """Raise `CallError` when the index is missing, or was written with another fold or tokenizer."""
    if (written := _written_with(db)) != (FOLD_VERSION, TOKENIZER_VERSION):
        state = "has no search index" if written is None else "has a search index of another version"
        raise CallError(f"The archive {state}", remedy="Run campaign-archive rebuild --index")


def is_of_other_version(db: sqlite3.Connection) -> bool:
    """Whether there is an index, written with another fold or tokenizer."""
    return _written_with(db) not in (None, (FOLD_VERSION, TOKENIZER_VERSION))


@contextmanager
def current_index(db: sqlite3.Connection) -> Iterator[sqlite3.Cursor]:
    """Give a cursor of plain tuples to ask the index with; raises as `require_current` does."""
    require_current(db)
    with plain_cursor(db) as cursor:
        yield cursor


def check(db: sqlite3.Connection) -> list[str]:
    """Return what is wrong with the index, one sentence a fault; `rebuild` mends all of it.

    The connection must be allowed to write: SQLite's own test is a write, though it changes nothing.
    """
    try:
        require_current(db)
        for table in ("articles_fts", "articles_char"):
            db.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
    except (CallError, sqlite3.DatabaseError) as error:
        return [f"The search index can't be read: {error}"]
    return find_faults(db)


def _written_with(db: sqlite3.Connection) -> tuple[int, int] | None:
    if not [*read_rows(db, "SELECT 1 FROM sqlite_master WHERE name = 'search_meta'")]:
        return None
    return next(read_rows(db, "SELECT fold_version, tokenizer_version FROM search_meta"), None)
