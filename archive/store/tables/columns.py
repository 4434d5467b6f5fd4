"""What a table of archive.db is described with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

ColumnType: TypeAlias = Literal["INTEGER", "TEXT", "REAL"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `description` tells a researcher what stands in it and in what form."""

    name: str
    type: ColumnType
    description: str
    required: bool = True
    """Never NULL."""
    references: str | None = None
    """The table whose `id` stands here."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table; it has an integer primary key `id` beside `columns`, unless `key` names another one."""

    name: str
    purpose: str
    columns: tuple[Column, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    indexed: tuple[tuple[str, ...], ...] = ()
    key: tuple[str, ...] = ()
    """Columns that are the primary key of a table without `id`; its rows stand in their order."""


def text(name: str, description: str) -> Column:
    """Return a column of text."""
    return Column(name, "TEXT", description)


def number(name: str, description: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, "INTEGER", description)


def real(name: str, description: str) -> Column:
    """Return a column of shares and measures."""
    return Column(name, "REAL", description)


def reference(name: str, table: str, description: str) -> Column:
    """Return a column that holds the id of a row of `table`."""
    return Column(name, "INTEGER", description, references=table)


def optional(column: Column) -> Column:
    """Return the column as one that may be NULL."""
    return replace(column, required=False)


ARTICLE_ID = reference("article_id", "articles", "The article")
"""The column of all tables whose rows belong to one article."""
