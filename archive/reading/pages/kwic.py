"""The concordance page: every match on a line, what stands beside them, how many each year has."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from archive.reading.article.shown_text import MOST_MARKED
from archive.reading.chosen_filters import ChosenFilters, chosen_filters
from archive.reading.paging import Paging
from archive.reading.rows import counted
from archive.reading.search_address import (
    Arguments,
    kept_arguments,
    query_string,
    read_line_sort,
    read_page,
    read_request,
)
from archive.reading.site_titles import site_titles
from archive.search.concordance.collocates import SPAN, Collocate, collocates, without_fragments
from archive.search.concordance.frequencies import Frequency, frequencies
from archive.search.concordance.lines import Concordance, Line, concordance
from archive.search.concordance.matched_texts import search_of
from archive.search.concordance.places import Sort
from archive.search.concordance.survey import MOST_WITH_CONTEXTS
from archive.search.query import parse
from archive.search.query.expression import Term
from archive.search.query.parsed_query import Query

LINES: Final = 50
COLLOCATES: Final = 30
LONGEST_MATCH: Final = 200
"""Code points of a match that a line shows: words that overlap are one match, however long they go on."""

NEAR: Final = 6
_NARROW: Final = re.compile("[\x00-\u02ff]")
_PARAGRAPH: Final = """
SELECT max(1, count(*)) AS number FROM articles JOIN blocks ON article_id = articles.id
WHERE key = ? AND start <= ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KwicPage:
    """One page of the concordance."""

    query: str
    parsed: Query
    """As it was read, with what of it could not be used."""
    concordance: Concordance
    anchors: tuple[str, ...]
    """Where on the page of its article each line's match stands: `#at-120`; empty in a title."""
    has_words: bool
    """It looks for something: what only excludes, or filters, leaves nothing to mark in the texts."""
    collocates: tuple[Collocate, ...]
    """The strongest, by log-likelihood, without fragments of them; the CSV has all."""
    frequencies: tuple[Frequency, ...]
    """By year."""
    site_titles: Mapping[str, str]
    sort: Sort
    paging: Paging
    arguments: Arguments
    """What the page's address says of the search."""

    @property
    def notes(self) -> tuple[tuple[str, int], ...]:
        """Names of the strings that say what was left undone, with the limit that each names."""
        found = self.concordance
        undone = {
            ("kwic.unsorted", MOST_WITH_CONTEXTS): self.sort != found.sort,
            ("collocates.too_many", MOST_WITH_CONTEXTS): found.total > MOST_WITH_CONTEXTS,
            ("kwic.cut", LONGEST_MATCH): any(shown_match(line.match) != line.match for line in found.lines),
        }
        return tuple(note for note, is_said in undone.items() if is_said)

    @property
    def chosen(self) -> ChosenFilters:
        """What it is filtered by."""
        return chosen_filters(self.arguments)

    @property
    def search(self) -> str:
        """Query string of the search that finds the same."""
        return query_string({**self.arguments, "sort": ()})

    @property
    def is_collapsed(self) -> bool:
        """Of copies of one text, one stands for all."""
        return read_request(self.arguments).collapse == "copies"

    @property
    def is_one_word(self) -> bool:
        """Nothing but one word is asked for, so that another can be asked for beside it."""
        asked = self.parsed.expression
        return isinstance(asked, Term) and asked.text == self.query

    def beside(self, collocate: str) -> str:
        """Return the query string of the lines with a collocate, of a query that is one word."""
        return self.link(q=f"{self.query} NEAR/{max(0, SPAN - len(collocate))} {collocate}")

    def link(self, **changes: str) -> str:
        """Return the query string of these lines with `changes`; an empty value drops its argument."""
        asked = {name: [value] for name, value in changes.items()}
        return query_string({**self.arguments, "sort": [self.sort], **asked})


def shown_match(match: str) -> str:
    """Return a match as its line shows it."""
    return match if len(match) <= LONGEST_MATCH else f"{match[:LONGEST_MATCH]}…"


def far_and_near(left: str) -> tuple[str, str]:
    """Divide what stands before a match where a phone cuts it, unless it may do so between any two.

    Characters of Chinese are all one em wide; of others as many are near as fit beside a match on any phone.
    """
    return (left[:-NEAR], left[-NEAR:]) if _NARROW.search(left) else ("", left)


def kwic_page(conn: sqlite3.Connection, arguments: Arguments) -> KwicPage:
    """Return the page that `arguments` ask for: those of the search, with `sort` left, right or date."""
    kept, page = kept_arguments(arguments), read_page(arguments)
    request, sort = read_request(arguments), read_line_sort(arguments)
    search = search_of(conn, request)
    offset = (page - 1) * LINES
    found = concordance(conn, search, sort=sort, limit=LINES, offset=offset)
    return KwicPage(
        query=request.query,
        parsed=parse(request.query),
        concordance=found,
        anchors=tuple(_anchor(conn, found, line) for line in found.lines),
        has_words=bool(search.needles),
        collocates=without_fragments(collocates(conn, search))[:COLLOCATES] if found.total else (),
        frequencies=frequencies(conn, search, request) if found.total else (),
        site_titles=site_titles(conn),
        sort=sort,
        paging=Paging(page=page, size=LINES, total=found.total, arguments={**kept, "sort": [sort]}),
        arguments=kept,
    )


def _anchor(conn: sqlite3.Connection, found: Concordance, line: Line) -> str:
    """That of the match; behind so many that the article's page marks no more, that of its paragraph."""
    if line.field != "body":
        return "#attachments" if line.field == "attachments" else ""
    if not found.places.is_behind(MOST_MARKED, line.number):
        return f"#at-{line.start}"
    return "#p{number}".format(**counted(conn, _PARAGRAPH, line.article_key, line.start))
