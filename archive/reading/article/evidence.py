"""What a text of the archive rests on: captures, earlier versions, what was removed and repaired."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from archive.model import Edit
from archive.reading.article.repairs import RuleEdits, by_rule
from archive.reading.article.seen_versions import Version, seen_versions
from archive.reading.article.stored_article import edits_of
from archive.reading.rows import Row, rows

_CAPTURES = """
SELECT captures.*, position FROM article_captures JOIN captures ON captures.id = capture_id
WHERE article_id = ? ORDER BY position
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The evidence of one article."""

    captures: tuple[Row, ...]
    """Rows of `captures` in reading order."""
    attachments: tuple[Row, ...]
    origins: Mapping[str, str]
    """Where each column of `articles` that text or page states was read; see the table `field_origins`."""
    embedded: tuple[Row, ...]
    """Rows of `embedded`: pictures and frames in page order."""
    takedowns: tuple[Row, ...]
    """Rows of `takedowns`: when the site took it away, and what showed it."""
    versions: tuple[Version, ...]
    """The newest first."""
    edits: tuple[Edit, ...]
    repairs: tuple[RuleEdits, ...]
    """The edits by rule."""
    cited_on: str
    """UTC; when the text was captured."""


def evidence_of(conn: sqlite3.Connection, article: Row) -> Evidence:
    """Return the evidence of an article, a row of `stored_article.find_article`."""
    article_id = article["id"]
    captures, edits = rows(conn, _CAPTURES, article_id), edits_of(conn, article_id)
    return Evidence(
        captures=captures,
        attachments=_of_article(conn, "attachments", article_id),
        origins={row["field"]: row["origin"] for row in _of_article(conn, "field_origins", article_id)},
        embedded=_of_article(conn, "embedded", article_id),
        takedowns=_of_article(conn, "takedowns", article_id),
        versions=seen_versions(_of_article(conn, "versions", article_id)),
        edits=edits,
        repairs=by_rule(article["raw_text"], edits),
        cited_on=captures[-1]["captured_at"] if captures else article["last_seen"],
    )


def _of_article(conn: sqlite3.Connection, table: str, article_id: int) -> tuple[Row, ...]:
    return rows(conn, f"SELECT * FROM {table} WHERE article_id = ? ORDER BY id", article_id)
