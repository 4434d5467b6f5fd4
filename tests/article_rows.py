"""Rows of an article that no page was read for."""

from __future__ import annotations

from sqlite_utils import Database

from archive.store.rows import insert


def insert_article(db: Database, number: int, body: str, **columns: object) -> None:
    """Write what the search and the copies ask of an article; `columns` of `articles` say more of it."""
    row = {
        "id": number,
        "key": f"key{number}",
        "url": f"http://mine.example/{number * 7919}.html",
        "site": "mine",
        "completeness": "complete",
        "body_chars": len(body),
        "masked_count": 0,
        "confidence": "high",
        "flags": "",
        "relevance": 1.0,
        "relevance_reasons": "",
        "first_seen": "2026-01-01",
        "last_seen": "2026-01-01",
    }
    insert(db, "articles", row | columns)
    insert(db, "article_text", {"article_id": number, "body": body, "raw_text": body})
