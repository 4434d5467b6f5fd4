"""Whether a capture is older than what the archive has: what others captured may be of any time."""

from __future__ import annotations

from typing import Final

from sqlite_utils import Database

from archive.store.rows import value
from archive.store.sighting import Sighting

_SEEN_LATER: Final = "SELECT 1 FROM articles WHERE id = ? AND max(last_seen, coalesce(gone_at, '')) > ?"

_FILE_SEEN_LATER: Final = """
SELECT 1 FROM attachments JOIN captures ON captures.id = capture_id
WHERE attachments.url = ? AND captured_at > ? LIMIT 1
"""


def is_earlier_page(db: Database, seen: Sighting, article_id: int) -> bool:
    """Whether an article was seen, or missed, after this capture of one of its pages."""
    return _is_earlier(db, seen, _SEEN_LATER, article_id)


def is_earlier_file(db: Database, seen: Sighting) -> bool:
    """Whether a file that articles link to was fetched after this capture of it."""
    return _is_earlier(db, seen, _FILE_SEEN_LATER, seen.requested_url)


def _is_earlier(db: Database, seen: Sighting, later: str, of: str | int) -> bool:
    return not seen.is_first_hand and value(db, later, [of, seen.captured_at]) is not None
