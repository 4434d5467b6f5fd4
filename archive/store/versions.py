"""The versions of an article: the distinct clean texts that its site showed at its address."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from archive.model import Cleaned
from archive.store.permalink import content_digest
from archive.store.rows import insert, select
from archive.store.visit import Saved

_CURRENT = """
SELECT versions.id, versions.capture_id, versions.content_digest
FROM versions JOIN articles ON articles.id = versions.article_id
JOIN article_text ON article_text.article_id = articles.id
WHERE articles.id = ? AND versions.title IS articles.title AND versions.body = article_text.body
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A row of `versions`, without its text."""

    id: int
    capture_id: int
    content_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The capture that is being saved."""

    capture_id: int
    captured_at: str


def current_version(db: Database, article_id: int) -> Version:
    """Return the version that the article's title and body are."""
    (row,) = select(db, _CURRENT, [article_id])
    return Version(**row)


def begin_versions(db: Database, article_id: int, text: Cleaned, moment: Moment) -> Saved:
    """Write the first version of a new article."""
    _insert(db, article_id, text, moment)
    return "new"


def follow_version(db: Database, article_id: int, before: Version, text: Cleaned, moment: Moment) -> Saved:
    """Write that the site now shows `text` where it showed `before`."""
    if before.content_digest == _digest(text):
        see_version(db, before.id, moment)
        return "unchanged"
    known = _known(db, article_id, text)
    if known is None:
        _insert(db, article_id, text, moment)
    else:
        see_version(db, known, moment)
    return "changed"


def correct_version(db: Database, article_id: int, before: Version, text: Cleaned, moment: Moment) -> Saved:
    """Write that what was taken for the version `before` is really `text`."""
    known = _known(db, article_id, text)
    if known is None:
        db.table("versions").update(before.id, _content(text))
    elif known != before.id:
        db.table("versions").delete(before.id)
    see_version(db, before.id if known is None else known, moment)
    return "unchanged"


def see_version(db: Database, version_id: int, moment: Moment) -> None:
    """Write that the site showed this version at `moment`."""
    db.execute("UPDATE versions SET seen_to = max(seen_to, ?) WHERE id = ?", [moment.captured_at, version_id])


def _known(db: Database, article_id: int, text: Cleaned) -> int | None:
    same = "SELECT id FROM versions WHERE article_id = ? AND content_digest = ?"
    rows = select(db, same, [article_id, _digest(text)])
    return next((row["id"] for row in rows), None)


def _insert(db: Database, article_id: int, text: Cleaned, moment: Moment) -> None:
    seen = {"capture_id": moment.capture_id, "seen_from": moment.captured_at, "seen_to": moment.captured_at}
    insert(db, "versions", {"article_id": article_id, **_content(text), **seen})


def _content(text: Cleaned) -> dict[str, str | None]:
    return {"content_digest": _digest(text), "title": text.title, "body": text.body}


def _digest(text: Cleaned) -> str:
    return content_digest(text.title, text.body)
