"""What a merge has changed, counted article by article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.articles.permalink import key_of, whole_key
from archive.store.failures import NO_TEXT
from archive.store.spellings import article_spelling

_VERSIONS = """
SELECT key, '{side}', group_concat(content_digest) FROM (
  SELECT key, content_digest FROM {side}.articles AS articles
  JOIN {side}.versions AS versions ON article_id = articles.id ORDER BY key, content_digest
) GROUP BY key ORDER BY key
"""

_HELD_AT = "SELECT url, site FROM {side}.articles WHERE key = ?"

_LOST = f"""
UPDATE main.frontier SET state = 'failed', reason = '{NO_TEXT}: the rules of this archive find none'
WHERE site IN (SELECT name FROM main.sites) AND +state = 'done' AND url IN (
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
    joined: tuple[str, ...] = ()
    """Texts that they had in two spellings of one address, one sentence each: which permalink goes."""
    lost: tuple[str, ...] = ()
    """Addresses of articles in which the rules here find no text; the captures are kept, and the frontier
    says failed."""
    failures: tuple[str, ...] = ()
    """Captures that gave nothing because of an error, one sentence each."""


def tally(db: Database, files: int, failures: Sequence[str]) -> Merged:
    """Compare the new database, `main`, with both; what is lost is marked in its frontier."""
    removals = _removed_keys(db, "main")
    counts, lost, joined = Counter[str](), list[str](), list[str]()
    for key, held in _articles(db, ("ours", "theirs", "main")):
        if "main" not in held:
            if whole_key(key) in removals:
                counts["removed"] += 1
            elif told := _joined(db, key):
                joined.append(told)
            else:
                lost.append(key)
        elif "ours" not in held:
            counts["new"] += 1
        elif "theirs" in held:
            counts["unchanged" if held["ours"] == held["main"] else "changed"] += 1
    given_up = tuple(_give_up(db, key) for key in lost)
    return Merged(**counts, files=files, joined=tuple(joined), lost=given_up, failures=tuple(failures))


def nothing_new(source: Database) -> Merged:
    """Say of an archive that is here already how many articles that are, and how many stay out."""
    removals = _removed_keys(source, "ours")
    counts = Counter[str]()
    for key, held in _articles(source, ("main", "ours")):
        counts["unchanged"] += len(held) == 2
        counts["removed"] += "ours" not in held and whole_key(key) in removals
    return Merged(unchanged=counts["unchanged"], removed=counts["removed"])


def _removed_keys(db: Database, side: str) -> set[str]:
    """Return the keys of what was removed, in all spellings of its addresses."""
    removed = db.execute(f"SELECT url FROM {side}.removals").fetchall()
    return {key_of(one) for (url,) in removed for one in spellings(url)}


def _articles(db: Database, sides: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the keys of all articles, each with what tells its versions in those databases that hold it.

    Both may have a million: they are gone through side by side, in the order of their keys.
    """
    of_sides = (db.execute(_VERSIONS.format(side=side)) for side in sides)
    for key, held in groupby(merge(*of_sides), itemgetter(0)):
        yield key, {side: versions for _, side, versions in held}


def _give_up(db: Database, key: str) -> str:
    """Mark the pages of an article as failed, and return its address."""
    for side in ("ours", "theirs"):
        db.execute(_LOST.format(side=side), [key])
    return _held_at(db, key)[0]


def _held_at(db: Database, key: str) -> tuple[str, str]:
    """Return address and site of an article of either archive."""
    rows = [db.execute(_HELD_AT.format(side=side), [key]).fetchone() for side in ("theirs", "ours")]
    url, site = next(filter(None, rows))
    return url, site


def _joined(db: Database, key: str) -> str | None:
    """Say which permalink has taken an article's place; None where no other spelling has its text."""
    url, site = _held_at(db, key)
    whole, mark, number = url.rpartition("#") if "#" in key else (url, "", "")
    if (known := article_spelling(db, site, whole)) is None:
        return None
    kept = f"{key_of(known)}{mark}{number}"
    return f"{url} is one text with {known} now: its permalink {key} goes, {kept} stays"
