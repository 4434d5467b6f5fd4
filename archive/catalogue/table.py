"""The tables of archive/data that the catalogue reads: a heading of names, then one row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from archive.data import data_lines


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of `archive/data/<name>` by column."""
    heading, *rows = (line.split("\t") for line in data_lines(name))
    for row in rows:
        yield dict(zip(heading, row, strict=True))


def values(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that are divided by |."""
    return tuple(value for value in cell.split("|") if value)


def provinces() -> str:
    """Return the names of the provinces as a regular expression."""
    return "|".join(row["name"] for row in read_table("provinces.tsv"))


@cache
def words(use: str, of: str = "catalogue_words.tsv") -> str:
    """Return the words of a table of words for one use, as a regular expression, the longest first."""
    (row,) = (row for row in read_table(of) if row["use"] == use)
    return "|".join(map(re.escape, sorted(values(row["words"]), key=len, reverse=True)))
