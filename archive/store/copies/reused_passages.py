"""The sentences that most texts have in common, counted when a run ends that wrote or took out any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from sqlite_utils import Database

from archive.copies.earliest import first_of_all
from archive.copies.letters import letters_of
from archive.store import made_by
from archive.store.copies import index
from archive.store.copies.upkeep import catch_up
from archive.store.rows import insert_all, select, value

MOST: Final = 300
"""Passages kept."""

FEWEST: Final = 2
"""Texts that are no copies of each other, in which a passage must stand."""

_SHORTEST: Final = 16
_LOOKED_AT: Final = 20 * MOST

_FREQUENT: Final = f"""
SELECT hash FROM fingerprints GROUP BY hash
HAVING count(DISTINCT article_id) BETWEEN {FEWEST}
  AND ({index.MOST_WITH_PASSAGE})
ORDER BY count(DISTINCT article_id) DESC, hash LIMIT {_LOOKED_AT}
"""

_WHERE: Final = """
SELECT fingerprints.article_id, position, coalesce(cluster, articles.key) AS cluster, published_at, key,
    original_id, flags, sites.kind AS site_kind
FROM fingerprints JOIN articles ON articles.id = fingerprints.article_id
LEFT JOIN copies ON copies.article_id = articles.id LEFT JOIN sites ON sites.name = site
WHERE hash = ? ORDER BY position
"""
_BODY: Final = "SELECT body FROM article_text WHERE article_id = ?"

_END: Final = re.compile(r"[。！？；!?;\n]")


def count_reuse(db: Database) -> None:
    """Count again, now that all copies are found; within a transaction of the caller.

    All fingerprints are read, which takes a second for 50,000 texts.
    """
    catch_up(db)
    db.execute("DELETE FROM reused_passages")
    found = sorted(_passages(db), key=lambda row: (-row["texts"], -row["articles"], row["passage"]))
    insert_all(db, "reused_passages", found[:MOST])
    made_by.note(db, "reused_passages")


def _passages(db: Database) -> Iterator[dict[str, Any]]:
    """Yield each sentence once; several fingerprints may be of one."""
    seen = set[str]()
    for (hashed,) in db.execute(_FREQUENT).fetchall():
        places = sorted(select(db, _WHERE, [hashed]), key=first_of_all)
        texts = len({row["cluster"] for row in places})
        passage = _sentence(db, places[0])
        letters = letters_of(passage)
        if texts < FEWEST or len(letters) < _SHORTEST or letters in seen:
            continue
        seen.add(letters)
        yield {
            "passage": passage,
            "texts": texts,
            "articles": len({row["article_id"] for row in places}),
            "first_article_id": places[0]["article_id"],
            "first_published_at": places[0]["published_at"],
        }


def _sentence(db: Database, place: dict[str, Any]) -> str:
    """The sentence around a place, in its earliest article."""
    body = value(db, _BODY, [place["article_id"]])
    ends = [0, *(match.end() for match in _END.finditer(body)), len(body)]
    start = max(end for end in ends if end <= place["position"])
    return str(body[start : min(end for end in ends if end > place["position"])]).strip()
