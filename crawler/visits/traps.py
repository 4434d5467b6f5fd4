"""Addresses that a site makes without end: calendars, sessions, relative links that pile up."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime

from archive.addresses import split_address

LONGEST = 2_000
MOST_SEGMENTS = 16
MOST_REPEATS = 2
"""`/news/list/news/list/news/list/` grows by one on each page; dates (`/2010/10/10/`) repeat by right."""

MOST_BARREN_LISTS = 100
"""List pages in a row without an article, until the others are given up: calendars are endless."""

MOST_DEPTH = 12
"""Lists that lead to lists, on the way to an address: each month of a calendar leads to the next."""

MOST_ADDRESSES = 200_000
"""Of one site; the largest known has a tenth of it."""

_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_/]?(?:0[1-9]|1[0-2])(?!\d)")


def why_a_trap(url: str, kind: str, depth: int = 0) -> str | None:
    """Return why an address found on a page is not to be visited; None for one that is sound."""
    if len(url) > LONGEST:
        return f"an address of more than {LONGEST} characters"
    segments = [segment for segment in split_address(url).path.split("/") if segment]
    if len(segments) > MOST_SEGMENTS:
        return f"a path of more than {MOST_SEGMENTS} folders"
    repeats = Counter(segment for segment in segments if not segment.isdigit())
    if any(count > MOST_REPEATS for count in repeats.values()):
        return "a path that repeats itself"
    if depth > MOST_DEPTH:
        return f"more than {MOST_DEPTH} lists on the way to it"
    if kind == "listing" and _is_of_the_future(url):
        return "a calendar page of the future"
    return None


def _is_of_the_future(url: str) -> bool:
    this_year = datetime.now(UTC).year
    return any(int(year) > this_year + 1 for year in _MONTH.findall(url))
