"""Dates of foreign programs with their months translated: 05 七月 2008 09:12, 七月 5th, 2008."""

from __future__ import annotations

import re

from archive.dates.english import CLOCK, with_clock
from archive.dates.printed_date import PrintedDate

_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_MONTH = rf"(?<!十)(?P<month>十[一二]?|[{''.join(_MONTHS[:9])}])月"
_YEAR = rf"(?P<year>(?:19|20)\d\d)(?!\d)(?:,?\s+(?:at\s+)?{CLOCK})?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
DAY_FIRST = re.compile(rf"{_DAY}\s+{_MONTH}\s+{_YEAR}")
MONTH_FIRST = re.compile(rf"{_MONTH}\s*{_DAY}(?:st|nd|rd|th)?,\s+{_YEAR}")
"""Joomla and WordPress: the months are translated, the order stays."""


def read_translated(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `DAY_FIRST` or `MONTH_FIRST`; None where no calendar has it."""
    return with_clock(match, (_MONTHS.index(match["month"]) + 1, int(match["day"])))
