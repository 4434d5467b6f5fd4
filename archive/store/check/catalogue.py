"""The catalogue against the texts that it was made of, and against corrections.csv."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from archive.errors import CallError
from archive.store.archive import Archive
from archive.store.articles.quantities import TABLE, quantity_rows, stored_quantities
from archive.store.articles.statements import PLACES, relevance_columns, statement_rows
from archive.store.check.findings import Fault, Finding, Remark
from archive.store.corrections import CORRECTIONS_FILE, read_corrections, stored_lines
from archive.store.recatalogue import statements_of, stored_articles

_AGAIN = "Run `campaign-archive rebuild --catalogue`"


def catalogue_findings(archive: Archive) -> Iterator[Finding]:
    """Yield the articles whose statements are not those that their text gives, and names nobody names."""
    yield from _corrections(archive, archive.directory)
    for row in stored_articles(archive.db):
        statements = statements_of(archive.db, row)
        expected = [(table, dict(made)) for table, made in statement_rows(statements)]
        expected += [(TABLE, dict(made)) for made in quantity_rows(statements.quantities)]
        is_judged_so = relevance_columns(statements.relevance).items() <= row.items()
        if not is_judged_so or _sorted(expected) != _sorted(_stored(archive, row["id"])):
            yield Fault(f"The catalogue of the article {row['url']} is not what its text gives", _AGAIN)
    for table, named in PLACES.items():
        unnamed = f"SELECT count(*) FROM {named} WHERE id NOT IN (SELECT {named[:-1]}_id FROM {table})"
        (count,) = archive.db.execute(unnamed).fetchone()
        if count:
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
        if not archive.db.execute("SELECT 1 FROM articles WHERE key = ?", [line.key]).fetchone():
            yield Remark(
                f"Line {line.number} of {CORRECTIONS_FILE} corrects {line.key}, which is no article",
                "Take its key from the last part of the article's permalink",
            )


def _stored(archive: Archive, article_id: int) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for table, named in PLACES.items():
        sql = (
            f"SELECT {named}.name AS statement_name, {table}.* FROM {table} JOIN {named} "
            f"ON {named}.id = {named[:-1]}_id WHERE article_id = ?"
        )
        for row in archive.db.query(sql, [article_id]):
            name = row.pop("statement_name")
            kept = {key: value for key, value in row.items() if key != "id" and not key.endswith("_id")}
            yield table, {"name": name, **kept}
    for quantity in stored_quantities(archive.db, article_id):
        yield TABLE, quantity


def _sorted(rows: Any) -> list[str]:
    return sorted(f"{table} {sorted(row.items())}" for table, row in rows)
