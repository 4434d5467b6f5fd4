"""The articles that a request selects: what its words match, narrowed by its filters and the query's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from archive.fold import fold
from archive.search.condition import Condition
from archive.search.facets import Constraint, Group, Tally, fulfils, tally, where
from archive.search.matches import Matches, group_by_facets, matches_of
from archive.search.query import Query, parse
from archive.search.request import SearchRequest, constraints_of
from archive.search.wildcards import is_cut, resolve, vocabulary_of

Count: TypeAlias = Callable[[sqlite3.Cursor, Matches, Condition], list[Group]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a request selects."""

    query: Query
    matches: Matches
    groups: tuple[Group, ...]
    """What the words match, by every combination of facet values."""
    constraints: tuple[Constraint, ...]
    published_by: Condition
    """The organisations asked for; they narrow the groups already."""

    @property
    def condition(self) -> Condition:
        """All filters, as SQL on `articles`."""
        sql, parameters = where(self.constraints)
        return Condition(f"{sql} AND {self.published_by.sql}", (*parameters, *self.published_by.parameters))

    def tally(self) -> Tally:
        """Count what is selected, and by facet."""
        return tally(self.groups, self.constraints)

    def selected_groups(self) -> Iterator[Group]:
        """Yield the groups that fulfil all filters."""
        return (group for group in self.groups if fulfils(group, self.constraints))

    def ids(self, cursor: sqlite3.Cursor) -> list[int]:
        """Return the ids of all selected articles, the earliest first, those without a date last."""
        condition = self.condition
        rows = cursor.execute(
            f"SELECT id FROM articles WHERE id IN ({self.matches.ids}) AND {condition.sql} "
            "ORDER BY published_at ASC NULLS LAST, id",
            (self.matches.parameter, *condition.parameters),
        )
        return [row[0] for row in rows.fetchall()]


def select(cursor: sqlite3.Cursor, request: SearchRequest) -> Selection:
    """Return what a request selects; the cursor must give plain tuples."""
    return _select(cursor, request, parse(request.query), group_by_facets)


def select_uncounted(cursor: sqlite3.Cursor, request: SearchRequest) -> Selection:
    """Return the same for whoever wants the ids alone: without groups, unless years are to be looked up."""
    query = parse(request.query)
    in_years = query.years or request.year_from is not None or request.year_to is not None
    return _select(cursor, request, query, group_by_facets if in_years else lambda *_: [])


def _select(cursor: sqlite3.Cursor, request: SearchRequest, query: Query, count: Count) -> Selection:
    expression = query.expression and resolve(query.expression, vocabulary_of(cursor.connection))
    if is_cut(expression):
        query = replace(query, notes=(*query.notes, "words_cut"))
    matches = matches_of(query, expression)
    published_by = _published_by(cursor, query.organisations)
    groups = tuple(count(cursor, matches, published_by))
    return Selection(
        query=query,
        matches=matches,
        groups=groups,
        constraints=constraints_of(cursor, request, query, groups),
        published_by=published_by,
    )


def _published_by(cursor: sqlite3.Cursor, organisations: tuple[str, ...]) -> Condition:
    """An organisation is named by part of the printed source (来源), or of the title of its site."""
    if not organisations:
        return Condition("true", ())
    parts = [fold(organisation) for organisation in organisations]
    names = "SELECT DISTINCT source FROM articles WHERE source IS NOT NULL", "SELECT title FROM sites"
    sources, titles = (
        json.dumps([name for (name,) in cursor.execute(sql) if any(part in fold(name) for part in parts)])
        for sql in names
    )
    return Condition(
        "(articles.source IN (SELECT value FROM json_each(?)) OR articles.site IN"
        " (SELECT name FROM sites WHERE title IN (SELECT value FROM json_each(?))))",
        (sources, titles),
    )
