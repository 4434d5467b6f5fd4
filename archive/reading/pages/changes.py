"""Texts that their sites changed, took away or put back, the latest first: as a page and as CSV.

A change took place between two visits: after `not_before`, when the site last showed what was there before,
and not after `at`, when it first showed what is there now.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from archive.reading.export.csv_table import write_table
from archive.reading.paging import Paging
from archive.reading.rows import Row, counted, rows
from archive.reading.site_titles import site_titles

SHOWN: Final = 50
"""Changes on a page, and in a feed; the CSV holds every one."""
KINDS: Final = ("changed", "gone", "back")

_CHANGES: Final = """
SELECT 'changed' AS kind, versions.seen_from AS at, article_id, versions.id AS version_id, capture_id,
    NULL AS how, (SELECT earlier.id FROM versions AS earlier WHERE earlier.article_id = versions.article_id
        AND earlier.seen_from < versions.seen_from ORDER BY earlier.seen_from DESC LIMIT 1) AS former_id,
    NULL AS seen_before
FROM versions
WHERE article_id IN (SELECT article_id FROM versions GROUP BY article_id HAVING count(*) > 1)
AND EXISTS (SELECT 1 FROM versions AS earlier
    WHERE earlier.article_id = versions.article_id AND earlier.seen_from < versions.seen_from)
UNION ALL
SELECT 'gone', gone_at, article_id, NULL, capture_id, how, NULL, seen_before FROM takedowns
UNION ALL
SELECT 'back', back_at, article_id, NULL, back_capture_id, how, NULL, gone_at FROM takedowns
    WHERE back_at IS NOT NULL
"""
"""Which articles have several versions an index tells, without their texts."""
_CHOSEN: Final = f"""
FROM ({_CHANGES}) AS change JOIN articles ON articles.id = change.article_id
WHERE (:site = '' OR site = :site) AND (:kind = '' OR change.kind = :kind)
    AND (:year = '' OR substr(change.at, 1, 4) = :year)
"""
_COUNT: Final = f"SELECT count(*) AS total {_CHOSEN}"
_ROWS: Final = f"""
SELECT chosen.*, sites.title AS site_title, length(now.body) - length(former.body) AS more_chars,
    CASE WHEN former.title IS NOT now.title THEN coalesce(former.title, '') END AS former_title,
    coalesce(seen_before, min(former.seen_to, chosen.at)) AS not_before
FROM (
    SELECT change.*, key, articles.title, site, url, published_at {_CHOSEN}
    ORDER BY change.at DESC, change.article_id DESC, change.kind LIMIT :limit OFFSET :offset
) AS chosen
LEFT JOIN sites ON sites.name = chosen.site LEFT JOIN versions AS now ON now.id = version_id
LEFT JOIN versions AS former ON former.id = former_id
ORDER BY chosen.at DESC, chosen.article_id DESC, chosen.kind
"""
COLUMNS: Final = (
    *("kind", "at", "not_before", "how", "capture_id", "more_chars", "former_title"),
    *("key", "title", "site", "site_title", "published_at", "url"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which changes are shown; an empty text leaves nothing out."""

    site: str = ""
    """Its name."""
    kind: str = ""
    """One of `KINDS`."""
    year: str = ""
    """In which it was seen, UTC."""

    @property
    def values(self) -> Mapping[str, str]:
        """What the query is asked with."""
        return {"site": self.site, "kind": self.kind, "year": self.year}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """One page of changes."""

    changes: tuple[Row, ...]
    """kind, at and not_before (UTC), how (see `takedowns`; NULL of a changed text), capture_id (which shows
    it), version_id, key, title, site, site_title, published_at, url; of a changed text former_title (NULL
    where the title stayed) and more_chars: characters that the new text has more (or, negative, fewer)."""
    chosen: ChangeFilter
    site_titles: Mapping[str, str]
    paging: Paging


def changes_page(conn: sqlite3.Connection, chosen: ChangeFilter, page: int = 1) -> ChangesPage:
    """Return page `page`, from 1, of the chosen changes."""
    total = counted(conn, _COUNT, chosen.values)["total"]
    asked = {name: [value] for name, value in chosen.values.items()}
    paging = Paging(page=page, size=SHOWN, total=total, arguments=asked)
    return ChangesPage(
        changes=rows(conn, _ROWS, {**chosen.values, "limit": SHOWN, "offset": paging.offset}),
        chosen=chosen,
        site_titles=site_titles(conn),
        paging=paging,
    )


def changes_csv(conn: sqlite3.Connection, chosen: ChangeFilter) -> Iterator[bytes]:
    """Yield a line of names, then one a change."""
    return write_table(COLUMNS, rows(conn, _ROWS, {**chosen.values, "limit": -1, "offset": 0}))
