"""Making the catalogue again from the stored texts, without reading the raw captures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.catalogue import catalogue
from archive.catalogue.text import date_of
from archive.model import FieldName, Fields
from archive.statements import Catalogued
from archive.store import made_by
from archive.store.archive import Archive
from archive.store.articles.statements import clear_statements, relevance_columns, write_statements
from archive.store.corrections import corrected_statements, read_corrections, take_over
from archive.store.locking import whole_archive
from archive.store.progress import Progress, unseen
from archive.store.rows import in_pieces, select

_STORED = """
SELECT articles.id, key, url, title, body, source, site_name, published_at, written_on, event_on,
  relevance, relevance_reasons
FROM articles JOIN article_text ON article_text.article_id = articles.id
"""
_FIELDS: tuple[FieldName, ...] = ("source", "site_name", "published_at", "written_on", "event_on")


def recatalogue(archive: Archive, *, progress: Progress = unseen) -> int:
    """Catalogue every article again, with today's rules and corrections.csv; return how many there are.

    Raises `CallError` for a line of corrections.csv that says nothing, `LockedError` while a run goes on.
    """
    lines = read_corrections(archive.directory)
    with whole_archive.alone(archive.directory), archive.transaction() as db:
        take_over(db, lines)
        total = db.table("articles").count
        for done, row in enumerate(stored_articles(db), start=1):
            _write_again(db, row)
            progress(done, total)
        made_by.note(db, "catalogue")
    return total


def take_corrections(db: Database, directory: Path) -> None:
    """Take over corrections.csv where it changed, for the articles that it names; within a transaction."""
    for key in sorted(take_over(db, read_corrections(directory))):
        for row in list(select(db, f"{_STORED} WHERE key = ?", [key])):
            _write_again(db, row)


def statements_of(db: Database, row: dict[str, Any]) -> Catalogued:
    """Return what is to be stated about a stored article, see `stored_articles`."""
    fields: Fields = {name: row[name] for name in _FIELDS if row[name]}
    found = catalogue(row["title"], row["body"], fields, row["url"])
    return corrected_statements(db, row["key"], found, date_of(fields))


def stored_articles(db: Database) -> Iterator[dict[str, Any]]:
    """Return every article with what the catalogue reads of it; it may be written to meanwhile."""
    return in_pieces(db, f"{_STORED} WHERE articles.id > ? ORDER BY articles.id")


def _write_again(db: Database, row: dict[str, Any]) -> None:
    clear_statements(db, row["id"])
    statements = statements_of(db, row)
    write_statements(db, row["id"], statements)
    db.table("articles").update(row["id"], relevance_columns(statements.relevance))
