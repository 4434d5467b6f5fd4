"""What the archive holds, counted once after each run: the front page need not look at every article."""

from __future__ import annotations

from sqlite_utils import Database

from archive.model import SHOWN_IN_PART

_COUNT = f"""
INSERT INTO holdings (site, year, articles, shown_in_part, chars)
SELECT site, CAST(substr(published_at, 1, 4) AS INTEGER) AS year, count(*),
    sum(completeness IN {SHOWN_IN_PART}), sum(body_chars)
FROM articles {{chosen}} GROUP BY site, year ORDER BY site, year
"""


def count_holdings(db: Database) -> None:
    """Count the articles of all sites again; within a transaction of the caller."""
    db.execute("DELETE FROM holdings")
    db.execute(_COUNT.format(chosen=""))


def count_site(db: Database, site: str) -> None:
    """Count those of one site again, whose run has ended; within a transaction of the caller.

    Those of a run that was killed are counted when the site's next one begins.
    """
    db.execute("DELETE FROM holdings WHERE site = ?", [site])
    db.execute(_COUNT.format(chosen="WHERE site = ?"), [site])
