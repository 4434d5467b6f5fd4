"""When a site took an article away, what showed it, and when it was there again."""

from __future__ import annotations

from sqlite_utils import Database

from archive.store.articles.versions import Moment
from archive.store.sighting import TakenDown

_BEGIN = """
INSERT INTO takedowns (article_id, capture_id, how, seen_before, gone_at)
SELECT id, ?, ?, last_seen, ? FROM articles WHERE id = ? AND gone_at IS NULL
"""
_GONE = "UPDATE articles SET gone_at = ? WHERE id = ? AND gone_at IS NULL"
_END = "UPDATE takedowns SET back_capture_id = ?, back_at = ? WHERE article_id = ? AND back_at IS NULL"


def begin_takedown(db: Database, article_id: int, how: TakenDown, moment: Moment) -> None:
    """Write that an article is gone; nothing where that is known."""
    db.execute(_BEGIN, [moment.capture_id, how, moment.captured_at, article_id])
    db.execute(_GONE, [moment.captured_at, article_id])


def end_takedown(db: Database, article_id: int, moment: Moment) -> None:
    """Write that a text is there again; nothing where it was not gone. The caller clears `gone_at`."""
    db.execute(_END, [moment.capture_id, moment.captured_at, article_id])
