"""The essays of a merged text: articles of their own that name the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlite_utils import Database

from archive.addresses import spellings
from archive.store.articles.changes import Text
from archive.store.articles.deletion import delete_article
from archive.store.rows import select
from archive.store.tombstones import why_removed

_PARTS = "SELECT id, url FROM articles WHERE part_of_id = ? ORDER BY id"


def parts_of(db: Database, whole_id: int) -> list[int]:
    """Return the ids of the essays of a merged text, in their order."""
    return [row["id"] for row in select(db, _PARTS, [whole_id])]


def part_texts(db: Database, whole_id: int, text: Text) -> Iterator[Text]:
    """Yield each essay of `text`, to be written over what stands at its number; drop those that are no more.

    One that was taken out stays out. An essay stands on the pages of the whole, but no further page is named
    by it.
    """
    known = {row["url"]: row["id"] for row in select(db, _PARTS, [whole_id])}
    pages = tuple(replace(page, extraction=replace(page.extraction, next_part=None)) for page in text.pages)
    for part in text.article.parts:
        part_id = known.pop(part.url, None)
        if part_id or not why_removed(db, spellings(part.url)):
            yield replace(text, article_id=part_id, part_of_id=whole_id, article=part, pages=pages, files=())
    for surplus_id in known.values():
        delete_article(db, surplus_id)
