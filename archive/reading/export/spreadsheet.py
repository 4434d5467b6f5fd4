"""The list as CSV: one line an article, with the columns that the page shows.

The first line holds the names, so that every program reads the table as it is. What the file says of itself
stands in the last columns of every line: when the last one is line `count`, the file is whole.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Mapping, Sequence
from typing import Any, Final

from archive.reading.export.listing import Listing

SHOWN: Final = (
    "number",
    "key",
    "title",
    "published_at",
    "source",
    "author",
    "site",
    "site_title",
    "site_kind",
    "genre",
    "body_chars",
    "completeness",
    "declared_chars",
    "shown_chars",
    "omitted_chars",
    "masked_count",
    "confidence",
    "flags",
    "gone_at",
    "copy_role",
    "copy_cluster",
    "original_key",
    "fuller_key",
    "script",
    "snippet",
    "url",
    "permalink",
)
"""What the page shows of an article, its badges included; all but the first and the last are columns of the
archive or made from them."""

ABOUT: Final = ("count", "query", "address", "exported_at", "complete")

_BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel reads Chinese as something else."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(listing: Listing) -> Generator[bytes]:
    """Yield the file piece by piece. A list of nothing has one line, numbered 0 of 0."""
    about = {**listing.head, "complete": "yes"}
    yield heading_line((*SHOWN, *ABOUT))
    if not listing.count:
        yield table_line({"number": 0, **about}, (*SHOWN, *ABOUT))
    for row in listing.rows():
        yield table_line({**row, **about}, (*SHOWN, *ABOUT))


def heading_line(columns: Sequence[str]) -> bytes:
    """Return the first line of a CSV file: the names, behind a mark by which Excel knows that it is UTF-8."""
    return _line(columns, _BYTE_ORDER_MARK)


def table_line(row: Mapping[str, Any], columns: Sequence[str]) -> bytes:
    """Return one line of a CSV file; no cell is a formula to the program that opens it."""
    return _line([harmless(row.get(name)) for name in columns])


def _line(cells: Sequence[object], before: str = "") -> bytes:
    line = io.StringIO(before)
    line.seek(0, io.SEEK_END)
    csv.writer(line).writerow(cells)
    return line.getvalue().encode()


def harmless(value: object) -> object:
    """Return the value of a cell, with an apostrophe before a text that would be a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
