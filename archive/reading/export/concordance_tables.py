"""What is counted beside a concordance, as CSV: its collocates, and how frequent its words are by year."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import asdict

from archive.reading.export.csv_table import write_answer
from archive.reading.search_address import Arguments, kept_arguments, query_string, read_request
from archive.search.concordance.collocates import collocates
from archive.search.concordance.frequencies import frequencies
from archive.search.concordance.matched_texts import search_of
from archive.search.concordance.survey import MOST_WITH_CONTEXTS, survey
from archive.store.clock import now


def collocates_csv(conn: sqlite3.Connection, arguments: Arguments, home: str) -> Iterator[bytes]:
    """Yield the collocates as a table; it is not complete where the matches are too many to count them."""
    search = search_of(conn, read_request(arguments))
    counted = ("number", "word", "side_left", "side_right", "count", "log_likelihood", "within")
    found = collocates(conn, search)
    is_counted = len(survey(conn, search)) <= MOST_WITH_CONTEXTS
    return write_answer(counted, map(asdict, found), _about(arguments, home, len(found), is_whole=is_counted))


def frequencies_csv(conn: sqlite3.Connection, arguments: Arguments, home: str) -> Iterator[bytes]:
    """Yield a line for each year."""
    request = read_request(arguments)
    counted = ("number", "year", "matches", "articles", "characters", "per_10000_characters")
    found = frequencies(conn, search_of(conn, request), request)
    lines = ({**asdict(each), "per_10000_characters": _rounded(each.relative)} for each in found)
    return write_answer(counted, lines, _about(arguments, home, len(found)))


def address_of(arguments: Arguments, home: str) -> str:
    """Return the address of the concordance, with its filters."""
    return f"{home}/kwic{query_string(kept_arguments(arguments))}"


def _rounded(relative: float | None) -> str:
    return "" if relative is None else f"{relative:.4f}"


def _about(arguments: Arguments, home: str, count: int, *, is_whole: bool = True) -> dict[str, str | int]:
    """What each line says of its file; `rows`, since a collocate has a count of its own."""
    return {
        "rows": count,
        "query": read_request(arguments).query,
        "address": address_of(arguments, home),
        "exported_at": now(),
        "complete": "yes" if is_whole else "no",
    }
