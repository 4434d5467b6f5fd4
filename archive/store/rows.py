"""Inserting rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database


def insert(db: Database, table: str, row: Mapping[str, Any]) -> int:
    """Insert one row, and return its id."""
    row_id = db.table(table).insert(dict(row)).last_rowid
    assert row_id is not None
    return row_id
