"""Leaving copies out of a list of results that holds their like; counts and facets go on counting all."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from archive.search.condition import Condition
from archive.search.selection.matches import Matches

Collapse: TypeAlias = Literal["nothing", "copies"]

_CLUSTERED: Final = """
SELECT copies.cluster, articles.id FROM copies JOIN articles ON articles.id = copies.article_id
WHERE articles.id IN ({matched}) AND {condition}
ORDER BY copies.cluster, copies.original_id IS NOT NULL, copies.role = 'truncated',
    articles.published_at IS NULL, articles.published_at, articles.key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collapsed:
    """What a list leaves out."""

    condition: Condition
    """That of the list, without the copies."""
    hidden: int
    """Articles left out."""
    copies_of: Mapping[int, int]
    """How many of them each article of the list stands for, by its id; those without copies are left out."""


def collapse(cursor: sqlite3.Cursor, matches: Matches, condition: Condition, what: Collapse) -> Collapsed:
    """Keep one article of each cluster: the original if it is found, else a whole text, else the earliest."""
    if what == "nothing":
        return Collapsed(condition=condition, hidden=0, copies_of={})
    kept, hidden = dict[str, int](), list[int]()
    standing_for = Counter[int]()
    sql = _CLUSTERED.format(matched=matches.ids, condition=condition.sql)
    for cluster, article_id in cursor.execute(sql, (matches.parameter, *condition.parameters)):
        if kept.setdefault(cluster, article_id) != article_id:
            hidden.append(article_id)
            standing_for[kept[cluster]] += 1
    left = condition.also("articles.id NOT IN (SELECT value FROM json_each(?))", json.dumps(hidden))
    return Collapsed(condition=left, hidden=len(hidden), copies_of=standing_for)
