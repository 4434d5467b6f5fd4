"""Dates as foreign programs print them on Chinese pages: June 3rd, 2010, 3-Jun-2010, 9/17/2004 5:54:13 AM."""

from __future__ import annotations

import re

from archive.dates.printed_date import PrintedDate, dated

CLOCK = r"(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*(?P<noon>[ap])\.?m)?"
AMERICAN = re.compile(
    rf"(?<![\d/.])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/(?P<year>(?:19|20)\d\d)(?![\d/])(?:\s+{CLOCK})?"
)
"""What ASP prints where nobody set a language: 9/17/2004 5:54:13 AM.

Without AM or PM the day may come first, and only the day tells: 17/9/2004 is read, 6/2/2022 is not."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_NAMED_YEAR = rf"(?P<year>(?:19|20)\d\d)(?!\d)(?:,?\s+(?:at\s+)?{CLOCK})?"
ENGLISH = re.compile(rf"\b{_NAMED_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_NAMED_YEAR}")
_NAMED_DAY = r"(?<![\d-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
BRITISH = re.compile(rf"{_NAMED_DAY}[\s-]+{_NAMED_MONTH},?[\s-]+{_NAMED_YEAR}")
"""Blogs of foreign make: Thursday, June 3rd, 2010 10:56 am; 3 June 2010; 3-Jun-2010."""
UNIX = re.compile(rf"\b{_NAMED_MONTH}\s+(?P<day>\d{{1,2}})\s+{CLOCK}\s+(?P<year>(?:19|20)\d\d)(?!\d)")
"""Boards on Unix hosts: 发信站: 青山站 (Sat Jul  5 09:12:03 2008)."""


def read_american(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `AMERICAN`; None where day and month can't be told apart."""
    month, day = int(match["month"]), int(match["day"])
    if max(month, day) <= 12 and month != day and not match["noon"]:
        return None
    return with_clock(match, (day, month) if month > 12 else (month, day))


def read_english(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `ENGLISH`, `BRITISH` or `UNIX`; None where no calendar has it."""
    return with_clock(match, (_MONTHS.index(match["month"]) + 1, int(match["day"])))


def with_clock(match: re.Match[str], month_and_day: tuple[int, int]) -> PrintedDate | None:
    """Return the date with the time that a match has by `CLOCK`; None where no calendar has it."""
    numbers = (int(match["year"]), *month_and_day)
    if not match["hour"]:
        return dated(match, numbers)
    hour = int(match["hour"])
    if match["noon"]:
        hour = hour % 12 + (12 if match["noon"] == "p" else 0)
    clock = (hour, int(match["minute"]), *([int(match["second"])] if match["second"] else []))
    return dated(match, (*numbers, *clock))
