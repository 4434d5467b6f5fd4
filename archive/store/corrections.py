"""corrections.csv: what a person corrects in the catalogue; it survives every rebuild.

key,what,value,reason
abc234def567,campaign,创先争优,The title says 争创 and means it
abc234def567,no organisation,枣矿集团,Only its mine is meant
abc234def567,genre,讲话,A speech without a salutation
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from archive.catalogue.correction import CORRECTED_THINGS, CorrectedThing, Correction, corrected
from archive.errors import CallError
from archive.statements import Catalogued
from archive.store.failures import told
from archive.store.rows import insert, select

CORRECTIONS_FILE: Final = "corrections.csv"
WHERE_A_KEY_STANDS: Final = "Take its key from the last part of the article's permalink"
_HEADING: Final = ["key", "what", "value", "reason"]


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction of one article."""

    number: int
    key: str
    correction: Correction

    @property
    def place(self) -> str:
        """Where it stands, for whoever mends it."""
        return f"Line {self.number} of {CORRECTIONS_FILE}"


def read_corrections(directory: Path) -> tuple[CorrectionLine, ...]:
    """Return the lines of `directory`/corrections.csv; none where there is no such file.

    Spreadsheets write semicolons or tabs where the comma is a decimal sign, and empty cells beyond the last
    column; both are read. Raises `CallError` that names the line and what it should say.
    """
    path = directory / CORRECTIONS_FILE
    if not path.exists():
        return ()
    try:
        with told(path), path.open(encoding="utf-8-sig", newline="") as file:
            delimiter = _delimiter(file.readline())
            file.seek(0)
            return tuple(_lines(path, csv.reader(file, delimiter=delimiter)))
    except UnicodeDecodeError:
        raise CallError(
            f"{path} is not written in UTF-8", remedy="Save it in UTF-8; Excel calls that CSV UTF-8"
        ) from None
    except csv.Error as error:
        raise CallError(
            f"{path} can't be read: {error}", remedy="Look for a quote that is not closed"
        ) from None


def without_article(db: Database, lines: tuple[CorrectionLine, ...]) -> tuple[CorrectionLine, ...]:
    """Return the lines whose key is that of no article: misspelt, removed, or not here yet."""
    keys = {row["key"] for row in select(db, "SELECT key FROM articles")}
    return tuple(line for line in lines if line.key not in keys)


def take_over(db: Database, lines: tuple[CorrectionLine, ...]) -> set[str]:
    """Put the lines into the table `corrections`, and return the keys whose corrections changed."""
    before, after = _by_key(stored_lines(db)), _by_key(lines)
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    if before or after:
        _restore_genres(db)
        db.execute("DELETE FROM corrections")
    for line in lines:
        what = line.correction
        row = {"line": line.number, "key": line.key, "what": what.what, "value": what.value}
        insert(db, "corrections", {**row, "reason": what.reason, "was": None})
    for key in after:
        correct_genre(db, key)
    return changed


def stored_lines(db: Database) -> tuple[CorrectionLine, ...]:
    """Return the corrections as they were last taken over."""
    return tuple(map(_of_row, select(db, "SELECT * FROM corrections ORDER BY id")))


def corrected_statements(db: Database, key: str, catalogued: Catalogued, date: str | None) -> Catalogued:
    """Return the statements about the article `key` with its corrections."""
    found = select(db, "SELECT * FROM corrections WHERE key = ? ORDER BY id", [key])
    corrections = [_of_row(row).correction for row in found]
    return corrected(catalogued, corrections, date) if corrections else catalogued


def _of_row(row: dict[str, Any]) -> CorrectionLine:
    correction = Correction(what=row["what"], value=row["value"], reason=row["reason"])
    return CorrectionLine(row["line"], row["key"], correction)


def correct_genre(db: Database, key: str) -> None:
    """Write the corrected genre of the article `key`, if there is one, and note what the rules said."""
    genre = "(SELECT genre FROM articles WHERE articles.key = corrections.key)"
    db.execute(f"UPDATE corrections SET was = {genre} WHERE key = ? AND what = 'genre'", [key])
    db.execute(
        "UPDATE articles SET genre = corrections.value FROM corrections "
        "WHERE corrections.key = articles.key AND what = 'genre' AND articles.key = ?",
        [key],
    )


def _restore_genres(db: Database) -> None:
    db.execute(
        "UPDATE articles SET genre = corrections.was FROM corrections "
        "WHERE corrections.key = articles.key AND what = 'genre' AND genre = corrections.value"
    )


def _by_key(lines: tuple[CorrectionLine, ...]) -> dict[str, list[Correction]]:
    found = defaultdict(list)
    for line in lines:
        found[line.key].append(line.correction)
    return dict(found)


def _lines(path: Path, rows: Iterator[list[str]]) -> Iterator[CorrectionLine]:
    for number, row in enumerate(rows, start=1):
        cells = _cells(row)
        if number == 1 and [cell.lower() for cell in cells] != _HEADING:
            raise _wrong(path, number, "is not the heading", f"Write {','.join(_HEADING)}")
        if number > 1 and any(cells):
            yield _line(path, number, cells)


def _delimiter(heading: str) -> str:
    return next((sign for sign in ";\t" if sign in heading and "," not in heading), ",")


def _cells(row: list[str]) -> list[str]:
    cells = [cell.strip() for cell in row]
    beyond = cells[len(_HEADING) :]
    return cells if any(beyond) else cells[: len(_HEADING)]


def _key_of(written: str) -> str:
    """A key, or the permalink that ends with it, also with what an address bar adds: `?q=安全#hit-1`."""
    return re.split("[?#]", written)[0].rstrip("/").rpartition("/")[2]


def _line(path: Path, number: int, cells: list[str]) -> CorrectionLine:
    if len(cells) != len(_HEADING) or not all(cells):
        raise _wrong(path, number, "has not four filled cells", "Give key, what, value and reason")
    key, what, value, reason = cells
    things: dict[str, CorrectedThing] = {thing: thing for thing in CORRECTED_THINGS}
    if what not in things:
        raise _wrong(path, number, f"corrects {what}", f"Name one of {', '.join(CORRECTED_THINGS)}")
    return CorrectionLine(number, _key_of(key), Correction(what=things[what], value=value, reason=reason))


def _wrong(path: Path, number: int, fault: str, remedy: str) -> CallError:
    return CallError(f"Line {number} of {path} {fault}", remedy=remedy)
