"""The lines of a concordance as CSV, read while they are written."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

from archive.reading.export.concordance_tables import address_of
from archive.reading.export.csv_table import write_answer
from archive.reading.permalink import permalink
from archive.reading.search_address import Arguments, read_line_sort, read_request
from archive.search.concordance.lines import Line, places_of, read_lines
from archive.search.concordance.matched_texts import search_of
from archive.search.concordance.places import Places
from archive.store.clock import now

WIDTH: Final = 60
"""Code points on each side of a match: mostly its whole sentence."""

_OF_LINE: Final = ("left", "match", "right", "title", "date", "site", "field", "start")
_COLUMNS: Final = ("number", *_OF_LINE, "key", "permalink")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordanceLines:
    """All lines of a concordance, found but not yet read; `conn` must stay within one transaction."""

    conn: sqlite3.Connection
    places: Places
    query: str
    home: str
    """Address of the front page, without the slash."""
    address: str
    """Of the page with the same lines: it says the filters."""

    def write(self) -> Generator[bytes]:
        """Yield the table, read line by line; see `csv_table.write_answer`."""
        about = {
            "count": len(self.places),
            "articles": self.places.articles,
            "query": self.query,
            "sorted_by": self.places.sort,
            "address": self.address,
            "exported_at": now(),
            "complete": "yes",
        }
        lines = read_lines(self.conn, self.places.between(0, len(self.places)), WIDTH)
        yield from write_answer(_COLUMNS, map(self._cells, lines), about)

    def _cells(self, line: Line) -> dict[str, str | int | None]:
        own = {name: getattr(line, name) for name in _OF_LINE}
        return {**own, "key": line.article_key, "permalink": permalink(self.home, line.article_key)}


def open_lines(conn: sqlite3.Connection, arguments: Arguments, home: str) -> ConcordanceLines:
    """Find all lines, and begin the transaction within which they are to be read."""
    request, sort = read_request(arguments), read_line_sort(arguments)
    conn.execute("BEGIN")
    return ConcordanceLines(
        conn=conn,
        places=places_of(conn, search_of(conn, request), sort),
        query=request.query,
        home=home,
        address=address_of(arguments, home),
    )
