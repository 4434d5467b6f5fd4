"""What the page of an article says of its copies, and the part of a cut text that a fuller copy shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.copies.mirrors import original_address
from archive.copies.missing import Missing, missing_parts
from archive.model import Gap
from archive.reading.rows import Row, counted, first_row, rows

SHOWN: Final = 50

_CLUSTER: Final = """
SELECT copies.*, key, url, articles.title, site, published_at, completeness, script,
    sites.title AS site_title, kind AS site_kind
FROM copies JOIN articles ON articles.id = article_id LEFT JOIN sites ON sites.name = site
WHERE cluster = ? ORDER BY original_id IS NOT NULL, published_at IS NULL, published_at, key LIMIT ?
"""
_OWN: Final = "SELECT * FROM copies WHERE article_id = ?"
_COUNT: Final = "SELECT count(*) AS total FROM copies WHERE cluster = ?"
_FULLER: Final = """
SELECT key, url, articles.title, script, published_at, sites.title AS site_title, site, body
FROM articles JOIN article_text ON article_id = articles.id LEFT JOIN sites ON sites.name = site
WHERE articles.id = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPart:
    """A part that the site left out, as another one shows it."""

    text: str
    gap: int | None
    """Position of the gap that says so; None where the site says nothing of it."""
    after: str
    """The last characters before it in the cut text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesPanel:
    """The cluster of an article."""

    own: Row
    """The article's row of `copies`."""
    members: tuple[Row, ...]
    """Rows of `copies` with key, url, title, site, site_title, published_at …; the original first."""
    total: int
    """Of them, shown or not."""
    fuller: Row | None
    """Key, url, title, site, site_title and body of the text that has more; None: none has."""
    missing: tuple[MissingPart, ...]
    """What the article lacks of it."""


def copies_panel(conn: sqlite3.Connection, article: Row, gaps: Sequence[Gap]) -> CopiesPanel | None:
    """Return what the archive knows of an article's copies; None if it has none."""
    own = first_row(conn, _OWN, article["id"])
    if own is None:
        return None
    fuller = first_row(conn, _FULLER, own["fuller_id"])
    parts = missing_parts(article["body"], fuller["body"]) if fuller else ()
    return CopiesPanel(
        own=own,
        members=rows(conn, _CLUSTER, own["cluster"], SHOWN),
        total=counted(conn, _COUNT, own["cluster"])["total"],
        fuller=fuller,
        missing=tuple(_part(part, article["body"], fuller["body"], gaps) for part in parts) if fuller else (),
    )


def named_original(conn: sqlite3.Connection, url: str) -> Row | None:
    """Return url, and key where the archive has it, of the page that the path of a mirror's address names."""
    named = original_address(url)
    if named is None:
        return None
    return first_row(conn, "SELECT url, key FROM articles WHERE url = ?", named) or {
        "url": named,
        "key": None,
    }


def _part(part: Missing, body: str, fuller: str, gaps: Sequence[Gap]) -> MissingPart:
    stated = (gap.position for gap in gaps if part.earliest <= gap.position <= part.latest)
    return MissingPart(
        text=fuller[part.start : part.end].strip(),
        gap=next(stated, None),
        after=body[max(0, part.earliest - 20) : part.earliest].replace("\n", " "),
    )
