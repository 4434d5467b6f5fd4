"""The texts that could not be compared with others; all else of them is as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlite_utils import Database

_FAILED: Final = """
SELECT url, uncompared.reason FROM uncompared JOIN articles ON articles.id = article_id
WHERE uncompared.reason IS NOT NULL AND site = coalesce(?, site) ORDER BY article_id
"""


def uncomparable(db: Database, site: str | None = None) -> Iterator[str]:
    """Yield a sentence on each of them, of one site or of all: address and what broke; no full stop."""
    for url, reason in db.execute(_FAILED, [site]):
        yield f"{url} could not be compared with other texts, so its copies are not known ({reason})"
