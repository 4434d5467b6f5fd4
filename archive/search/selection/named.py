"""Filters and counts by what the catalogue states: campaigns (活动), formulas (提法), issuers (单位).

An article may name several campaigns, so these are counted apart from the facets that it has one value of.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final

from archive.fold import fold
from archive.search.condition import EVERYTHING, Condition, all_conditions
from archive.search.query.filters import NAMED, Named
from archive.search.selection.matches import Matches

NamedConditions = Mapping[Named, Condition]

_BETWEEN: Final = re.compile(r"[、,;·\s]+")
_PLACES: Final[Mapping[Named, str]] = {
    "campaign": "article_campaigns JOIN campaigns ON campaigns.id = campaign_id",
    "organisation": "article_organisations JOIN organisations ON organisations.id = organisation_id "
    "AND role = 'issuer'",
    "formula": "article_formulas JOIN formulas ON formulas.id = formula_id",
}
_COUNTED: Final[Mapping[Named, str]] = {
    "campaign": "true",
    "organisation": "role = 'issuer'",
    "formula": "true",
}
_OTHER_NAMES: Final[Mapping[Named, str]] = {
    "campaign": ", full_name, aliases",
    "organisation": ", full_name, aliases",
    "formula": "",
}


def named_conditions(
    cursor: sqlite3.Cursor, chosen: Mapping[str, Sequence[str]], typed: Mapping[Named, Sequence[str]]
) -> NamedConditions:
    """Return which articles are wanted of each kind: of the names `chosen`, with a part that was `typed`.

    A part is looked for in all names that are recognised; one of an organisation also in the group of the
    issuer, in the printed source and in the title of the site.
    """
    by_name = {kind: _has_name(kind, chosen.get(kind, ())) for kind in NAMED}
    by_part = {kind: _has_part(cursor, kind, typed.get(kind, ())) for kind in NAMED}
    return {kind: all_conditions([by_name[kind], by_part[kind]]) for kind in NAMED}


def count_named(
    cursor: sqlite3.Cursor, kind: Named, matches: Matches, condition: Condition
) -> tuple[tuple[str, int], ...]:
    """Return names with the number of matches that fulfil `condition`, the most frequent first."""
    is_unfiltered = condition.sql == EVERYTHING.sql
    filtered = f"SELECT articles.id FROM articles WHERE id IN ({matches.ids}) AND {condition.sql}"
    selected = matches.ids if is_unfiltered else filtered
    # CROSS JOIN keeps SQLite from reading every place of the archive for a few articles.
    places = f"selected CROSS JOIN article_{kind}s ON article_id = selected.id"
    if is_unfiltered and matches.parameter is None:
        places = f"article_{kind}s"
    found = cursor.execute(
        f"WITH selected(id) AS MATERIALIZED ({selected}), counted(id, articles) AS ("
        f"SELECT {kind}_id, count(*) FROM {places} WHERE {_COUNTED[kind]} GROUP BY {kind}_id) "
        f"SELECT name, articles FROM counted JOIN {kind}s USING (id) ORDER BY articles DESC, name",
        (matches.parameter, *condition.parameters),
    )
    return tuple(found.fetchall())


def _has_name(kind: Named, names: Sequence[str]) -> Condition:
    if not names:
        return EVERYTHING
    return Condition(
        f"articles.id IN (SELECT article_id FROM {_PLACES[kind]} "
        f"WHERE {kind}s.name IN (SELECT value FROM json_each(?)))",
        (json.dumps(list(names)),),
    )


def _has_part(cursor: sqlite3.Cursor, kind: Named, typed: Sequence[str]) -> Condition:
    parts = [_plain(part) for part in typed]
    if not parts:
        return EVERYTHING
    names = _known(cursor, f"SELECT name{_OTHER_NAMES[kind]} FROM {kind}s", parts)
    named = _has_name(kind, names) if names else Condition("false", ())
    return _or_published_by(cursor, named, parts) if kind == "organisation" else named


def _or_published_by(cursor: sqlite3.Cursor, named: Condition, parts: Sequence[str]) -> Condition:
    groups = _known(cursor, "SELECT DISTINCT group_name FROM article_organisations", parts)
    sources = _known(cursor, "SELECT DISTINCT source FROM articles", parts)
    titles = _known(cursor, "SELECT title FROM sites", parts)
    return Condition(
        f"({named.sql} OR articles.source IN (SELECT value FROM json_each(?)) OR articles.site IN"
        " (SELECT name FROM sites WHERE title IN (SELECT value FROM json_each(?))) OR articles.id IN"
        " (SELECT article_id FROM article_organisations WHERE role = 'issuer'"
        " AND group_name IN (SELECT value FROM json_each(?))))",
        (*named.parameters, json.dumps(sources), json.dumps(titles), json.dumps(groups)),
    )


def _known(cursor: sqlite3.Cursor, sql: str, parts: Sequence[str]) -> list[str]:
    """The first column of the rows in which some name has one of the parts."""
    found = cursor.execute(sql).fetchall()
    return [
        row[0]
        for row in found
        if row[0] and any(part in name for name in map(_plain, filter(None, row)) for part in parts)
    ]


def _plain(name: str) -> str:
    """Fold a name, and leave out the marks between its parts, which are written one way or another."""
    return _BETWEEN.sub("", fold(name)) or fold(name)
