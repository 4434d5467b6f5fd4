"""Dates as Chinese pages print them, with the precision that is printed and none that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from archive.fold import fold

_YEAR = r"(?<![\d.])(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9]|元(?=\s*月))"
"""元月 is the first month of the solar calendar, 正月 that of the other one."""
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_HOUR = r"(?P<hour>(?<=\D)(?:2[0-3]|[01]?\d)|(?<=\d)(?:2[0-3]|[01]\d))"
"""Glued to the day (`2018-02-0510:00`) it must have two digits, or 110:00 could be read twice."""
_TIME = (
    rf"(?:[t,]?\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\s*(?P<noon>上午|下午|晚上?)?\s*{_HOUR}\s*[:时点]"
    r"\s*(?P<minute>[0-5]\d)(?:\s*[:分]\s*(?P<second>[0-5]\d)(?!\d))?(?:\.\d+)?(?P<zone>z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)"
)
_NUMERIC = re.compile(
    rf"{_YEAR}\s*(?:(?P<word>年)|(?P<mark>[-/.]))\s*{_MONTH}\s*(?(word)月|(?P=mark))\s*{_DAY}"
    rf"(?:\s*日?{_TIME}|\s*日|(?!\d))"
)
_COARSE = re.compile(rf"{_YEAR}\s*年(?:\s*{_MONTH}\s*月(?:份)?)?(?!\s*\d)")
_MAY_HOLD_A_YEAR = re.compile("年|19|20")
"""Most lines hold none, and are asked nothing more."""
_DIGIT = "〇○零0o一二三四五六七八九"
_CHINESE = re.compile(
    rf"(?P<year>[一二][{_DIGIT}]{{3}})年(?:(?P<month>十[一二]?|[一二三四五六七八九元])月"
    r"(?:(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?"
)
_CLOCK = r"(?P<hour>2[0-3]|[01]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*(?P<noon>[ap])\.?m)?"
_AMERICAN = re.compile(
    rf"(?<![\d/.])(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})/(?P<year>(?:19|20)\d\d)(?![\d/])(?:\s+{_CLOCK})?"
)
"""What ASP prints where nobody set a language: 9/17/2004 5:54:13 AM.

Without AM or PM the day may come first, and only the day tells: 17/9/2004 is read, 6/2/2022 is not."""
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH = rf"(?P<month>{'|'.join(_ENGLISH_MONTHS)})[a-z]*\.?"
_NAMED_YEAR = rf"(?P<year>(?:19|20)\d\d)(?!\d)(?:,?\s+(?:at\s+)?{_CLOCK})?"
_ENGLISH = re.compile(rf"\b{_NAMED_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_NAMED_YEAR}")
_NAMED_DAY = r"(?<![\d-])(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_BRITISH = re.compile(rf"{_NAMED_DAY}[\s-]+{_NAMED_MONTH},?[\s-]+{_NAMED_YEAR}")
"""Blogs of foreign make: Thursday, June 3rd, 2010 10:56 am; 3 June 2010; 3-Jun-2010."""
_IN_URL = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|[-/]?(?P<month2>\d\d)[-/]?(?P<day2>\d\d))(?!\d)"
)
_BEIJING = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and where it stands."""

    value: str
    """Beijing time, ISO 8601 without a zone, cut to `precision`: 2006, 2006-07, 2006-07-08T19:12."""
    precision: str
    """year, month, day, minute or second."""
    start: int
    """Code point where the date begins in the text that was read."""
    end: int
    """Code point behind it."""


@lru_cache(maxsize=256)
def parse_date(text: str) -> PrintedDate | None:
    """Return the first date in `text`, or None.

    Reads `2010-6-3 9:12:05`, `2010年06月03日09:12`, `2018-02-0510:00`, `２０１０／６／３`,
    二〇一〇年六月三日, 2014年元月23日, `9/17/2004 5:54 AM`, `June 3rd, 2010` and,
    coarser, 2010年6月 and 2010年. A date that lost its marks (`2011923日`) or that no calendar has
    (2011-02-30) is none.
    """
    return next(iter_dates(text), None)


def iter_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the dates in `text`, as `parse_date` reads them, in their order."""
    folded = fold(text)
    if not _MAY_HOLD_A_YEAR.search(folded):
        return
    candidates: list[tuple[int, PrintedDate]] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(folded):
            found = read(match)
            if found and not any(_overlap(found, earlier) for _, earlier in candidates):
                candidates.append((found.start, found))
    for _, found in sorted(candidates, key=lambda pair: pair[0]):
        yield found


def parse_short_date(text: str) -> PrintedDate | None:
    """Return a date with a two-digit year at the beginning of `text`, as behind 日期：16-05-03."""
    match = re.match(r"\s*(?P<year>\d\d)[-/.](?P<rest>\d{1,2}[-/.]\d{1,2})(?!\d)", text)
    found = parse_date(f"20{match['year']}-{match['rest']}") if match else None
    if not (match and found):
        return None
    return PrintedDate(found.value, found.precision, match.start("year"), match.end())


def parse_url_date(url: str) -> PrintedDate | None:
    """Return the date in a path: `/202504/t20250428_3508671.html`, `/2013/09-21/531.shtml`, else None."""
    for match in _IN_URL.finditer(url):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        found = _dated(match, (int(match["year"]), int(month), int(day)))
        if found:
            return found
    return None


def month_number(printed: str) -> int:
    """Return the number of a month in figures, or of 元 (元月)."""
    return 1 if printed == "元" else int(printed)


def _overlap(one: PrintedDate, other: PrintedDate) -> bool:
    return one.start < other.end and other.start < one.end


def _read_numeric(match: re.Match[str]) -> PrintedDate | None:
    numbers = [int(match["year"]), month_number(match["month"]), int(match["day"])]
    if match["hour"]:
        hour = int(match["hour"]) + (12 if match["noon"] in ("下午", "晚", "晚上") else 0)
        # 下午 14:20 counts the hours already.
        numbers += [hour if hour < 24 else hour - 12, int(match["minute"])]
    if match["second"]:
        numbers.append(int(match["second"]))
    return _dated(match, tuple(numbers), match["zone"])


def _read_american(match: re.Match[str]) -> PrintedDate | None:
    month, day = int(match["month"]), int(match["day"])
    if max(month, day) <= 12 and month != day and not match["noon"]:
        return None
    return _with_clock(match, (day, month) if month > 12 else (month, day))


def _read_english(match: re.Match[str]) -> PrintedDate | None:
    return _with_clock(match, (_ENGLISH_MONTHS.index(match["month"]) + 1, int(match["day"])))


def _with_clock(match: re.Match[str], month_and_day: tuple[int, int]) -> PrintedDate | None:
    numbers = (int(match["year"]), *month_and_day)
    if not match["hour"]:
        return _dated(match, numbers)
    hour = int(match["hour"])
    if match["noon"]:
        hour = hour % 12 + (12 if match["noon"] == "p" else 0)
    clock = (hour, int(match["minute"]), *([int(match["second"])] if match["second"] else []))
    return _dated(match, (*numbers, *clock))


def _read_coarse(match: re.Match[str]) -> PrintedDate | None:
    month = match["month"]
    value = f"{match['year']}-{month_number(month):02}" if month else match["year"]
    return PrintedDate(value, "month" if month else "year", match.start(), match.end())


def _read_chinese(match: re.Match[str]) -> PrintedDate | None:
    year = int("".join(_arabic(digit) for digit in match["year"]))
    if not match["month"]:
        return PrintedDate(str(year), "year", match.start(), match.end())
    month = 1 if match["month"] == "元" else _small_number(match["month"])
    if not match["day"]:
        return PrintedDate(f"{year}-{month:02}", "month", match.start(), match.end())
    return _dated(match, (year, month, _small_number(match["day"])))


_READERS = (
    (_NUMERIC, _read_numeric),
    (_AMERICAN, _read_american),
    (_ENGLISH, _read_english),
    (_BRITISH, _read_english),
    (_CHINESE, _read_chinese),
    (_COARSE, _read_coarse),
)


def _arabic(digit: str) -> str:
    return str(max(0, _DIGIT.index(digit) - _DIGIT.index("一") + 1))


def _small_number(numeral: str) -> int:
    """Read a numeral up to 三十一."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(_arabic(numeral))
    return int(_arabic(tens) if tens else "1") * 10 + int(_arabic(ones) if ones else "0")


def _dated(match: re.Match[str], numbers: tuple[int, ...], zone: str | None = None) -> PrintedDate | None:
    """Build the date of (year, month, day[, hour, minute[, second]]), unless the calendar has none."""
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]  # the pattern yields 3, 5 or 6 numbers
    except ValueError:
        return None
    if zone:
        offset = datetime.strptime("+0000" if zone == "z" else zone.replace(":", ""), "%z").tzinfo
        moment = moment.replace(tzinfo=offset).astimezone(_BEIJING).replace(tzinfo=None)
    precision, length = {3: ("day", 10), 5: ("minute", 16), 6: ("second", 19)}[len(numbers)]
    return PrintedDate(moment.isoformat(timespec="seconds")[:length], precision, match.start(), match.end())
