"""How often a search's words stand in the texts of each year, measured by how much text there is."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import Final

from archive.search.concordance.lines import places_of
from archive.search.concordance.matched_texts import Search
from archive.search.index import current_index
from archive.search.query.filters import UNDATED
from archive.search.selection.collapse import collapse
from archive.search.selection.facets import COLUMNS
from archive.search.selection.request import SearchRequest
from archive.search.selection.selection import select_whatever_it_says

PER: Final = 10_000
"""Code points that a frequency counts matches in."""

_YEARS: Final = f"""
SELECT value, {COLUMNS["year"]}
FROM json_each(?) CROSS JOIN articles ON articles.id = value
"""
_CHARACTERS: Final = f"""
SELECT {COLUMNS["year"]} AS printed, sum(body_chars) FROM articles
WHERE {{condition}} GROUP BY printed
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """One year, or the articles without a date."""

    year: str
    """`UNDATED`: no date is printed."""
    matches: int
    articles: int
    """How many articles hold them."""
    characters: int
    """Of the bodies of that year, whatever they say: those that the filters leave."""

    @property
    def relative(self) -> float | None:
        """Matches in `PER` code points; None where there is no body, but titles or attachments."""
        return PER * self.matches / self.characters if self.characters else None


def frequencies(db: sqlite3.Connection, search: Search, request: SearchRequest) -> tuple[Frequency, ...]:
    """Return a row for each year with a text that the request's filters leave; the undated are last.

    `search` is what `search_of` made of the request. Where it leaves out copies, so do the characters.
    Raises `CallError` when the index is not the one this program reads.
    """
    in_article = Counter(places_of(db, search, "date").numbers[::4])
    with current_index(db) as cursor:
        years = cursor.execute(_YEARS, (json.dumps([*in_article]),)).fetchall()
        characters = _characters(cursor, request)
    matches, articles = Counter[str](), Counter[str]()
    for article_id, year in years:
        matches[year] += in_article[article_id]
        articles[year] += 1
    # A copy that matches may be of another year than the one that is left of its cluster's bodies.
    found = sorted({*characters, *articles}, key=lambda year: (year == UNDATED, year))
    return tuple(
        Frequency(year=year, matches=matches[year], articles=articles[year], characters=characters[year])
        for year in found
    )


def _characters(cursor: sqlite3.Cursor, request: SearchRequest) -> Counter[str]:
    """Year and code points of all bodies that the filters leave, those of the query too."""
    everything = select_whatever_it_says(cursor, request)
    condition = collapse(cursor, everything.matches, everything.condition, request.collapse).condition
    years = cursor.execute(_CHARACTERS.format(condition=condition.sql), condition.parameters)
    return Counter(dict(years.fetchall()))
