"""The catalogue against the texts that it was made of, and against corrections.csv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.errors import CallError
from archive.store import made_by
from archive.store.archive import Archive
from archive.store.articles.statements import PLACES, Row, relevance_columns, statement_rows, stored_rows
from archive.store.check.findings import Fault, Finding, Remark
from archive.store.corrections import (
    CORRECTIONS_FILE,
    WHERE_A_KEY_STANDS,
    read_corrections,
    stored_lines,
    without_article,
)
from archive.store.recatalogue import statements_of, stored_articles
from archive.store.rows import value

_AGAIN = "Run `campaign-archive rebuild --catalogue`"


def catalogue_findings(archive: Archive) -> Iterator[Finding]:
    """Yield the articles whose statements are not those that their text gives, and names nobody names."""
    yield from _corrections(archive, archive.directory)
    yield from _statements(archive.db, is_of_today=made_by.is_of_today(archive.db, "catalogue"))
    for table, named in PLACES.items():
        unnamed = f"SELECT count(*) FROM {named} WHERE id NOT IN (SELECT {named[:-1]}_id FROM {table})"
        if count := value(archive.db, unnamed):
            yield Fault(f"{count} rows of {named} are named by no article", _AGAIN)


def _statements(db: Database, *, is_of_today: bool) -> Iterator[Finding]:
    """Where older rules were at work, other statements are no damage, but for words that stand nowhere."""
    older = 0
    for row in stored_articles(db):
        stored = [*stored_rows(db, row["id"])]
        if _is_given(db, row, stored):
            continue
        if is_of_today or not all(_stands(statement, row) for _, statement in stored):
            yield Fault(f"The catalogue of the article {row['url']} is not what its text gives", _AGAIN)
        else:
            older += 1
    if older:
        yield Remark(f"The catalogue of {older} articles was made by older rules", _AGAIN)


def _is_given(db: Database, row: dict[str, Any], stored: Iterable[tuple[str, Row]]) -> bool:
    statements = statements_of(db, row)
    is_judged_so = relevance_columns(statements.relevance).items() <= row.items()
    return is_judged_so and _sorted(statement_rows(statements)) == _sorted(stored)


def _stands(statement: Row, row: dict[str, Any]) -> bool:
    """Whether the words of a statement are where it says; a correction has its own."""
    text = statement["words"] if statement["field"] == "correction" else row[statement["field"]] or ""
    return bool(text[statement["start"] : statement["end"]] == statement["words"])


def _corrections(archive: Archive, directory: Path) -> Iterator[Finding]:
    """A file that nobody has taken over yet is no fault of the archive."""
    try:
        lines = read_corrections(directory)
    except CallError as error:
        yield Fault(error.what, error.remedy)
        return
    if lines != stored_lines(archive.db):
        yield Remark(f"{directory / CORRECTIONS_FILE} has changed since it was last taken over", _AGAIN)
    for line in without_article(archive.db, lines):
        yield Remark(f"{line.place} corrects {line.key}, which is no article", WHERE_A_KEY_STANDS)


def _sorted(rows: Iterable[tuple[str, Row]]) -> list[str]:
    return sorted(f"{table} {sorted(row.items())}" for table, row in rows)
