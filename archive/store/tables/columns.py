"""What a table of archive.db is described with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

ColumnType: TypeAlias = Literal["INTEGER", "TEXT", "REAL"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `description` tells a researcher what stands in it and in what form."""

    name: str
    type: ColumnType
    description: str
    required: bool = False
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


def required(column: Column) -> Column:
    """Return the column as one that is never NULL."""
    return Column(column.name, column.type, column.description, True, column.references)


def reference(name: str, table: str, description: str) -> Column:
    """Return a column that holds the id of a row of `table`, never NULL."""
    return Column(name, "INTEGER", description, True, table)


ARTICLE_ID = reference("article_id", "articles", "The article")
"""The column of all tables whose rows belong to one article."""


def all_required(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return the columns as ones that are never NULL."""
    return tuple(required(column) for column in columns)
