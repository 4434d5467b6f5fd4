"""Which articles are copies of which, kept up with every text that is written or taken out.

Two articles belong together when they share enough keys and `archive.copies.relation` says so: that depends
on the two texts alone. A cluster is what such pairs join, and what `copies` says of it depends on its texts
alone; so the rows are the same in whatever order the texts came in. Where hundreds of texts are alike and
yet no copies, as the daily bulletins of a control room, a text is compared with those that share most keys
with it: its own copies are among them.

The index has some 150 rows of a text, each on another page. So texts that are new wait in the table
`uncompared`, where no dying run loses them, until there are enough to be put in together, and `catch_up` is
called before anything is told of all copies. A text on which comparing breaks stays in that table, with the
reason, and costs no other one anything. All functions work in a transaction of the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from functools import partial
from typing import Final

from sqlite_utils import Database

from archive.copies.relation import ComparedText
from archive.copies.roles import Member, roles
from archive.store import made_by
from archive.store.copies import index
from archive.store.copies.texts import Texts
from archive.store.failures import is_of_text
from archive.store.rows import insert, select, value

MOST_COMPARED: Final = 100
"""Articles that are compared with one in vain before the search for its copies ends."""

TOGETHER: Final = 100_000
"""Characters of the texts that are put into the index together: some seventy, or a single book."""

_WAIT: Final = "INSERT OR REPLACE INTO uncompared SELECT id, body_chars, NULL FROM articles WHERE id = ?"
_CHARS_WAITING: Final = "SELECT total(chars) FROM uncompared WHERE reason IS NULL"
_WAITING: Final = "SELECT article_id FROM uncompared WHERE reason IS NULL ORDER BY article_id"
_NONE_WAITS: Final = "DELETE FROM uncompared WHERE reason IS NULL"
_WAIT_NO_MORE: Final = "DELETE FROM uncompared WHERE article_id = ?"
_FAILED: Final = "UPDATE uncompared SET reason = ? WHERE article_id = ?"

_IN: Final = "SELECT article_id, cluster FROM copies WHERE article_id IN (SELECT value FROM json_each(?))"
_CLUSTER_OF: Final = "SELECT cluster FROM copies WHERE article_id = ?"
_OF_CLUSTER: Final = "SELECT article_id FROM copies WHERE cluster = ? ORDER BY article_id"
_OF_SITE: Final = """
SELECT DISTINCT cluster FROM copies JOIN articles ON articles.id = article_id WHERE site = ? ORDER BY cluster
"""
_MEMBER: Final = f"""
SELECT {", ".join(f"articles.{field.name}" for field in fields(Member) if field.name != "site_kind")},
    sites.kind AS site_kind
FROM articles LEFT JOIN sites ON sites.name = site WHERE articles.id = ?
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
    if _broken(db, partial(_put_in, db, waiting)):
        for one in waiting:
            if reason := _broken(db, partial(_put_in, db, [one])):
                db.execute(_FAILED, [reason, one])
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


def _put_in(db: Database, article_ids: Iterable[int]) -> None:
    for article_id, keys in index.add(db, _read(db, article_ids)).items():
        texts = Texts(db)
        near = index.sharing(db, article_id, keys)
        if found := [*_joined(db, article_id, near, texts)]:
            _write(db, sorted({article_id, *found}), texts)


def _read(db: Database, article_ids: Iterable[int]) -> Iterator[tuple[int, ComparedText]]:
    for article_id in article_ids:
        if text := Texts(db).read(article_id):
            yield article_id, text


def remove(db: Database, article_id: int) -> None:
    """Take an article out, before its text is deleted or changed; nothing happens if it is not in."""
    made_by.forget(db, "reused_passages")
    if db.execute(_WAIT_NO_MORE, [article_id]).rowcount:
        return
    texts = Texts(db)
    if text := texts.read(article_id):
        index.remove(db, article_id, text)
    if members := _members(db, article_id):
        others = [other for other in members if other != article_id]
        texts.recall(others)
        _delete(db, members)
        if _broken(db, partial(_regroup, db, others, texts)):
            _wait_again(db, others)


def refresh_site(db: Database, site: str) -> None:
    """Write again what depends on what kind of site `site` is."""
    for cluster in db.execute(_OF_SITE, [site]).fetchall():
        members = [row[0] for row in db.execute(_OF_CLUSTER, cluster)]
        if _broken(db, partial(_write, db, members, Texts(db))):
            _wait_again(db, members)


def _wait_again(db: Database, article_ids: Collection[int]) -> None:
    """Take articles out, of which one breaks the comparison; `catch_up` will tell which it is."""
    _delete(db, article_ids)
    for article_id, text in _read(db, article_ids):
        index.remove(db, article_id, text)
        db.execute(_WAIT, [article_id])


def _members(db: Database, article_id: int) -> list[int]:
    """Return the articles of the cluster that an article is in, itself too; none if it has no copies."""
    cluster = db.execute(_CLUSTER_OF, [article_id]).fetchone()
    return [row[0] for row in db.execute(_OF_CLUSTER, cluster)] if cluster else []


def _joined(db: Database, article_id: int, near: Sequence[int], texts: Texts) -> Iterator[int]:
    """Yield the articles that `article_id` belongs to, of those `near` it, with all of their clusters.

    Of a cluster, one relation is enough.
    """
    cluster_of = dict(db.execute(_IN, [str(near)]).fetchall())
    joined, in_vain = set[str](), 0
    for other in near:
        cluster = cluster_of.get(other)
        if cluster in joined:
            continue
        if not texts.are_copies(article_id, other):
            in_vain += 1
            if in_vain == MOST_COMPARED:
                return
            continue
        if cluster is None:
            yield other
        else:
            joined.add(cluster)
            yield from (row[0] for row in db.execute(_OF_CLUSTER, [cluster]).fetchall())


def _regroup(db: Database, article_ids: Collection[int], texts: Texts) -> None:
    for group in _groups(db, article_ids, texts):
        _write(db, sorted(group), texts)


def _groups(db: Database, article_ids: Collection[int], texts: Texts) -> Iterator[set[int]]:
    """Yield what is left of a cluster: those of its articles that still belong together."""
    waiting = set(article_ids)
    while waiting:
        group = {waiting.pop()}
        asked = [*group]
        while asked:
            one = asked.pop()
            near = waiting.intersection(_near(db, one, texts))
            found = {other for other in near if texts.are_copies(one, other)}
            waiting -= found
            group |= found
            asked.extend(found)
        if len(group) > 1:
            yield group


def _near(db: Database, article_id: int, texts: Texts) -> list[int]:
    """Return the articles that share enough keys with one."""
    text = texts.read(article_id)
    return index.sharing(db, article_id, text.keys) if text and text.keys else []


def _write(db: Database, article_ids: Collection[int], texts: Texts) -> None:
    """Write the rows of one cluster, over those that its articles had."""
    texts.recall(article_ids)
    members = [Member(**next(iter(select(db, _MEMBER, [each])))) for each in article_ids]
    rows = roles(members, texts.shared)
    _delete(db, article_ids)
    for row in rows:
        insert(db, "copies", {"id": row.article_id, **asdict(row)})


def _delete(db: Database, article_ids: Iterable[int]) -> None:
    db.conn.executemany("DELETE FROM copies WHERE article_id = ?", [(each,) for each in article_ids])
