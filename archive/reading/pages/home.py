"""What the archive holds, for somebody who opens it for the first time; as of the last run that ended."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from archive.reading.rows import Row, first_row, rows
from archive.reading.year_bars import YearBars, year_bars
from archive.search.query.filters import UNDATED

_SITES: Final = """
SELECT name, title, kind, coalesce(sum(articles), 0) AS articles,
    coalesce(sum(shown_in_part), 0) AS shown_in_part, coalesce(sum(chars), 0) AS chars
FROM sites LEFT JOIN holdings ON site = name GROUP BY name ORDER BY name
"""
_YEARS: Final = f"""
SELECT coalesce(year, '{UNDATED}') AS year, sum(articles) AS articles FROM holdings GROUP BY 1
"""
_LAST_RUN: Final = """
SELECT runs.*, title AS site_title FROM runs LEFT JOIN sites ON sites.name = site
WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, runs.id DESC LIMIT 1
"""
_SUMMED: Final = ("articles", "shown_in_part", "chars")

EXAMPLES: Final = ("安全生产", "创先争优", "党建", '"主题教育" 实施方案', "标题:方案", "竞赛 -化工")
"""Queries that show a newcomer the query language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """Totals, sites and years."""

    total: Row
    """The sums of articles, shown_in_part and chars."""
    sites: tuple[Row, ...]
    """Those that the archive has articles of: name, title, kind, and the same counts."""
    collections: tuple[Row, ...]
    """The same of imported files."""
    without_articles: int
    """Further sites: none could be had yet, or none was kept."""
    years: YearBars
    last_run: Row | None
    """A row of `runs`, and site_title."""
    examples: tuple[str, ...] = EXAMPLES


def home_page(conn: sqlite3.Connection) -> HomePage:
    """Return what the archive held when the last run ended."""
    known = rows(conn, _SITES)
    held = tuple(site for site in known if site["articles"])
    counts = {str(row["year"]): row["articles"] for row in rows(conn, _YEARS)}
    return HomePage(
        total={name: sum(site[name] for site in held) for name in _SUMMED},
        sites=tuple(site for site in held if site["kind"] != "imported"),
        collections=tuple(site for site in held if site["kind"] == "imported"),
        without_articles=len(known) - len(held),
        years=year_bars(counts, "?year={}".format),
        last_run=first_row(conn, _LAST_RUN),
    )
