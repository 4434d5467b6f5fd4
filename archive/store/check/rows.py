"""Frontier, captures, articles and runs against each other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.archive import Archive
from archive.store.check.findings import REBUILD, RESTORE_DATABASE, Fault, Finding, Remark
from archive.store.locking import lock
from archive.store.rows import select, value
from archive.store.spellings import articles_at
from archive.store.tombstones import why_removed

_DONE_WITHOUT_CAPTURE = """
SELECT url, site FROM frontier WHERE state = 'done' AND NOT EXISTS (
  SELECT 1 FROM captures JOIN runs ON runs.id = run_id
  WHERE requested_url = frontier.url AND runs.site = frontier.site
)
"""

_DONE_WITHOUT_ARTICLE = """
SELECT frontier.url, site, captures.url AS answered FROM frontier JOIN captures ON captures.id = (
  SELECT max(id) FROM captures WHERE requested_url = frontier.url AND captures.kind = 'article'
)
WHERE frontier.kind = 'article' AND state = 'done' AND reason IS NULL
AND coalesce(captures.status, 200) = 200 AND captures.url NOT IN (SELECT url FROM articles)
"""

_PART_OF_NOTHING = """
SELECT url, site, url AS part FROM frontier WHERE kind = 'part' AND state = 'done' AND reason IS NULL
AND EXISTS (SELECT 1 FROM captures WHERE requested_url = frontier.url AND kind = 'part' AND status = 200)
AND NOT EXISTS (
  SELECT 1 FROM article_captures JOIN captures ON captures.id = capture_id WHERE requested_url = frontier.url
)
"""

_IN_A_TEXT = """
SELECT 1 FROM article_captures JOIN captures ON captures.id = capture_id
WHERE requested_url IN (SELECT value FROM json_each(?)) LIMIT 1
"""

_ARTICLE_WITHOUT_CAPTURE = """
SELECT url, site FROM articles WHERE id NOT IN (SELECT article_id FROM article_captures)
"""

_ARTICLE_WITHOUT_FRONTIER = """
SELECT url, site FROM articles WHERE NOT EXISTS (
  SELECT 1 FROM article_captures JOIN captures ON captures.id = capture_id
  JOIN frontier ON frontier.url = requested_url AND frontier.site = articles.site
  WHERE article_id = articles.id
)
"""

_GONE_OTHERWISE = """
SELECT url, site FROM articles WHERE gone_at IS NOT (
  SELECT max(gone_at) FROM takedowns WHERE article_id = articles.id AND back_at IS NULL
)
"""

_CONTRADICTIONS = (
    (
        _DONE_WITHOUT_CAPTURE,
        "{url} counts as done at {site}, but no capture of it was kept",
        RESTORE_DATABASE,
    ),
    (_DONE_WITHOUT_ARTICLE, "{url} counts as done at {site}, but there is no article of it", REBUILD),
    (_PART_OF_NOTHING, "{url} of {site} is a further page of a text, but stands in none", REBUILD),
    (_ARTICLE_WITHOUT_CAPTURE, "The article {url} of {site} was made of no capture", REBUILD),
    (_GONE_OTHERWISE, "Whether {site} took the article {url} away is told in two ways", REBUILD),
    (_ARTICLE_WITHOUT_FRONTIER, "The article {url} is not in the frontier of {site}", RESTORE_DATABASE),
)


def _is_kept_elsewhere(db: Database, row: dict[str, Any]) -> bool:
    """Whether what an address gave stands in another spelling of it: a text, removed or not, or a page."""
    if "part" in row:
        return value(db, _IN_A_TEXT, [json.dumps(spellings(row["part"]))]) is not None
    if "answered" not in row:
        return False
    ways = spellings(row["answered"])
    is_known = any(home == row["site"] for _, home in articles_at(db, ways).values())
    return is_known or why_removed(db, ways) is not None


def row_findings(archive: Archive) -> Iterator[Finding]:
    """Yield what the tables say against each other, and the runs that were cut off."""
    for sql, what, remedy in _CONTRADICTIONS:
        for row in select(archive.db, sql):
            if _is_kept_elsewhere(archive.db, row):
                continue
            yield Fault(what.format(**row), remedy)
    for row in list(select(archive.db, "SELECT site, started_at FROM runs WHERE finished_at IS NULL")):
        if not lock.is_held(archive.directory, row["site"]):
            yield Remark(
                f"The run on {row['site']} of {row['started_at']} was cut off; nothing that it saved is lost",
                f"Run `campaign-archive crawl {row['site']}` (or the same import) again: it goes on there",
            )
