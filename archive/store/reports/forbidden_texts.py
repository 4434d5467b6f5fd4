"""How many texts of a site robots.txt forbids, where it has allowed none for whole walks."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from archive.store.rows import value
from archive.store.visit import FORBIDDEN

_SINCE: Final = """
WITH answered AS (
  SELECT runs.id FROM runs CROSS JOIN captures ON run_id = runs.id
  WHERE +site = ?1 AND runs.kind <> 'import' AND captures.kind = 'article'
  ORDER BY runs.id DESC, captures.id DESC LIMIT 1)
SELECT min(started_at) FROM runs WHERE site = ?1 AND id > iif(
  EXISTS (SELECT 1 FROM answered),
  (SELECT min(id) FROM runs
   WHERE site = ?1 AND kind = 'crawl' AND outcome = 'finished' AND id >= (SELECT id FROM answered)),
  0)
"""
"""Whole walks count: of one that was paused, the last run may ask for nothing but a closed section."""

_FORBIDDEN: Final = f"""
SELECT count(*) FROM frontier
WHERE site = ? AND state = 'skipped' AND kind = 'article' AND next_visit_at >= ?
AND reason LIKE '{FORBIDDEN}%'
"""


def unanswered_since(db: Database, site: str) -> str | None:
    """Return when the first walk began in which no text of the site answered, nor in any later one (UTC).

    None where one answered in the walk under way. Whatever it answered counts: that it is unchanged, or gone.
    """
    began: str | None = value(db, _SINCE, [site])
    return began


def forbidden_texts(db: Database, site: str, due_from: str) -> int:
    """Count the texts that robots.txt forbids, of those to be asked for again at `due_from` (UTC) or later.

    The frontier keeps no date of a visit, but when to come again, which is so long after each of these.
    """
    return int(value(db, _FORBIDDEN, [site, due_from]))
