"""The passages that most texts use, as a page and as CSV."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from archive.reading.export.csv_table import write_table
from archive.reading.paging import Paging
from archive.reading.rows import Row, counted, rows

SHOWN: Final = 50
"""Passages on a page; the CSV holds every one."""
_PASSAGES: Final = """
SELECT reused_passages.id AS number, passage, texts, articles, key AS first_key, title AS first_title,
    site AS first_site, url AS first_url, first_published_at
FROM reused_passages JOIN articles ON articles.id = first_article_id ORDER BY reused_passages.id
"""
_COLUMNS: Final = (
    *("number", "passage", "texts", "articles", "first_published_at", "first_key", "first_title"),
    *("first_site", "first_url"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusedPage:
    """One page of them."""

    passages: tuple[Row, ...]
    """Columns of `reused_passages`, and the article that has it first."""
    paging: Paging


def reused_page(conn: sqlite3.Connection, page: int = 1) -> ReusedPage:
    """Return page `page`, from 1, the most used first."""
    total = counted(conn, "SELECT count(*) AS total FROM reused_passages")["total"]
    paging = Paging(page=page, size=SHOWN, total=total, arguments={})
    found = rows(conn, f"{_PASSAGES} LIMIT {SHOWN} OFFSET ?", paging.offset)
    return ReusedPage(passages=found, paging=paging)


def reused_csv(conn: sqlite3.Connection) -> Iterator[bytes]:
    """Yield a line of names, then one a passage."""
    return write_table(_COLUMNS, rows(conn, _PASSAGES))
