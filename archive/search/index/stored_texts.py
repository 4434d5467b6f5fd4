"""The texts of the archive's articles, in the form in which they are indexed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from archive.search.plain_cursor import read_rows

Texts: TypeAlias = tuple[int, str, str, str]
"""Article id, title, body, and the texts of its attachments, one after the other."""

_JOINED: Final = """
  coalesce((SELECT group_concat(text, char(10)) FROM
    (SELECT text FROM attachments WHERE article_id = {article} AND text IS NOT NULL ORDER BY id)), '')
"""
_TEXTS: Final = f"""
SELECT articles.id, coalesce(title, ''), body, {_JOINED.format(article="articles.id")}
FROM articles JOIN article_text ON article_text.article_id = articles.id
"""
# One statement for all: to ask for each article by itself would take twice as long.
_BODIES: Final = """
SELECT value, body FROM json_each(?) CROSS JOIN article_text ON article_text.article_id = value
"""
_TITLES: Final = (
    "SELECT value, coalesce(title, '') FROM json_each(?) CROSS JOIN articles ON articles.id = value"
)
_ATTACHMENTS: Final = f"SELECT value, {_JOINED.format(article='value')} FROM json_each(?)"
_WITH_ATTACHMENTS: Final = "SELECT DISTINCT article_id FROM attachments WHERE text IS NOT NULL"


def texts_of(db: sqlite3.Connection, article_id: int) -> tuple[str, str, str]:
    """Return title, body and attachments of one article; empty where it has none."""
    ((_, title, body, attachments),) = read_rows(db, f"{_TEXTS} WHERE articles.id = ?", article_id)
    return title, body, attachments


def all_texts(db: sqlite3.Connection) -> Iterator[Texts]:
    """Yield the texts of every article, by id."""
    return read_rows(db, f"{_TEXTS} ORDER BY articles.id")


def bodies_of(cursor: sqlite3.Cursor, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield id and body of the articles, in the order of `ids`; the cursor must give plain tuples."""
    yield from cursor.execute(_BODIES, (json.dumps([*ids]),))


def titles_of(cursor: sqlite3.Cursor, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield id and title of the articles as `bodies_of` does; empty where there is none."""
    yield from cursor.execute(_TITLES, (json.dumps([*ids]),))


def attachments_of(cursor: sqlite3.Cursor, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield id and texts of the attachments, one after the other, as `bodies_of` does."""
    yield from cursor.execute(_ATTACHMENTS, (json.dumps([*ids]),))


def ids_with_attachments(cursor: sqlite3.Cursor) -> frozenset[int]:
    """Return the articles that have an attachment with a text."""
    return frozenset(article_id for (article_id,) in cursor.execute(_WITH_ATTACHMENTS))
