"""Clusters: which articles are copies of which, as the table `copies` has them.

Two articles belong together when they share enough keys and `archive.copies.relation` says so: that depends
on the two texts alone. A cluster is what such pairs join, and what `copies` says of it depends on its texts
alone; so the rows are the same in whatever order the texts came in. Where hundreds of texts are alike and
yet no copies, as the daily bulletins of a control room, a text is compared with those that share most keys
with it: its own copies are among them.

All functions work in a transaction of the caller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from typing import Final

from sqlite_utils import Database

from archive.copies.relation import ComparedText
from archive.copies.roles import Member, roles
from archive.store.copies import index
from archive.store.copies.texts import Texts
from archive.store.rows import insert, select

MOST_COMPARED: Final = 100
"""Articles that are compared with one in vain before the search for its copies ends."""

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


def put_in(db: Database, article_ids: Iterable[int]) -> None:
    """Put the texts of articles into the index, and join each with its copies."""
    for article_id, keys in index.add(db, read_texts(db, article_ids)).items():
        texts = Texts(db)
        near = index.sharing(db, article_id, keys)
        if found := [*_joined(db, article_id, near, texts)]:
            write(db, sorted({article_id, *found}), texts)


def read_texts(db: Database, article_ids: Iterable[int]) -> Iterator[tuple[int, ComparedText]]:
    """Yield the articles that have a text to compare."""
    for article_id in article_ids:
        if text := Texts(db).read(article_id):
            yield article_id, text


def members_of(db: Database, article_id: int) -> list[int]:
    """Return the articles of the cluster that an article is in, itself too; none if it has no copies."""
    cluster = db.execute(_CLUSTER_OF, [article_id]).fetchone()
    return [row[0] for row in db.execute(_OF_CLUSTER, cluster)] if cluster else []


def of_site(db: Database, site: str) -> Iterator[list[int]]:
    """Yield the articles of each cluster that has one of a site; they may be written meanwhile."""
    for cluster in db.execute(_OF_SITE, [site]).fetchall():
        yield [row[0] for row in db.execute(_OF_CLUSTER, cluster)]


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


def regroup(db: Database, article_ids: Collection[int], texts: Texts) -> None:
    """Write the clusters that are left of one that an article was taken out of."""
    for group in _groups(db, article_ids, texts):
        write(db, sorted(group), texts)


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


def write(db: Database, article_ids: Collection[int], texts: Texts) -> None:
    """Write the rows of one cluster, over those that its articles had."""
    texts.recall(article_ids)
    members = [Member(**next(iter(select(db, _MEMBER, [each])))) for each in article_ids]
    rows = roles(members, texts.shared)
    delete(db, article_ids)
    for row in rows:
        insert(db, "copies", {"id": row.article_id, **asdict(row)})


def delete(db: Database, article_ids: Iterable[int]) -> None:
    """Take articles out of their clusters."""
    db.conn.executemany("DELETE FROM copies WHERE article_id = ?", [(each,) for each in article_ids])
