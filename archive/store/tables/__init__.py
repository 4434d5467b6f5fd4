"""Every table and column of archive.db, described once.

The database, docs/schema.md and Datasette's column descriptions are all made from these.
The tables of the search index (articles_fts, articles_char, articles_tokens, articles_han, articles_length,
search_meta) belong to `archive.search.index`, made_by to `archive.store.made_by`.
"""

from __future__ import annotations

from archive.store.tables.articles import ARTICLE
from archive.store.tables.catalogue import CATALOGUE
from archive.store.tables.columns import Table
from archive.store.tables.copies import COPIES, COPY_INDEX
from archive.store.tables.crawling import CRAWLING

SCHEMA: tuple[Table, ...] = (*CRAWLING, *ARTICLE, *CATALOGUE, *COPIES)
"""In an order in which each table stands behind those that it refers to."""

DESCRIBED: tuple[Table, ...] = (*SCHEMA, *COPY_INDEX)
"""Those and the indexes that have no column `id`: all that docs/schema.md and Datasette describe."""
