"""The copies that are noted against those that the texts give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from archive.store import copy_index, copy_rows
from archive.store.archive import Archive
from archive.store.fault import REBUILD, Fault

_TABLES = ("copies", *copy_index.TABLES)

Row: TypeAlias = tuple[Any, ...]


def copy_faults(still: Archive) -> Iterator[Fault]:
    """Yield the tables that are not what the texts give; `still` is a copy and is written to."""
    noted = {table: _rows(still, table) for table in _TABLES}
    for table in _TABLES:
        still.db.execute(f"DELETE FROM {table}")
    for (article_id,) in still.db.execute("SELECT id FROM articles ORDER BY id").fetchall():
        copy_rows.add(still.db, article_id)
    for table in _TABLES:
        if wrong := len(noted[table] ^ _rows(still, table)):
            yield Fault(f"{wrong} rows of {table} are missing, or are not what the texts give", REBUILD)


def _rows(still: Archive, table: str) -> set[Row]:
    return set(still.db.execute(f"SELECT * FROM {table}"))
