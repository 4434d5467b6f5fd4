"""Writing the essays of a merged text beside it: articles of their own that name the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlite_utils import Database

from archive.model import Article
from archive.store.articles.deletion import delete_article
from archive.store.changes import Text
from archive.store.permalink import key_of
from archive.store.rows import select


def parts_of(db: Database, whole_id: int) -> list[int]:
    """Return the ids of the essays of a merged text, in their order."""
    found = select(db, "SELECT id FROM articles WHERE part_of_id = ? ORDER BY id", [whole_id])
    return [row["id"] for row in found]


def part_key(url: str) -> str:
    """Return the permalink of an essay, `<key of the whole>#2`, from its address `<the whole's>#2`."""
    whole, _, number = url.rpartition("#")
    return f"{key_of(whole)}#{number}"


def whole_key(key: str) -> str:
    """Return the permalink of the text that an essay is a part of; of any other text, its own."""
    return key.partition("#")[0]


def write_parts(db: Database, whole_id: int, text: Text, write: Callable[[Text], object]) -> None:
    """Write each essay of `text` with `write`, over what stood at its number; drop those that are no more."""
    known = parts_of(db, whole_id)
    for number, part in enumerate(text.article.parts):
        write(_part_text(text, part, known[number] if number < len(known) else None))
    for article_id in known[len(text.article.parts) :]:
        delete_article(db, article_id)


def _part_text(text: Text, part: Article, article_id: int | None) -> Text:
    """An essay stands on the pages of the whole, but no further page is named by it."""
    pages = tuple(replace(page, extraction=replace(page.extraction, next_part=None)) for page in text.pages)
    return replace(text, article_id=article_id, article=part, pages=pages, files=())
