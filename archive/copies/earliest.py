"""Which of the texts that have a passage has it first: the earliest, of one day the one that others copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from archive.copies.roles import rank

Order: TypeAlias = tuple[str, int, bool, str, str]

_UNDATED: Final = "9999"


def first_of_all(row: Mapping[str, Any]) -> Order:
    """Return what texts are sorted by, the first one first; undated ones come last.

    `row` holds published_at, flags and key of `articles`, site_kind, and original_id of `copies` (NULL of a
    text that is no copy). Which hour a page prints says more of its site than of the text.
    """
    published = row["published_at"] or _UNDATED
    is_copy = row["original_id"] is not None
    return published[:10], rank(row["site_kind"], row["flags"]), is_copy, published, row["key"]
