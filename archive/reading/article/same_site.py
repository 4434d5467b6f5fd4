"""What the same site published just before and just after an article."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from archive.reading.rows import Row, rows

SHOWN = 2
"""Articles on each side."""

_COLUMNS = "SELECT id, key, title, published_at FROM articles"
_EARLIER = f"""
{_COLUMNS} WHERE site = ? AND (published_at, id) < (?, ?) ORDER BY published_at DESC, id DESC LIMIT ?
"""
_LATER = f"{_COLUMNS} WHERE site = ? AND (published_at, id) > (?, ?) ORDER BY published_at, id LIMIT ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Rows of `articles` (key, title, published_at), both in the order of time."""

    earlier: tuple[Row, ...]
    later: tuple[Row, ...]


def neighbours(conn: sqlite3.Connection, article: Row) -> Neighbours:
    """Return those of a row of `articles`; none for one without a date."""
    if article["published_at"] is None:
        return Neighbours(earlier=(), later=())
    place = (article["site"], article["published_at"], article["id"], SHOWN)
    return Neighbours(earlier=tuple(reversed(rows(conn, _EARLIER, *place))), later=rows(conn, _LATER, *place))
