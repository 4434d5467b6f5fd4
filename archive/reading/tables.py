"""Datasette's metadata for the archive's tables: what they hold, and which index searches them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from archive.store.tables import SCHEMA

INDEX: Final = "articles_fts"
SEARCHED_BY: Final = {
    "articles": "id",
    "texts": "id",
    "article_text": "article_id",
    "blocks": "article_id",
    "article_captures": "article_id",
    "attachments": "article_id",
    "versions": "article_id",
    "edits": "article_id",
    "gaps": "article_id",
}
"""Tables that Datasette can search, and the column that holds the id of the article."""

LABELS: Final = {"articles": "title", "sites": "title", "captures": "url"}


def described_tables() -> dict[str, dict[str, Any]]:
    """Return the entry `tables` of Datasette's metadata for the database `archive`."""
    tables = {table.name: _described(table.name, table.purpose, _columns(table)) for table in SCHEMA}
    articles = {column: text for column, text in tables["articles"]["columns"].items()}
    texts = _described("texts", "Every article with its clean body: articles and article_text in one.", articles)
    hidden = {name: {"hidden": True} for name in (INDEX, "articles_char", "search_meta")}
    return {**tables, "texts": texts, **hidden}
