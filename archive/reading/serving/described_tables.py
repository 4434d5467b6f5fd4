"""Datasette's metadata for the archive's tables: what they hold, and which index searches them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from archive.store import made_by
from archive.store.tables import DESCRIBED
from archive.store.tables.articles import ARTICLE_TEXT, ARTICLES
from archive.store.tables.columns import Table

INDEX: Final = "articles_fts"
INDEX_TABLES: Final = (
    *(INDEX, "articles_char", "articles_tokens", "articles_han", "articles_length"),
    "search_meta",
)
UNREADABLE_TABLES: Final = frozenset({INDEX, "articles_char"})
"""Of these, what can be asked with MATCH alone: they have no rows to list or count."""
_OF_ARTICLES: Final = (
    *("article_text", "blocks", "sections", "article_captures", "attachments", "versions", "takedowns"),
    *("edits", "gaps", "article_campaigns", "article_organisations", "field_origins", "embedded"),
    *("article_formulas", "article_quantities"),
)
SEARCHED_BY: Final = {"articles": "id", "texts": "id", **dict.fromkeys(_OF_ARTICLES, "article_id")}
"""Tables that Datasette can search, and the column that holds the id of the article."""

LABELS: Final = {
    "articles": "title",
    "sites": "title",
    "captures": "url",
    "campaigns": "name",
    "organisations": "name",
    "formulas": "name",
}


def described_tables() -> dict[str, dict[str, Any]]:
    """Return the entry `tables` of Datasette's metadata for the database `archive`."""
    tables = {table.name: _described(table.name, table.purpose, _columns(table)) for table in DESCRIBED}
    texts = _described(
        "texts", "Every article with its clean body.", _columns(ARTICLES) | _columns(ARTICLE_TEXT)
    )
    hidden = {name: {"hidden": True} for name in (*INDEX_TABLES, made_by.TABLE)}
    return {**tables, "texts": texts, **hidden}


def _columns(table: Table) -> dict[str, str]:
    return {column.name: column.description for column in table.columns}


def _described(name: str, purpose: str, columns: Mapping[str, str]) -> dict[str, Any]:
    described: dict[str, Any] = {"description": purpose, "columns": dict(columns)}
    if name in SEARCHED_BY:
        described |= {"fts_table": INDEX, "fts_pk": SEARCHED_BY[name]}
    if name in LABELS:
        described["label_column"] = LABELS[name]
    return described
