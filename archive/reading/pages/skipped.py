"""The pages that were met and not kept as articles, since they are no campaign material."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from archive.reading.export.csv_table import write_table
from archive.reading.paging import Paging
from archive.reading.rows import Row, counted, rows
from archive.reading.site_titles import site_titles
from archive.store.visit import IRRELEVANT

SHOWN: Final = 100
"""Skipped pages on one page."""

_SKIPPED: Final = f"""
FROM frontier WHERE site IN (SELECT name FROM sites WHERE :site IN ('', name))
AND state = 'skipped' AND reason LIKE '{IRRELEVANT}%'
"""
_COUNT: Final = f"SELECT count(*) AS total {_SKIPPED}"
_ROWS: Final = f"""
SELECT site, title, url, reason, (SELECT sites.title FROM sites WHERE name = site) AS site_title
{_SKIPPED} ORDER BY id DESC
"""
_COLUMNS: Final = ("site", "title", "url", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedPage:
    """One page of the list."""

    skipped: tuple[Row, ...]
    """site, site_title, title (NULL where the page has none), url, reason with score; newest first."""
    site: str
    """Name of the only site; empty for all."""
    site_titles: Mapping[str, str]
    paging: Paging


def skipped_page(conn: sqlite3.Connection, site: str = "", page: int = 1) -> SkippedPage:
    """Return page `page`, from 1, of what was skipped at `site` (its name), or at all sites."""
    total = counted(conn, _COUNT, {"site": site})["total"]
    paging = Paging(page=page, size=SHOWN, total=total, arguments={"site": [site]})
    at = {"site": site, "offset": paging.offset}
    return SkippedPage(
        skipped=rows(conn, f"{_ROWS} LIMIT {SHOWN} OFFSET :offset", at),
        site=site,
        site_titles=site_titles(conn),
        paging=paging,
    )


def skipped_csv(conn: sqlite3.Connection, site: str = "") -> Iterator[bytes]:
    """Yield a line of names, then one a page that was skipped."""
    return write_table(_COLUMNS, rows(conn, _ROWS, {"site": site}))
