"""The keys and fingerprints of all texts: which articles may be copies, and where passages stand.

Both are made from the body alone, by `archive.copies`. The tables have no column `id`: they are indexes, of
millions of rows, and their rows stand in the order in which they are asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, TypeAlias

from sqlite_utils import Database

from archive.copies.keys import ENOUGH
from archive.copies.relation import ComparedText
from archive.store.tables.columns import Column
from archive.store.tables.copies import COPY_INDEX

TABLES: Final = tuple(table.name for table in COPY_INDEX)

_ADD: Final = "INSERT INTO copy_keys VALUES (?, ?)", "INSERT INTO fingerprints VALUES (?, ?, ?)"
_DELETE: Final = (
    "DELETE FROM copy_keys WHERE key = ? AND article_id = ?",
    "DELETE FROM fingerprints WHERE hash = ? AND article_id = ? AND position = ?",
)
_SHARING: Final = f"""
SELECT article_id FROM copy_keys WHERE key IN ({{marks}}) AND article_id != ?
GROUP BY article_id HAVING count(*) >= {ENOUGH} ORDER BY count(*) DESC, article_id
"""

MOST_WITH_PASSAGE: Final = "SELECT max(20, count(*) / 50) FROM articles"
"""What gives the number of articles above which a fingerprint in common is one of a set phrase (套话)."""

Texts: TypeAlias = Iterable[tuple[int, ComparedText]]
"""Articles by their ids."""


def create(db: Database) -> None:
    """Make the empty tables."""
    for table in COPY_INDEX:
        columns = ", ".join(_declared(column) for column in table.columns)
        key = ", ".join(table.key)
        db.execute(f"CREATE TABLE {table.name} ({columns}, PRIMARY KEY ({key})) WITHOUT ROWID, STRICT")


def _declared(column: Column) -> str:
    return f"{column.name} {column.type}{' NOT NULL' if column.required else ''}"


def add(db: Database, texts: Texts) -> dict[int, frozenset[int]]:
    """Put articles in, which must not be in yet, and return their keys.

    Their rows stand all over the tables: those of many articles, sorted, change each page of them once.
    """
    return _write(db, _ADD, texts)


def remove(db: Database, article_id: int, text: ComparedText) -> None:
    """Take an article out; `text` must be the one that it was put in with."""
    _write(db, _DELETE, [(article_id, text)])


def sharing(db: Database, article_id: int, keys: Collection[int]) -> list[int]:
    """Return the other articles that share enough of the keys, those that share most first."""
    found = db.execute(_SHARING.format(marks=",".join("?" * len(keys))), [*keys, article_id])
    return [row[0] for row in found]


def _write(db: Database, statements: tuple[str, str], texts: Texts) -> dict[int, frozenset[int]]:
    of_keys, of_fingerprints = statements
    keys, found = dict[int, frozenset[int]](), list[tuple[int, int, int]]()
    for article_id, text in texts:
        keys[article_id] = text.keys
        found += ((hashed, article_id, at) for hashed, at in text.fingerprints)
    db.conn.executemany(of_keys, sorted((key, article_id) for article_id in keys for key in keys[article_id]))
    db.conn.executemany(of_fingerprints, sorted(found))
    return keys
