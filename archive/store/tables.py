"""Every table and column of archive.db, described once.

The database, docs/schema.md and Datasette's column descriptions are all made from these.
The tables of the search index (articles_fts, articles_char, articles_tokens, articles_han, articles_length,
search_meta) belong to `archive.search.index`.
"""

from __future__ import annotations

from archive.store.article_tables import ARTICLE
from archive.store.catalogue_tables import CATALOGUE
from archive.store.columns import Table
from archive.store.copies_tables import COPIES, COPY_INDEX
from archive.store.crawl_tables import CRAWLING
from archive.store.quantities_table import ARTICLE_QUANTITIES

SCHEMA: tuple[Table, ...] = (*CRAWLING, *ARTICLE, *CATALOGUE, ARTICLE_QUANTITIES, *COPIES)
"""In an order in which each table stands behind those that it refers to."""

DESCRIBED: tuple[Table, ...] = (*SCHEMA, *COPY_INDEX)
"""Those and the indexes that have no column `id`: all that docs/schema.md and Datasette describe."""
