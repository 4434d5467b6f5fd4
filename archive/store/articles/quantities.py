"""Writing the quantities that a text states, anew with every text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from archive.statements import Quantity
from archive.store.rows import columns, insert_all

TABLE = "article_quantities"

_STORED = f"SELECT * FROM {TABLE} WHERE article_id = ? ORDER BY id"


def write_quantities(db: Database, article_id: int, quantities: Iterable[Quantity]) -> None:
    """Write the quantities of an article that has none yet; within a transaction of the caller."""
    insert_all(db, TABLE, ({"article_id": article_id, **row} for row in quantity_rows(quantities)))


def clear_quantities(db: Database, article_id: int) -> None:
    """Take back the quantities of an article."""
    db.execute(f"DELETE FROM {TABLE} WHERE article_id = ?", [article_id])


def quantity_rows(quantities: Iterable[Quantity]) -> Iterator[Mapping[str, Any]]:
    """Yield the row of each quantity, without id and article."""
    for one in quantities:
        row = columns(one)
        evidence, confidence = row.pop("evidence"), row.pop("confidence")
        yield {**row, **columns(evidence), "confidence": confidence}


def stored_quantities(db: Database, article_id: int) -> Iterator[Mapping[str, Any]]:
    """Yield the same of those that are stored."""
    for row in db.query(_STORED, [article_id]):
        yield {name: value for name, value in row.items() if name not in ("id", "article_id")}
