"""The rows that are made anew with every text of an article: its columns, and all tables that hang on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from sqlite_utils import Database

from archive.catalogue.text import date_of
from archive.model import Article, FieldName
from archive.store.articles.changes import ReadPage, Text
from archive.store.articles.statements import clear_statements, relevance_columns, write_statements
from archive.store.articles.versions import Moment
from archive.store.corrections import correct_genre, corrected_statements
from archive.store.rows import columns, insert, insert_all, select, value
from archive.store.tables.articles import MADE_OF_TEXT


def article_columns(article: Article, moment: Moment) -> dict[str, Any]:
    """Return the columns of `articles` that come from the text; those that were not found are None."""
    has_views = "views" in article.fields
    return {
        **{name: article.fields.get(name) for name in get_args(FieldName)},
        **columns(article.cleaned.truncation),
        "views_seen_on": moment.captured_at[:10] if has_views else None,
        "title": article.cleaned.title,
        "body_chars": len(article.cleaned.body),
        "host_lines": article.cleaned.edges.host_lines or None,
        "confidence": article.confidence,
        "flags": " ".join(article.flags),
        **relevance_columns(article.catalogued.relevance),
    }


def replace_text(db: Database, article_id: int, text: Text, moment: Moment) -> None:
    """Put what is made of a text in the place of what was made of the one before."""
    pages = "SELECT capture_id, last_capture_id FROM article_captures WHERE article_id = ?"
    last = select(db, pages, [article_id])
    last_captures = {row["capture_id"]: row["last_capture_id"] for row in last}
    clear_statements(db, article_id)
    for table in MADE_OF_TEXT:
        db.table(table).delete_where("article_id = ?", [article_id])
    insert_text(db, article_id, text, last_captures, moment)


def insert_text(
    db: Database, article_id: int, text: Text, last_captures: dict[int, int], moment: Moment
) -> None:
    """Insert all that is made of a text; `last_captures` are the newest that showed what each one showed."""
    cleaned = text.article.cleaned
    insert(db, "article_text", {"article_id": article_id, "body": cleaned.body, "raw_text": cleaned.raw})
    children: dict[str, Iterable[dict[str, Any]]] = {
        "blocks": ({"position": at, **columns(span)} for at, span in enumerate(text.article.blocks)),
        "sections": ({"position": at, **columns(one)} for at, one in enumerate(text.article.sections)),
        "edits": map(columns, cleaned.edits),
        "gaps": map(columns, cleaned.gaps),
        "field_origins": ({"field": name, "origin": at} for name, at in text.article.origins.items()),
        "embedded": ({"position": at, **columns(one)} for at, one in enumerate(text.article.embedded)),
        "attachments": map(columns, text.files),
        "article_captures": _page_rows(text.pages, last_captures, moment),
    }
    for table, rows in children.items():
        insert_all(db, table, ({"article_id": article_id, **row} for row in rows))
    _insert_statements(db, article_id, text.article)


def _insert_statements(db: Database, article_id: int, article: Article) -> None:
    key = value(db, "SELECT key FROM articles WHERE id = ?", [article_id])
    correct_genre(db, key)
    statements = corrected_statements(db, key, article.catalogued, date_of(article.fields))
    write_statements(db, article_id, statements)


def _page_rows(
    pages: Iterable[ReadPage], last_captures: dict[int, int], moment: Moment
) -> Iterator[dict[str, Any]]:
    for position, page in enumerate(pages):
        capture_id = moment.capture_id if page.capture_id is None else page.capture_id
        yield {
            "position": position,
            "capture_id": capture_id,
            "next_part": page.extraction.next_part,
            "last_capture_id": last_captures.get(capture_id, capture_id),
        }
