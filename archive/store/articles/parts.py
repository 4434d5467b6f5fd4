"""The essays of a merged text: articles of their own that name the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from sqlite_utils import Database

from archive.store.articles.changes import Text
from archive.store.articles.deletion import delete_article
from archive.store.rows import select


def parts_of(db: Database, whole_id: int) -> list[int]:
    """Return the ids of the essays of a merged text, in their order."""
    found = select(db, "SELECT id FROM articles WHERE part_of_id = ? ORDER BY id", [whole_id])
    return [row["id"] for row in found]


def part_texts(db: Database, whole_id: int, text: Text) -> Iterator[Text]:
    """Yield each essay of `text`, to be written over what stands at its number; drop those that are no more.

    An essay stands on the pages of the whole, but no further page is named by it.
    """
    known = parts_of(db, whole_id)
    pages = tuple(replace(page, extraction=replace(page.extraction, next_part=None)) for page in text.pages)
    for part, part_id in zip_longest(text.article.parts, known[: len(text.article.parts)]):
        yield replace(text, article_id=part_id, part_of_id=whole_id, article=part, pages=pages, files=())
    for surplus_id in known[len(text.article.parts) :]:
        delete_article(db, surplus_id)
