"""What a merge has changed, counted article by article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from archive.store.failures import NO_TEXT
from archive.store.part_rows import whole_key
from archive.store.permalink import key_of

_VERSIONS = """
SELECT key, group_concat(content_digest) FROM (
  SELECT key, content_digest FROM {side}.articles AS articles
  JOIN {side}.versions AS versions ON article_id = articles.id ORDER BY key, content_digest
) GROUP BY key
"""

_LOST = f"""
UPDATE main.frontier SET state = 'failed', reason = '{NO_TEXT}: the rules of this archive find none'
WHERE state = 'done' AND url IN (
  SELECT requested_url FROM {{side}}.article_captures AS pages
  JOIN {{side}}.captures AS captures ON captures.id = capture_id
  JOIN {{side}}.articles AS articles ON articles.id = article_id WHERE articles.key = ?
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What became of the other archive."""

    new: int = 0
    """Articles that were not here."""
    changed: int = 0
    """Articles that were here, and have other or more versions now."""
    unchanged: int = 0
    removed: int = 0
    """Articles of either archive that are left out, since one of both has removed them on request."""
    files: int = 0
    """WARC files copied, whole or in part."""
    lost: tuple[str, ...] = ()
    """Addresses of articles in which the rules here find no text; the captures are kept, and the frontier
    says failed."""
    failures: tuple[str, ...] = ()
    """Captures that gave nothing because of an error, one sentence each."""


def tally(db: Database, files: int, failures: Sequence[str]) -> Merged:
    """Compare the new database, `main`, with both; what is lost is marked in its frontier."""
    ours, theirs, merged = (_held(db, side) for side in ("ours", "theirs", "main"))
    known = [key for key in theirs if key in ours and key in merged]
    changed = sum(ours[key] != merged[key] for key in known)
    gone = (ours.keys() | theirs.keys()) - merged.keys()
    removals = {key_of(url) for (url,) in db.execute("SELECT url FROM main.removals")}
    removed = {key for key in gone if whole_key(key) in removals}
    return Merged(
        new=len(merged.keys() - ours.keys()),
        changed=changed,
        unchanged=len(known) - changed,
        removed=len(removed),
        files=files,
        lost=tuple(_give_up(db, key) for key in sorted(gone - removed)),
        failures=tuple(failures),
    )


def nothing_new(source: Database) -> Merged:
    """Say of an archive that is here already how many articles that are."""
    return Merged(unchanged=len(_held(source, "main").keys() & _held(source, "ours").keys()))


def _held(db: Database, side: str) -> dict[str, str]:
    """The articles of one side by their keys, each with what tells its versions."""
    return dict(db.execute(_VERSIONS.format(side=side)).fetchall())


def _give_up(db: Database, key: str) -> str:
    """Mark the pages of an article as failed, and return its address."""
    url = ""
    for side in ("ours", "theirs"):
        db.execute(_LOST.format(side=side), [key])
        for (found,) in db.execute(f"SELECT url FROM {side}.articles WHERE key = ?", [key]).fetchall():
            url = found
    return url
