"""The articles that match a query's words, as the SQL that every question about them begins with."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.search.compiler import compile_expression, compile_for_title, single_character
from archive.search.expression import Expression
from archive.search.facets import COLUMNS, Constraint, Group, where
from archive.search.filters import FACETS
from archive.search.query import Query

Order: TypeAlias = Literal["relevance", "title_first", "newest", "oldest"]

TITLE_WEIGHT: Final = 10.0
BODY_WEIGHT: Final = 1.0
ATTACHMENT_WEIGHT: Final = 0.5

_BY_WORDS: Final = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
_BY_CHARACTER: Final = "SELECT rowid FROM articles_char WHERE articles_char MATCH ?"
_ALL: Final = "SELECT id FROM articles WHERE ? IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """A set of articles that SQL can read as often as needed."""

    ids: str
    """SELECT of their ids, with one parameter."""
    parameter: str | None
    expression: Expression | None
    """The words; None when no word was asked for."""


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the ordered matches to show."""

    order: Order
    limit: int
    offset: int


def matches_of(query: Query) -> Matches:
    """Return what a query's words match: all articles when it has only filters or is empty."""
    expression = query.expression
    if character := single_character(expression):
        return Matches(ids=_BY_CHARACTER, parameter=f'"{character}"', expression=expression)
    if expression is None and "no_words" not in query.notes:
        return Matches(ids=_ALL, parameter=None, expression=None)
    return Matches(ids=_BY_WORDS, parameter=compile_expression(expression), expression=expression)


def group_by_facets(cursor: sqlite3.Cursor, matches: Matches) -> list[Group]:
    """Count the matches once, by every combination of facet values that occurs."""
    columns = ", ".join(COLUMNS[facet] for facet in FACETS)
    grouped = ", ".join(map(str, range(1, len(FACETS) + 1)))
    return cursor.execute(
        f"WITH matched(id) AS MATERIALIZED ({matches.ids}) "
        f"SELECT {columns}, count(*) FROM matched JOIN articles ON articles.id = matched.id GROUP BY {grouped}",
        (matches.parameter,),
    ).fetchall()


def ids_in_order(
    cursor: sqlite3.Cursor, matches: Matches, constraints: Sequence[Constraint], page: Page
) -> list[int]:
    """Return the ids of one page."""
    condition, values = where(constraints)
    if page.order == "relevance" and matches.expression:
        return _by_weight(cursor, matches.expression, (condition, values), page)
    ...
