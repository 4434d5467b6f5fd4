"""What a list of results says of each article."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from archive.search.in_text.needles import Needle
from archive.search.in_text.snippet import Parts, Snippet, best_snippet, mark
from archive.search.index.stored_texts import texts_of

_ARTICLE: Final = """
SELECT key, articles.title, url, site, published_at, written_on, completeness, genre, source, script,
    confidence, body_chars, masked_count, flags, gone_at, sites.title AS site_title, sites.kind AS site_kind
FROM articles LEFT JOIN sites ON sites.name = site WHERE articles.id = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One result; the fields are the columns of `articles`, None where nothing was found on the page."""

    article_id: int
    key: str
    title: str | None
    url: str
    site: str
    published_at: str | None
    written_on: str | None
    completeness: str
    genre: str | None
    source: str | None
    script: str | None
    confidence: str
    body_chars: int
    masked_count: int
    flags: str
    gone_at: str | None
    site_title: str | None
    site_kind: str | None
    title_parts: Parts
    """The title with its matches; empty without a title."""
    snippet: Snippet
    """From the body; from an attachment where only that matches."""


def load_hits(cursor: sqlite3.Cursor, ids: Sequence[int], needles: Sequence[Needle]) -> tuple[Hit, ...]:
    """Return the hits in the order of `ids`."""
    return tuple(_load(cursor, article_id, needles) for article_id in ids)


def _load(cursor: sqlite3.Cursor, article_id: int, needles: Sequence[Needle]) -> Hit:
    found = cursor.execute(_ARTICLE, (article_id,))
    names = (column[0] for column in found.description)
    columns: dict[str, Any] = dict(zip(names, found.fetchone(), strict=True))
    _, body, attachments = texts_of(cursor.connection, article_id)
    return Hit(
        article_id=article_id,
        **columns,
        title_parts=mark(columns["title"] or "", needles),
        snippet=_snippet(body, attachments, needles),
    )


def _snippet(body: str, attachments: str, needles: Sequence[Needle]) -> Snippet:
    of_body = best_snippet(body, needles)
    if of_body.has_match or not attachments:
        return of_body
    of_attachments = best_snippet(attachments, needles)
    return of_attachments if of_attachments.has_match else of_body
