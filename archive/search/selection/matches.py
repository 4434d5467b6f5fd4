"""The articles that match a query's words, as SQL that every question about them begins with."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from archive.search.condition import Condition
from archive.search.query.compiler import (
    BY_CHARACTER,
    BY_WORDS,
    compile_expression,
    compile_for_title,
    single_character,
)
from archive.search.query.expression import Expression, any_of, in_scope, wanted
from archive.search.query.filters import FACETS, Facet
from archive.search.query.parsed_query import Query
from archive.search.selection.facets import COLUMNS, Group
from archive.search.selection.scan import scan

_LISTED: Final = "SELECT value FROM json_each(?)"
_ALL: Final = "SELECT id FROM articles WHERE ? IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What matches, before any filter."""

    ids: str
    """SELECT of the ids, with one parameter."""
    parameter: str | None
    words: str | None
    """The parameter of `BY_WORDS` for the same articles, to weigh them by; None when there is none."""
    by_title: str
    """SELECT of ids, which takes `title` or `any_in_title`."""
    title: str | None
    """Gives those of them that match in the title; None when no word was asked for."""
    any_in_title: str | None
    """Gives all articles with any of the words in the title."""


def matches_of(query: Query, expression: Expression | None) -> Matches:
    """Return what a query's words match: every article when it has only filters, or is empty.

    `expression` is that of the query without its patterns.
    """
    if expression is None and "no_words" not in query.notes:
        return Matches(ids=_ALL, parameter=None, words=None, by_title=BY_WORDS, title=None, any_in_title=None)
    words, title = compile_expression(expression), compile_for_title(expression)
    any_in_title = compile_for_title(any_of([*wanted(expression)]))
    by_words = Matches(
        ids=BY_WORDS,
        parameter=words,
        words=words,
        by_title=BY_WORDS,
        title=title,
        any_in_title=any_in_title,
    )
    if character := single_character(expression):
        return replace(by_words, ids=BY_CHARACTER, parameter=f'"{character}"')
    return by_words


def scanned_matches(cursor: sqlite3.Cursor, expression: Expression) -> Matches:
    """Return what matches an expression with patterns, told by reading the texts."""
    any_of_it = any_of([*wanted(expression)]) or expression
    return Matches(
        ids=_LISTED,
        parameter=_listed(scan(cursor, expression)),
        words=None,
        by_title=_LISTED,
        title=_listed(scan(cursor, in_scope(expression, "title"))),
        any_in_title=_listed(scan(cursor, in_scope(any_of_it, "title"))),
    )


def _listed(ids: Iterable[int]) -> str:
    return json.dumps([*ids])


def group_by_facets(
    cursor: sqlite3.Cursor, matches: Matches, condition: Condition, facets: Sequence[Facet] = FACETS
) -> list[Group]:
    """Count the matches in one pass, by every combination of the facets' values that occurs."""
    columns = ", ".join(COLUMNS[facet] for facet in facets)
    numbers = ", ".join(str(number) for number, _ in enumerate(facets, start=1))
    return cursor.execute(
        f"WITH matched(id) AS MATERIALIZED ({matches.ids}) "
        f"SELECT {columns}, count(*) FROM matched JOIN articles ON articles.id = matched.id "
        f"WHERE {condition.sql} GROUP BY {numbers}",
        (matches.parameter, *condition.parameters),
    ).fetchall()
