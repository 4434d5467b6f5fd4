"""The catalogue against the texts that it was made of, and against corrections.csv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.errors import CallError
from archive.store.archive import Archive
from archive.store.articles.statements import PLACES, Row, relevance_columns, statement_rows, stored_rows
from archive.store.check.findings import Fault, Finding, Remark
from archive.store.corrections import CORRECTIONS_FILE, read_corrections, stored_lines
from archive.store.recatalogue import statements_of, stored_articles
from archive.store.rows import value

_AGAIN = "Run `campaign-archive rebuild --catalogue`"


def catalogue_findings(archive: Archive) -> Iterator[Finding]:
    """Yield the articles whose statements are not those that their text gives, and names nobody names."""
    yield from _corrections(archive, archive.directory)
    for row in stored_articles(archive.db):
        statements = statements_of(archive.db, row)
        is_judged_so = relevance_columns(statements.relevance).items() <= row.items()
        if not is_judged_so or _sorted(statement_rows(statements)) != _sorted(
            stored_rows(archive.db, row["id"])
        ):
            yield Fault(f"The catalogue of the article {row['url']} is not what its text gives", _AGAIN)
    for table, named in PLACES.items():
        unnamed = f"SELECT count(*) FROM {named} WHERE id NOT IN (SELECT {named[:-1]}_id FROM {table})"
        if count := value(archive.db, unnamed):
            yield Fault(f"{count} rows of {named} are named by no article", _AGAIN)


def _corrections(archive: Archive, directory: Path) -> Iterator[Finding]:
    """A file that nobody has taken over yet is no fault of the archive."""
    try:
        lines = read_corrections(directory)
    except CallError as error:
        yield Fault(error.what, error.remedy)
        return
    if lines != stored_lines(archive.db):
        yield Remark(f"{directory / CORRECTIONS_FILE} has changed since it was last taken over", _AGAIN)
    for line in lines:
        if not value(archive.db, "SELECT 1 FROM articles WHERE key = ?", [line.key]):
            yield Remark(
                f"Line {line.number} of {CORRECTIONS_FILE} corrects {line.key}, which is no article",
                "Take its key from the last part of the article's permalink",
            )


def _sorted(rows: Iterable[tuple[str, Row]]) -> list[str]:
    return sorted(f"{table} {sorted(row.items())}" for table, row in rows)
