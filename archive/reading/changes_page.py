"""Texts that their sites changed or took away, the latest first."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from archive.reading.rows import Row, first_row, rows

SHOWN: Final = 50
"""Changes on a page, and in a feed."""

_CHANGES: Final = """
SELECT 'changed' AS kind, versions.seen_from AS at, article_id, versions.id AS version_id
FROM versions JOIN articles ON articles.id = article_id
WHERE (:site = '' OR site = :site) AND EXISTS (SELECT 1 FROM versions AS earlier
    WHERE earlier.article_id = versions.article_id AND earlier.seen_from < versions.seen_from)
UNION ALL
SELECT 'gone', gone_at, id, NULL FROM articles WHERE gone_at IS NOT NULL AND (:site = '' OR site = :site)
"""
_PAGE: Final = f"""
SELECT change.*, key, articles.title, articles.site, sites.title AS site_title, published_at,
    length(versions.body) - (SELECT length(body) FROM versions AS earlier
        WHERE earlier.article_id = change.article_id AND earlier.seen_from < change.at
        ORDER BY seen_from DESC LIMIT 1) AS more_chars
FROM ({_CHANGES}) AS change JOIN articles ON articles.id = change.article_id
LEFT JOIN sites ON sites.name = articles.site LEFT JOIN versions ON versions.id = version_id
ORDER BY change.at DESC, change.article_id DESC, change.kind LIMIT {SHOWN} OFFSET :offset
"""
_COUNT: Final = f"SELECT count(*) AS total FROM ({_CHANGES})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """One page of changes."""

    changes: tuple[Row, ...]
    """kind (changed, gone), at (UTC), key, title, site, site_title, published_at; more_chars: characters that
    the new text has more (or, negative, fewer) than the one before, NULL for one that is gone."""
    total: int
    site: str
    """Name of the only site; empty for all."""
    sites: tuple[Row, ...]
    """name and title of all."""
    page: int

    @property
    def pages(self) -> int:
        """Number of the last page."""
        return max(1, -(-self.total // SHOWN))


def changes_page(conn: sqlite3.Connection, site: str = "", page: int = 1) -> ChangesPage:
    """Return page `page`, from 1, of the changes at `site` (its name), or at all sites."""
    counted = first_row(conn, _COUNT, {"site": site})
    return ChangesPage(
        changes=rows(conn, _PAGE, {"site": site, "offset": (page - 1) * SHOWN}),
        total=counted["total"] if counted else 0,
        site=site,
        sites=rows(conn, "SELECT name, title FROM sites ORDER BY name"),
        page=page,
    )
