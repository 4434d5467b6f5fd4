"""Inserting rows: an article has hundreds, and sqlite-utils would take a savepoint for each of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlite_utils import Database


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


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
