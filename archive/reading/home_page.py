"""What the archive holds, for somebody who opens it for the first time."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from archive.reading.rows import Row, first_row, rows
from archive.reading.runs_page import site_totals, sums
from archive.reading.years import YearBars, is_year, year_bars

_YEARS = """
SELECT substr(published_at, 1, 4) AS year, count(*) AS articles FROM articles
WHERE published_at IS NOT NULL GROUP BY year
"""
_LAST_RUN = "SELECT * FROM runs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT 1"

EXAMPLES = ("安全生产", "创先争优", "党建", '"主题教育" 实施方案', "标题:方案", "竞赛 -化工")
"""Queries that show a newcomer the query language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """Totals, sites and years."""

    total: Row
    """See `archive.reading.runs_page.sums`."""
    sites: tuple[Row, ...]
    """See `RunsPage.sites`."""
    years: YearBars
    year_links: Mapping[int, str]
    last_run: Row | None
    examples: tuple[str, ...] = EXAMPLES


def home_page(conn: sqlite3.Connection) -> HomePage:
    """Return what the archive holds now."""
    sites = site_totals(conn)
    counts = {row["year"]: row["articles"] for row in rows(conn, _YEARS)}
    return HomePage(
        total=sums(sites),
        sites=sites,
        years=year_bars(counts),
        year_links={int(year): f"?year={year}" for year in counts if is_year(year)},
        last_run=first_row(conn, _LAST_RUN),
    )
