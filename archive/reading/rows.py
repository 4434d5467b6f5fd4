"""Rows of the archive as mappings by column name, whatever row factory a connection has."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]
"""One row by column name; what stands in each column, docs/schema.md tells."""


def rows(conn: sqlite3.Connection, sql: str, *values: object) -> tuple[Row, ...]:
    """Return all rows that `sql` finds; `values` may be one mapping, for named parameters."""
    cursor = conn.execute(sql, values[0] if values and isinstance(values[0], Mapping) else values)
    names = [column[0] for column in cursor.description]
    return tuple(dict(zip(names, row, strict=True)) for row in cursor)


def first_row(conn: sqlite3.Connection, sql: str, *values: object) -> Row | None:
    """Return the first row that `sql` finds."""
    return next(iter(rows(conn, sql, *values)), None)


def counted(conn: sqlite3.Connection, sql: str, *values: object) -> Row:
    """Return the row that a query of nothing but totals gives: there is always one."""
    (row,) = rows(conn, sql, *values)
    return row
