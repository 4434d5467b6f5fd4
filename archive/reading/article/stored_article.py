"""One article as the archive keeps it: its row, and what lies within its text."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from archive.model import BodySpan, Edit, Gap
from archive.reading.rows import Row, first_row, rows

_ARTICLE = """
SELECT articles.*, body, raw_text, sites.title AS site_title, sites.kind AS site_kind
FROM articles JOIN article_text ON article_id = articles.id LEFT JOIN sites ON sites.name = articles.site
WHERE key = ?
"""


def find_article(conn: sqlite3.Connection, key: str) -> Row | None:
    """Return the row of `articles` whose permalink is `key`; None if there is none.

    With it stand body, raw_text, site_title and site_kind.
    """
    return first_row(conn, _ARTICLE, key)


def gaps_of(conn: sqlite3.Connection, article_id: int) -> tuple[Gap, ...]:
    """Return the gaps of an article, ascending."""
    found = rows(conn, "SELECT * FROM gaps WHERE article_id = ? ORDER BY position", article_id)
    return tuple(
        Gap(position=row["position"], kind=row["kind"], omitted_chars=row["omitted_chars"]) for row in found
    )


def blocks_of(conn: sqlite3.Connection, article: Row) -> Sequence[BodySpan]:
    """Return the blocks of an article; an empty body has one, so that its gap can be shown."""
    found = rows(conn, "SELECT * FROM blocks WHERE article_id = ? ORDER BY position", article["id"])
    return [
        BodySpan(kind=row["kind"], level=row["level"], start=row["start"], end=row["end"]) for row in found
    ] or [one_paragraph(article["body"])]


def one_paragraph(text: str) -> BodySpan:
    """Return a text as one paragraph."""
    return BodySpan(kind="paragraph", level=0, start=0, end=len(text))


def edits_of(conn: sqlite3.Connection, article_id: int) -> tuple[Edit, ...]:
    """Return the edits of an article, ascending."""
    found = rows(conn, "SELECT * FROM edits WHERE article_id = ? ORDER BY start, id", article_id)
    names = Edit.__dataclass_fields__
    return tuple(Edit(**{name: row[name] for name in names}) for row in found)
