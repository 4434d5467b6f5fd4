"""The list as CSV: one line an article, with the columns that the page shows.

The first line holds the names, so that every program reads the table as it is. What the file says of itself
stands in the last columns of every line: when the last one is line `count`, the file is whole.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

from archive.reading.export.csv_table import write_answer
from archive.reading.export.listing import Listing

SHOWN: Final = (
    *("number", "key", "title", "published_at", "source", "author", "site", "site_title", "site_kind"),
    *("genre", "body_chars", "completeness", "abridgement", "declared_chars", "shown_chars", "omitted_chars"),
    *("masked_count", "confidence", "flags", "gone_at", "copy_role", "copy_cluster", "original_key"),
    *("fuller_key", "script", "snippet", "url", "permalink"),
)
"""What the page shows of an article, its badges included; all but the first and the last are columns of the
archive or made from them."""

ABOUT: Final = ("count", "undated", "query", "address", "exported_at", "complete")


def write_csv(listing: Listing) -> Generator[bytes]:
    """Yield the file piece by piece; see `csv_table.write_answer`."""
    yield from write_answer(SHOWN, listing.rows(), {**listing.head, "complete": "yes"})
