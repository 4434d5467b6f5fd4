"""Taking a text out on request, for good: it comes back neither by a crawl nor by a rebuild.

Its raw capture stays in the WARC file, which is evidence of the other pages too; nothing is derived from it.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.addresses import spellings
from archive.errors import CallError
from archive.search import index
from archive.store import copies, tombstones
from archive.store.archive import Archive
from archive.store.articles.deletion import delete_article
from archive.store.articles.holdings import count_site
from archive.store.articles.parts import parts_of
from archive.store.articles.permalink import key_of, part_key
from archive.store.clock import now
from archive.store.locking import lock, whole_archive
from archive.store.rows import select, value
from archive.store.tombstones import Tombstone

_ADDRESSES = """
SELECT requested_url FROM {side}.article_captures AS pages
JOIN {side}.captures AS captures ON captures.id = capture_id
JOIN {side}.articles AS articles ON articles.id = article_id WHERE articles.url = :url
UNION SELECT attachments.url FROM {side}.attachments AS attachments
JOIN {side}.articles AS articles ON articles.id = article_id WHERE articles.url = :url
AND NOT EXISTS (
  SELECT 1 FROM {side}.attachments AS other
  WHERE other.url = attachments.url AND other.article_id <> articles.id
)
ORDER BY 1
"""


def remove(archive: Archive, key: str, why: str) -> str:
    """Remove the article with the permalink `key`, and return its address.

    Raises `CallError` if there is none, or none any more, or when the search index is of another version,
    `LockedError` while its site is being written to or the archive rebuilt.
    """
    index.require_current(archive.db.conn)
    directory, site = archive.directory, _article(archive, key)["site"]
    with whole_archive.shared(directory), lock.hold(directory, site):
        # Asked again, now that nobody else writes: a rebuild gives new ids.
        article = _article(archive, key)
        addresses = addresses_of(archive.db, article["url"])
        tombstone = Tombstone(url=article["url"], why=why, removed_at=now(), addresses=addresses)
        with lock.wait(directory, tombstones.FILE):
            tombstones.add(directory, [tombstone])
        with archive.transaction() as db:
            tombstones.apply(db, [tombstone])
            _delete(db, article["id"])
            count_site(db, site)
    return str(article["url"])


def _article(archive: Archive, key: str) -> dict[str, Any]:
    for row in select(archive.db, "SELECT id, url, site FROM articles WHERE key = ?", [key]):
        return row
    for one in tombstones.read(archive.directory):
        if key in (key_of(one.url), part_key(one.url)):
            raise CallError(f"{one.url} {one.told}", remedy="There is nothing left to remove")
    raise CallError(
        f"There is no article {key} in {archive.directory}",
        remedy="`campaign-archive search --json` prints the keys; permalinks end with them",
    )


def addresses_of(db: Database, url: str, side: str = "main") -> tuple[str, ...]:
    """Return the addresses of the pages of the article at `url`, and of the files that are its alone.

    `side` is the database, of those that are attached to `db`; without such an article there are none.
    """
    return tuple(found for (found,) in db.execute(_ADDRESSES.format(side=side), {"url": url}))


def require_not_removed(directory: Path, urls: Collection[str]) -> None:
    """Raise `CallError` for addresses, of a page or file, whose text was removed from the archive."""
    found = {
        url: one
        for one in tombstones.read(directory)
        for address in (one.url, *one.addresses)
        for url in spellings(address)
        if url in urls
    }
    if found:
        told = "; ".join(f"{url} {one.told}" for url, one in found.items())
        raise CallError(
            told,
            remedy="A removal is for good, so leave it out of the call; who may collect it after all "
            "does so into another archive: `--data DIR`",
        )


def _delete(db: Database, article_id: int) -> None:
    whole_id = value(db, "SELECT part_of_id FROM articles WHERE id = ?", [article_id])
    db.execute("UPDATE articles SET part_of_id = NULL WHERE part_of_id = ?", [article_id])
    delete_article(db, article_id)
    if whole_id and not parts_of(db, whole_id):
        copies.add(db, whole_id)
        copies.catch_up(db)
