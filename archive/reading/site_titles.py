"""What the sites are called."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from archive.reading.rows import rows


def site_titles(conn: sqlite3.Connection) -> Mapping[str, str]:
    """Return name → title of every site, by name."""
    return {row["name"]: row["title"] for row in rows(conn, "SELECT name, title FROM sites ORDER BY name")}
