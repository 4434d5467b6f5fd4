"""Articles put straight into a database, for tests that need nothing else of them."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from sqlite_utils import Database

from archive.store import copies


class WriteText(Protocol):
    """Write one article with `body`; `more` are further columns."""

    def __call__(self, db: Database, article_id: int, body: str, **more: object) -> None: ...


@pytest.fixture(scope="session")
def write_text() -> WriteText:
    return _write_text


def _write_text(db: Database, article_id: int, body: str, **more: object) -> None:
    row: dict[str, Any] = dict.fromkeys(("first_seen", "last_seen"), "2026-11-21T00:00:00Z") | {
        "id": article_id,
        "key": f"key{article_id}",
        "url": f"http://mine.example/{article_id}.html",
        "site": "mine",
        "completeness": "complete",
        "body_chars": len(body),
        "masked_count": 0,
        "confidence": "high",
        "flags": "",
        "relevance": 1.0,
        "relevance_reasons": "",
    }
    db.table("articles").insert(row | more)
    db.table("article_text").insert({"article_id": article_id, "body": body, "raw_text": body})
    copies.add(db, article_id)
