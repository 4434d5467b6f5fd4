"""The dates in a text, whichever way each is printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from archive.dates.chinese import (
    COARSE,
    IN_CHARACTERS,
    NUMERIC,
    REPUBLIC,
    YEAR_ZERO,
    read_coarse,
    read_in_characters,
    read_numeric,
    read_republic,
)
from archive.dates.english import AMERICAN, BRITISH, ENGLISH, UNIX, read_american, read_english
from archive.dates.printed_date import PrintedDate, dated
from archive.dates.translated import DAY_FIRST, MONTH_FIRST, read_translated
from archive.fold import fold

_MAY_HOLD_A_YEAR = re.compile("年|19|20|民国")
"""Most lines hold none, and are asked nothing more."""
_SHORT = re.compile(
    r"\s*(?P<year>1?\d\d)(?:(?P<word>年)|(?P<mark>[-/.]))(?P<month>\d{1,2})(?(word)月|(?P=mark))(?P<day>\d{1,2})"
    r"(?(word)日|(?!\d))"
)
_COMPACT = re.compile(r"\s*(?P<year>(?:19|20)\d\d)(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)(?!\d)")
_LAST_CENTURY = 80
"""No page is older: 98-07-05 is in 1998."""
_IN_URL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|[-/]?(?P<month2>\d\d)[-/]?(?P<day2>\d\d))(?!\d)"
)


@lru_cache(maxsize=256)
def parse_date(text: str) -> PrintedDate | None:
    """Return the first date in `text`, or None.

    Reads `2010-6-3 9:12:05`, `2010年06月03日09:12`, `2018-02-0510:00`, `２０１０／６／３`,
    二〇一〇年六月三日, 2014年元月23日, 民國97年7月5日, `9/17/2004 5:54 AM`, `June 3rd, 2010`,
    05 七月 2008 and, coarser, 2010年6月 and 2010年. A date that lost its marks (`2011923日`) or that
    no calendar has (2011-02-30) is none.
    """
    return next(iter_dates(text), None)


def iter_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the dates in `text`, as `parse_date` reads them, in their order."""
    folded = fold(text)
    if not _MAY_HOLD_A_YEAR.search(folded):
        return
    taken: list[PrintedDate] = []
    for needle, pattern, read in _READERS:
        if needle not in folded:
            continue
        dates = [date for match in pattern.finditer(folded) if (date := read(match))]
        if dates:
            taken = sorted([*taken, *(date for date in dates if _is_free(taken, date))], key=_start)
    yield from taken


def parse_short_date(text: str) -> PrintedDate | None:
    """Return a date that begins `text`, of a form that is one only behind its key: 16-05-03, 20160503.

    Three digits of a year (107-10-09) are of the Republic, as sites of Taiwan count them.
    """
    match = _COMPACT.match(text) or _SHORT.match(text)
    found = (
        dated(match, (_whole_year(match["year"]), int(match["month"]), int(match["day"]))) if match else None
    )
    if not (match and found):
        return None
    return PrintedDate(found.value, found.precision, match.start("year"), match.end())


def _whole_year(printed: str) -> int:
    year = int(printed)
    if year >= 1000:
        return year
    if year >= 100:
        return year + YEAR_ZERO
    return year + (2000 if year < _LAST_CENTURY else 1900)


def parse_url_date(url: str) -> PrintedDate | None:
    """Return the date in a path: `/202504/t20250428_3508671.html`, `/2013/09-21/531.shtml`, else None."""
    for match in _IN_URL.finditer(url):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        found = dated(match, (int(match["year"]), int(month), int(day)))
        if found:
            return found
    return None


def _is_free(taken: Sequence[PrintedDate], date: PrintedDate) -> bool:
    """Tell whether none of the dates in `taken`, in their order, stands where `date` does."""
    behind = bisect_left(taken, date.end, key=_start)
    return behind == 0 or taken[behind - 1].end <= date.start


def _start(date: PrintedDate) -> int:
    return date.start


_READERS = (
    ("", NUMERIC, read_numeric),
    ("/", AMERICAN, read_american),
    ("", ENGLISH, read_english),
    ("", BRITISH, read_english),
    (":", UNIX, read_english),
    ("月 ", DAY_FIRST, read_translated),
    (", ", MONTH_FIRST, read_translated),
    ("民国", REPUBLIC, read_republic),
    ("年", IN_CHARACTERS, read_in_characters),
    ("年", COARSE, read_coarse),
)
"""What each form must hold, which is asked first, its pattern, and what reads it."""
