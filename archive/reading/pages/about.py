"""What the archive's own account of itself needs from the database."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from archive.reading.rows import Row, first_row, rows

_RULES = """
SELECT rule, max(rule_version) AS version, count(*) AS edits, count(DISTINCT article_id) AS articles
FROM edits GROUP BY rule ORDER BY edits DESC, rule
"""
_INDEX = "SELECT * FROM search_meta"


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """The rules at work here, and the versions of the index."""

    rules: tuple[Row, ...]
    """rule, version, edits, articles."""
    index: Row | None
    """fold_version and tokenizer_version."""


def about_page(conn: sqlite3.Connection) -> AboutPage:
    """Return the rules that did something in this archive, the busiest first."""
    return AboutPage(rules=rows(conn, _RULES), index=first_row(conn, _INDEX))
