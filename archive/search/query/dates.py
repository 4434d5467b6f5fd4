"""The field 日期: of a query, `2014-06..2014-08`: days, months or years of the printed date.

A date of the archive is as long as what is printed of it (2014, 2014-06, 2014-06-15). It lies in a range when
all of it does: of 日期:2014-06 one that is known only to be of 2014 is none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from archive.dates import parse_date
from archive.fold import fold
from archive.search.condition import EVERYTHING, Condition
from archive.search.query.filters import UNDATED, read_years

DateRange: TypeAlias = tuple[str | None, str | None]
"""First and last day, month or year, as the archive writes them; None where the range is open."""

DateFilter: TypeAlias = DateRange | Literal["undated"]

_BETWEEN: Final = re.compile(r"\.\.+|[–—]+|~|至|到|(?<=[年月日])-")
_DATE: Final = re.compile(
    r"(?P<year>\d{4})(?:年|(?:[-./]|年)(?P<month>\d{1,2})(?:月|(?:[-./]|月)(?P<day>\d{1,2})日?)?)?"
)
_COMPACT: Final = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)")
_LEADING: Final = re.compile(r"(?P<year>\d{4}年)(?:\d{1,2}月)?")
_MONTH_ALONE: Final = re.compile(r"\d{1,2}月(?:\d{1,2}日)?")
_DAY_ALONE: Final = re.compile(r"\d{1,2}日")
_BEHIND: Final = "~"
"""Sorts behind whatever a longer date has next."""
_WITHIN: Final = f"(articles.published_at >= ? AND articles.published_at || '{_BEHIND}' <= ?)"


def read_dates(typed: str) -> DateRange | None:
    """Return what `2014-06-15`, `2014年6月`, `2014-06..2014-08`, `2014-06..` or `..2014` names.

    None when it is no date of the calendar.
    """
    folded = fold(typed)
    if years := read_years(folded):
        first, last = (None if year is None else f"{year:04}" for year in years)
        return first, last
    begin, *rest = _BETWEEN.split(folded, maxsplit=1)
    read = [_read(part) for part in (begin, *_completed(begin, rest)) if part]
    if not read or None in read:
        return None
    first, last = (read[0] if begin else None, read[-1] if not rest or rest[0] else None)
    return (last, first) if first and last and f"{last}{_BEHIND}" < first else (first, last)


def dated(wanted: Sequence[DateFilter]) -> Condition:
    """Return which articles are of any of the ranges, or undated; all of them where nothing is wanted."""
    if not wanted:
        return EVERYTHING
    ranges = [each for each in wanted if each != UNDATED]
    parameters = [(first or "", f"{last or ''}{_BEHIND}") for first, last in ranges]
    undated = ["articles.published_at IS NULL"] if len(ranges) < len(wanted) else []
    any_of = " OR ".join([*[_WITHIN] * len(ranges), *undated])
    return Condition(f"({any_of})", tuple(day for pair in parameters for day in pair))


def _completed(begin: str, rest: Sequence[str]) -> list[str]:
    """What an end leaves out is that of the beginning: 2014年6月至8月, 6月1日至15日."""
    named = _LEADING.match(begin)
    if not named or not rest:
        return list(rest)
    if _DAY_ALONE.fullmatch(rest[0]):
        return [named[0] + rest[0]]
    return [named["year"] + rest[0]] if _MONTH_ALONE.fullmatch(rest[0]) else list(rest)


def _read(typed: str) -> str | None:
    match = _DATE.fullmatch(typed) or _COMPACT.fullmatch(typed)
    if match is None:
        return _read_numerals(typed)
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    if month is None:
        return f"{year:04}"
    if not (year and 1 <= month <= 12):
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def _read_numerals(typed: str) -> str | None:
    """二〇一四年六月 is 2014-06."""
    printed = parse_date(typed)
    return printed.value[:10] if printed and (printed.start, printed.end) == (0, len(typed)) else None
