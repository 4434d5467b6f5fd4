"""What the catalogue states about one article, with the words that it rests on."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from archive.model import BodySpan
from archive.reading.rows import Row, counted, rows
from archive.search.query.filters import NAMED, Named

SHOWN_QUANTITIES: Final = 500
"""Quantities shown of one text; the others stand in the table `article_quantities`."""
_CONTEXT: Final = 18
_START: Final = attrgetter("start")
_STATED: Final = """
SELECT name, kind, place.* FROM article_{kind}s AS place JOIN {kind}s ON {kind}s.id = {kind}_id
WHERE article_id = ? ORDER BY role = 'mentioned', place.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One campaign, organisation or formula that the article names, or one quantity."""

    row: Row
    """A row of `article_campaigns`, `article_organisations` or `article_formulas`, with name and kind."""
    before: str
    """What stands before the words on their line; empty outside of the body."""
    after: str
    paragraph: int | None
    """The number of the paragraph that they stand in; None outside of the body."""

    @property
    def is_main(self) -> bool:
        """The text is about it, or issued by it."""
        return bool(self.row["role"] != "mentioned")


def statements_on(
    conn: sqlite3.Connection, article: Row, blocks: Sequence[BodySpan]
) -> dict[Named, tuple[Statement, ...]]:
    """Return all statements about an article, those of its subject and issuer first."""
    return {
        kind: tuple(
            _statement_at(row, article["body"], blocks)
            for row in rows(conn, _STATED.format(kind=kind), article["id"])
        )
        for kind in NAMED
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """What an article states in numbers."""

    shown: tuple[Statement, ...]
    """The first ones in its order; each row is one of `article_quantities`."""
    hidden: int
    """How many more there are."""


def quantities_on(conn: sqlite3.Connection, article: Row, blocks: Sequence[BodySpan]) -> Quantities:
    """Return the quantities that an article states."""
    of_article = "FROM article_quantities WHERE article_id = ?"
    found = rows(conn, f"SELECT * {of_article} ORDER BY id LIMIT {SHOWN_QUANTITIES}", article["id"])
    total = counted(conn, f"SELECT count(*) AS quantities {of_article}", article["id"])["quantities"]
    shown = tuple(_statement_at(row, article["body"], blocks) for row in found)
    return Quantities(shown=shown, hidden=total - len(shown))


def _statement_at(row: Row, body: str, blocks: Sequence[BodySpan]) -> Statement:
    """Return a row that has evidence with the words around it; `blocks` ascend."""
    if row["field"] != "body":
        return Statement(row=row, before="", after="", paragraph=None)
    start, end = row["start"], row["end"]
    number = bisect_right(blocks, start, key=_START)
    return Statement(
        row=row,
        before=body[max(0, start - _CONTEXT) : start].rpartition("\n")[2],
        after=body[end : end + _CONTEXT].partition("\n")[0],
        paragraph=number if number and start < blocks[number - 1].end else None,
    )
