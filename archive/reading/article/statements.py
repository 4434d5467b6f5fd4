"""What the catalogue states about one article, with the words that it rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archive.model import BodySpan
from archive.reading.rows import Row, rows
from archive.search.query.filters import NAMED, Named

_CONTEXT: Final = 18
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
            statement_at(row, article["body"], blocks)
            for row in rows(conn, _STATED.format(kind=kind), article["id"])
        )
        for kind in NAMED
    }


def quantities_on(
    conn: sqlite3.Connection, article: Row, blocks: Sequence[BodySpan]
) -> tuple[Statement, ...]:
    """Return the quantities that an article states, in its order; each row is one of `article_quantities`."""
    found = rows(conn, "SELECT * FROM article_quantities WHERE article_id = ? ORDER BY id", article["id"])
    return tuple(statement_at(row, article["body"], blocks) for row in found)


def statement_at(row: Row, body: str, blocks: Sequence[BodySpan]) -> Statement:
    """Return a row that has evidence with the words around it."""
    if row["field"] != "body":
        return Statement(row=row, before="", after="", paragraph=None)
    start, end = row["start"], row["end"]
    numbers = (number for number, block in enumerate(blocks, start=1) if block.start <= start < block.end)
    return Statement(
        row=row,
        before=body[max(0, start - _CONTEXT) : start].rpartition("\n")[2],
        after=body[end : end + _CONTEXT].partition("\n")[0],
        paragraph=next(numbers, None),
    )
