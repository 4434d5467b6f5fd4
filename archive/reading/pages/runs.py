"""The latest runs and, for each site, what the archive holds of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from archive.model import SHOWN_IN_PART
from archive.reading.rows import Row, rows
from archive.store.visit import IRRELEVANT

_TOTALS = f"""
WITH held AS (
    SELECT site, count(*) AS articles,
        sum(completeness IN {SHOWN_IN_PART}) AS shown_in_part,
        sum(id IN (SELECT article_id FROM gaps)) AS with_gaps,
        sum(id IN (SELECT article_id FROM edits WHERE rule = 'glued_pinyin')) AS repaired,
        sum(body_chars) AS chars, max(last_seen) AS last_seen
    FROM articles GROUP BY site
)
SELECT name, title, sites.kind, home, coalesce(articles, 0) AS articles,
    coalesce(shown_in_part, 0) AS shown_in_part, coalesce(with_gaps, 0) AS with_gaps,
    coalesce(repaired, 0) AS repaired, coalesce(chars, 0) AS chars,
    held.last_seen,
    (SELECT count(*) FROM frontier WHERE site = name AND state = 'pending') AS pending,
    (SELECT count(*) FROM frontier WHERE site = name AND state = 'failed') AS failed,
    (SELECT count(*) FROM frontier
        WHERE site = name AND state = 'skipped' AND reason LIKE '{IRRELEVANT}%') AS irrelevant
FROM sites LEFT JOIN held ON held.site = name ORDER BY name
"""
_RUNS = """
SELECT runs.*, title AS site_title FROM runs LEFT JOIN sites ON sites.name = site
ORDER BY started_at DESC, runs.id DESC LIMIT ?
"""
RUNS_SHOWN = 100

_SUMMED = ("articles", "shown_in_part", "with_gaps", "repaired", "chars", "pending", "failed", "irrelevant")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsPage:
    """Totals per site, and the last runs."""

    sites: tuple[Row, ...]
    """name, title, kind, home, last_seen, and counts: articles, shown_in_part, with_gaps,
    repaired (converter damage undone), chars, pending, failed, irrelevant
    (no campaign material, see the page /skipped)."""
    total: Row
    """The sums of the counts."""
    runs: tuple[Row, ...]
    """Rows of `runs` with site_title, the newest first."""


def runs_page(conn: sqlite3.Connection) -> RunsPage:
    """Return the state of all sites and the newest runs."""
    sites = rows(conn, _TOTALS)
    total = {name: sum(site[name] for site in sites) for name in _SUMMED}
    return RunsPage(sites=sites, total=total, runs=rows(conn, _RUNS, RUNS_SHOWN))
