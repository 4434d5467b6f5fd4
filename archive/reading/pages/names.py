"""All campaigns (活动), organisations (单位) or formulas (提法) of texts, those with most texts first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from archive.model import SHOWN_IN_PART
from archive.reading.export.csv_table import write_table
from archive.reading.rows import Row, rows
from archive.search.query.filters import Named
from archive.store.clock import now

LISTED: Final = 300
"""Names on the page of all; the CSV holds every one."""
COUNTS: Final = f"""count(*) AS articles, sum(role != 'mentioned') AS main,
    sum(completeness IN {SHOWN_IN_PART}) AS shown_in_part,
    min(substr(published_at, 1, 4)) AS first_year, max(substr(published_at, 1, 4)) AS last_year"""
"""Columns of a SELECT on the places of names, joined with their articles."""
_ALL: Final = """
SELECT name, kind, {counts} FROM {kind}s JOIN article_{kind}s ON {kind}_id = {kind}s.id
JOIN articles ON articles.id = article_id GROUP BY {kind}s.id ORDER BY {order} DESC, articles DESC, name
"""
COLUMNS: Final = (
    *("name", "kind", "articles", "main", "shown_in_part"),
    *("first_year", "last_year", "exported_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """All campaigns, organisations or formulas."""

    kind: Named
    names: tuple[Row, ...]
    """name, kind, articles, main (subject or issuer), shown_in_part, first_year, last_year."""
    hidden: int


def names_page(conn: sqlite3.Connection, kind: Named) -> NamesPage:
    """Return the names with most articles."""
    found = _names(conn, kind)
    return NamesPage(kind=kind, names=found[:LISTED], hidden=max(0, len(found) - LISTED))


def names_csv(conn: sqlite3.Connection, kind: Named) -> Iterator[bytes]:
    """Yield a line for every name of a kind."""
    exported_at = now()
    return write_table(COLUMNS, ({**row, "exported_at": exported_at} for row in _names(conn, kind)))


def _names(conn: sqlite3.Connection, kind: Named) -> tuple[Row, ...]:
    order = "main" if kind == "organisation" else "articles"
    return rows(conn, _ALL.format(kind=kind, counts=COUNTS, order=order))
