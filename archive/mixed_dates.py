"""Dates in another order or another count of years: 05 七月 2008 09:12, 七月 5th, 2008, 民國97年7月5日."""

from __future__ import annotations

import re

from archive.english_dates import CLOCK, with_clock
from archive.printed_date import PrintedDate, dated

_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_MONTH = rf"(?<!十)(?P<month>十[一二]?|[{''.join(_MONTHS[:9])}])月"
_YEAR = rf"(?P<year>(?:19|20)\d\d)(?!\d)(?:,?\s+(?:at\s+)?{CLOCK})?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
DAY_FIRST = re.compile(rf"{_DAY}\s+{_MONTH}\s+{_YEAR}")
MONTH_FIRST = re.compile(rf"{_MONTH}\s*{_DAY}(?:st|nd|rd|th)?,\s+{_YEAR}")
"""Joomla and WordPress: the months are translated, the order stays."""
REPUBLIC = re.compile(
    r"民国\s*(?P<year>1?\d\d)\s*(?:(?P<word>年)|(?P<mark>[-/.]))\s*"
    r"(?P<month>\d{1,2})\s*(?(word)月|(?P=mark))\s*(?P<day>\d{1,2})(?!\d)(?:\s*日)?"
)
_YEAR_ZERO = 1911
"""The Republic's first year is 1912: its 97th, 2008."""


def read_translated(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `DAY_FIRST` or `MONTH_FIRST`; None where no calendar has it."""
    return with_clock(match, (_MONTHS.index(match["month"]) + 1, int(match["day"])))


def read_republic(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `REPUBLIC`; None where no calendar has it."""
    return dated(match, (int(match["year"]) + _YEAR_ZERO, int(match["month"]), int(match["day"])))
