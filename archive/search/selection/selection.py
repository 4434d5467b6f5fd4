"""The articles that a request selects: what its words match, narrowed by its filters and the query's."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.search.condition import Condition, all_conditions
from archive.search.query import parse
from archive.search.query.dates import dated
from archive.search.query.filters import NAMED, Facet
from archive.search.query.parsed_query import Query
from archive.search.query.wildcards import WEIGHED, resolve_within, vocabulary_of
from archive.search.selection.collapse import Collapse, collapse
from archive.search.selection.facets import Constraint, Group, Tally, fulfilled, tally
from archive.search.selection.matches import Matches, group_by_facets, matches_of, scanned_matches
from archive.search.selection.named import NamedConditions, count_named, named_conditions
from archive.search.selection.request import SearchRequest, constraints_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a request selects."""

    query: Query
    matches: Matches
    groups: tuple[Group, ...]
    """What the words match, by every combination of facet values; none where nobody wants a tally."""
    constraints: tuple[Constraint, ...]
    named: NamedConditions
    """The campaigns and organisations asked for; they narrow the groups already."""
    dated: Condition
    """The dates asked for; they do so, too."""

    @property
    def condition(self) -> Condition:
        """All filters, as SQL on `articles`."""
        return all_conditions([fulfilled(self.constraints), *self.named.values(), self.dated])

    def tally(self) -> Tally:
        """Count what is selected, and by facet."""
        return tally(self.groups, self.constraints)

    def count_named(self, cursor: sqlite3.Cursor) -> dict[str, tuple[tuple[str, int], ...]]:
        """Count what is selected by campaign and organisation, each as if it were not itself asked for."""
        facets = all_conditions([fulfilled(self.constraints), self.dated])
        return {
            kind: count_named(
                cursor,
                kind,
                self.matches,
                all_conditions([facets, *(other for name, other in self.named.items() if name != kind)]),
            )
            for kind in NAMED
        }

    def count_by(self, cursor: sqlite3.Cursor, facets: Sequence[Facet]) -> list[Group]:
        """Count what is selected by every combination of these facets' values; others take no time."""
        return group_by_facets(cursor, self.matches, self.condition, facets)

    def ids(self, cursor: sqlite3.Cursor, collapsing: Collapse) -> list[int]:
        """Return the ids of all articles of the list, the earliest first, those without a date last."""
        condition = collapse(cursor, self.matches, self.condition, collapsing).condition
        rows = cursor.execute(
            f"SELECT id FROM articles WHERE id IN ({self.matches.ids}) AND {condition.sql} "
            "ORDER BY published_at ASC NULLS LAST, id",
            (self.matches.parameter, *condition.parameters),
        )
        return [row[0] for row in rows.fetchall()]


def select(cursor: sqlite3.Cursor, request: SearchRequest) -> Selection:
    """Return what a request selects, with its groups; the cursor must give plain tuples."""
    selected = select_uncounted(cursor, request)
    filtered = all_conditions([*selected.named.values(), selected.dated])
    return replace(selected, groups=tuple(group_by_facets(cursor, selected.matches, filtered)))


def select_uncounted(cursor: sqlite3.Cursor, request: SearchRequest) -> Selection:
    """Return the same for whoever wants no tally: without groups."""
    return _select(cursor, request, parse(request.query))


def select_whatever_it_says(cursor: sqlite3.Cursor, request: SearchRequest) -> Selection:
    """Return what the filters leave, those of the query too: with its words or without."""
    return _select(cursor, request, replace(parse(request.query), expression=None, notes=()))


def _matches(cursor: sqlite3.Cursor, query: Query) -> Matches:
    if query.expression is None:
        return matches_of(query, None)
    resolved = resolve_within(query.expression, vocabulary_of(cursor.connection), WEIGHED)
    return matches_of(query, resolved) if resolved else scanned_matches(cursor, query.expression)


def _select(cursor: sqlite3.Cursor, request: SearchRequest, query: Query) -> Selection:
    matches = _matches(cursor, query)
    if query.expression and matches.words is None:
        query = query.noting("unweighed")
    return Selection(
        query=query,
        matches=matches,
        groups=(),
        constraints=constraints_of(cursor, request, query),
        named=named_conditions(cursor, request.filters, query.named),
        dated=dated(query.dates),
    )
