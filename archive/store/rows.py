"""Rows in and out, for all of the store: sqlite-utils takes a savepoint for each statement, `query` too.

An archive keeps no statistics, so SQLite takes a site for a handful of rows, and would begin there to look up
one page. Such queries are written with CROSS JOIN, which keeps the order of the tables, or with a `+` before
the column whose index is not to be used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlite_utils import Database

_PIECE = 500


def insert(db: Database, table: str, row: Mapping[str, Any]) -> int:
    """Insert one row, and return its id."""
    row_id = db.conn.execute(_statement(table, tuple(row)), tuple(row.values())).lastrowid
    assert row_id is not None
    return row_id


def insert_all(db: Database, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns, in the same order."""
    values = list(rows)
    if values:
        statement = _statement(table, tuple(values[0]))
        db.conn.executemany(statement, [tuple(row.values()) for row in values])


def select(db: Database, query: str, parameters: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    """Yield the rows that a SELECT finds, by column name."""
    cursor = db.conn.execute(query, parameters)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def value(db: Database, query: str, parameters: Sequence[Any] = ()) -> Any:
    """Return the first column of the first row that a SELECT finds; None where it finds none."""
    row = db.conn.execute(query, parameters).fetchone()
    return None if row is None else row[0]


def in_pieces(db: Database, query: str, parameters: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    """Yield what a SELECT finds, which ends with `id > ? ORDER BY id`; the rows may be changed meanwhile.

    A site may have a million: a piece is read whole, and then the next.
    """
    last = 0
    while rows := list(select(db, f"{query} LIMIT {_PIECE}", [*parameters, last])):
        yield from rows
        last = rows[-1]["id"]


def columns(value: object) -> dict[str, Any]:
    """Return the fields of a slotted dataclass, which are columns of its table, by name."""
    return {name: getattr(value, name) for name in value.__slots__}  # type: ignore[attr-defined]


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
