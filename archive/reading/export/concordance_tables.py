"""What is counted beside a concordance, as CSV: its collocates, and how frequent its words are by year."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import asdict

from archive.reading.export.csv_table import write_table
from archive.reading.search_address import Arguments, kept_arguments, query_string, read_request
from archive.search.concordance.collocates import collocates
from archive.search.concordance.frequencies import frequencies
from archive.search.concordance.matched_texts import search_of
from archive.store.clock import now


def collocates_csv(conn: sqlite3.Connection, arguments: Arguments, home: str) -> Iterator[bytes]:
    """Yield the collocates as a table."""
    counted = ("word", "side_left", "side_right", "count", "log_likelihood")
    about = _about(arguments, home)
    found = collocates(conn, search_of(conn, read_request(arguments)))
    return write_table((*counted, *about), ({**asdict(each), **about} for each in found))


def frequencies_csv(conn: sqlite3.Connection, arguments: Arguments, home: str) -> Iterator[bytes]:
    """Yield a line for each year."""
    request, about = read_request(arguments), _about(arguments, home)
    counted = ("year", "matches", "articles", "characters", "per_10000_characters")
    found = frequencies(conn, search_of(conn, request), request)
    lines = ({**asdict(each), "per_10000_characters": _rounded(each.relative), **about} for each in found)
    return write_table((*counted, *about), lines)


def address_of(arguments: Arguments, home: str) -> str:
    """Return the address of the concordance, with its filters."""
    return f"{home}/kwic{query_string(kept_arguments(arguments))}"


def _rounded(relative: float | None) -> str:
    return "" if relative is None else f"{relative:.4f}"


def _about(arguments: Arguments, home: str) -> dict[str, str]:
    request = read_request(arguments)
    return {"query": request.query, "address": address_of(arguments, home), "exported_at": now()}
