"""Keeping the clusters of copies up with every text that is written or taken out.

The index has some 150 rows of a text, each on another page. So texts that are new wait in the table
`uncompared`, where no dying run loses them, until there are enough to be put in together, and `catch_up` is
called before anything is told of all copies. A text on which comparing breaks stays in that table, with the
reason, and costs no other one anything. All functions work in a transaction of the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Final

from sqlite_utils import Database

from archive.store import made_by
from archive.store.copies import clusters, index
from archive.store.copies.texts import Texts
from archive.store.failures import is_of_text
from archive.store.rows import value

TOGETHER: Final = 100_000
"""Characters of the texts that are put into the index together: some seventy, or a single book."""

_WAIT: Final = "INSERT OR REPLACE INTO uncompared SELECT id, body_chars, NULL FROM articles WHERE id = ?"
_CHARS_WAITING: Final = "SELECT total(chars) FROM uncompared WHERE reason IS NULL"
_WAITING: Final = "SELECT article_id FROM uncompared WHERE reason IS NULL ORDER BY article_id"
_NONE_WAITS: Final = "DELETE FROM uncompared WHERE reason IS NULL"
_WAIT_NO_MORE: Final = "DELETE FROM uncompared WHERE article_id = ?"
_NOTED: Final = "UPDATE uncompared SET reason = ? WHERE article_id = ?"
_FAILED: Final = """
SELECT url, uncompared.reason FROM uncompared JOIN articles ON articles.id = article_id
WHERE uncompared.reason IS NOT NULL AND site = coalesce(?, site) ORDER BY article_id
"""


def add(db: Database, article_id: int) -> None:
    """Let an article whose text is new wait for its copies to be found; it must not be in yet."""
    made_by.forget(db, "reused_passages")
    db.execute(_WAIT, [article_id])
    if value(db, _CHARS_WAITING) >= TOGETHER:
        catch_up(db)


def catch_up(db: Database) -> None:
    """Find the copies of all articles that wait; where that breaks, of one after the other."""
    waiting = [row[0] for row in db.execute(_WAITING)]
    if _broken(db, partial(clusters.put_in, db, waiting)):
        for one in waiting:
            if reason := _broken(db, partial(clusters.put_in, db, [one])):
                db.execute(_NOTED, [reason, one])
    db.execute(_NONE_WAITS)


def _broken(db: Database, comparison: Callable[[], None]) -> str | None:
    """Do all of it or nothing, and return what broke; a bug that one text shows must not cost another one."""
    try:
        with db.atomic():
            comparison()
    except Exception as error:
        if not is_of_text(error):
            raise
        return f"{type(error).__name__}: {error}"
    return None


def remove(db: Database, article_id: int) -> None:
    """Take an article out, before its text is deleted or changed; nothing happens if it is not in."""
    made_by.forget(db, "reused_passages")
    if db.execute(_WAIT_NO_MORE, [article_id]).rowcount:
        return
    texts = Texts(db)
    if text := texts.read(article_id):
        index.remove(db, article_id, text)
    if members := clusters.members_of(db, article_id):
        others = [other for other in members if other != article_id]
        texts.recall(others)
        clusters.delete(db, members)
        if _broken(db, partial(clusters.regroup, db, others, texts)):
            _wait_again(db, others)


def refresh_site(db: Database, site: str) -> None:
    """Write again what depends on what kind of site `site` is."""
    for members in clusters.of_site(db, site):
        if _broken(db, partial(clusters.write, db, members, Texts(db))):
            _wait_again(db, members)


def _wait_again(db: Database, article_ids: Collection[int]) -> None:
    """Take articles out, of which one breaks the comparison; `catch_up` will tell which it is."""
    clusters.delete(db, article_ids)
    for article_id, text in clusters.read_texts(db, article_ids):
        index.remove(db, article_id, text)
        db.execute(_WAIT, [article_id])


def uncomparable(db: Database, site: str | None = None) -> Iterator[str]:
    """Yield a sentence on each text on which comparing broke, of one site or of all, without a full stop."""
    for url, reason in db.execute(_FAILED, [site]):
        yield f"{url} could not be compared with other texts, so its copies are not known ({reason})"
