"""Tables as CSV, for spreadsheets: UTF-8 with the mark by which Excel knows it, and no cell a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel reads Chinese as something else."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield a line of the columns' names, then one a row; a row may hold more than is written."""
    yield _line(columns, BYTE_ORDER_MARK)
    for row in rows:
        yield _line([harmless(row.get(name)) for name in columns])


def write_answer(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], about: Mapping[str, Any]
) -> Iterator[bytes]:
    """Yield a table whose lines are numbered from 1 (`number`), and say in their last cells what the file is.

    A table of nothing has one line, numbered 0, so that it says so as well.
    """
    return write_table((*columns, *about), ({**row, **about} for row in _numbered(rows)))


def _numbered(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    number = 0
    for number, row in enumerate(rows, start=1):
        yield {**row, "number": number}
    if not number:
        yield {"number": number}


def harmless(value: object) -> object:
    """Return the value of a cell, with an apostrophe before a text that would be a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _line(cells: Sequence[object], before: str = "") -> bytes:
    line = io.StringIO(before)
    line.seek(0, io.SEEK_END)
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()
