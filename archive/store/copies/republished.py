"""How many of the texts that a walk met are not new: the site showed them before, at other addresses."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.store.runs import RUNS_OF_WALK

_FOUND = f"""
WITH walk AS ({RUNS_OF_WALK}), met AS (
  SELECT DISTINCT article_id FROM captures JOIN versions ON capture_id = captures.id
  WHERE run_id IN walk AND NOT EXISTS (
    SELECT 1 FROM versions AS earlier JOIN captures AS seen ON seen.id = earlier.capture_id
    WHERE earlier.article_id = versions.article_id AND seen.run_id NOT IN walk)),
titled AS (SELECT article_id, title FROM met JOIN articles ON articles.id = article_id)
SELECT count(*), coalesce(sum(EXISTS (
    SELECT 1 FROM copies JOIN copies AS others USING (cluster)
    JOIN articles ON articles.id = others.article_id
    WHERE copies.article_id = titled.article_id AND site = ?1 AND articles.title = titled.title
    AND others.article_id NOT IN (SELECT article_id FROM met))), 0)
FROM titled
"""
"""Two addresses of a text that both are new tell of nothing, and neither do the bulletins of two days that
are nearly the same under their own titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Republished:
    """What came in since a site's last walk that ended."""

    new: int
    """Texts at addresses that had none before."""
    copies: int
    """Of these: texts that the site had at another address by then."""


def republished(db: Database, site: str) -> Republished:
    """Count the texts of the walk that is about to end, all its runs together."""
    new, copies = db.execute(_FOUND, [site]).fetchone()
    return Republished(new=new, copies=copies)
