"""Dates as Chinese pages print them, with the precision that is printed and none that is not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from archive.english_dates import AMERICAN, BRITISH, ENGLISH, UNIX, read_american, read_english
from archive.fold import fold
from archive.mixed_dates import DAY_FIRST, MONTH_FIRST, REPUBLIC, read_republic, read_translated
from archive.printed_date import PrintedDate, dated

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
_MAY_HOLD_A_YEAR = re.compile("年|19|20|民国")
"""Most lines hold none, and are asked nothing more."""
_DIGIT = "〇○零0o一二三四五六七八九"
_CHINESE = re.compile(
    rf"(?P<year>[一二][{_DIGIT}]{{3}})年(?:(?P<month>十[一二]?|[一二三四五六七八九元])月"
    r"(?:(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?"
)
_SHORT = re.compile(
    r"\s*(?P<year>\d\d)(?:(?P<word>年)|(?P<mark>[-/.]))(?P<month>\d{1,2})(?(word)月|(?P=mark))(?P<day>\d{1,2})"
    r"(?(word)日|(?!\d))"
)
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
    """Return a date with a two-digit year that begins `text`: 16-05-03 behind 日期：, or 08年7月5日."""
    match = _SHORT.match(text)
    century = 20 if match and int(match["year"]) < _LAST_CENTURY else 19
    found = parse_date(f"{century}{match['year']}-{match['month']}-{match['day']}") if match else None
    if not (match and found):
        return None
    return PrintedDate(found.value, found.precision, match.start("year"), match.end())


def parse_url_date(url: str) -> PrintedDate | None:
    """Return the date in a path: `/202504/t20250428_3508671.html`, `/2013/09-21/531.shtml`, else None."""
    for match in _IN_URL.finditer(url):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        found = dated(match, (int(match["year"]), int(month), int(day)))
        if found:
            return found
    return None


def month_number(printed: str) -> int:
    """Return the number of a month in figures, or of 元 (元月)."""
    return 1 if printed == "元" else int(printed)


def _is_free(taken: Sequence[PrintedDate], date: PrintedDate) -> bool:
    """Tell whether none of the dates in `taken`, in their order, stands where `date` does."""
    behind = bisect_left(taken, date.end, key=_start)
    return behind == 0 or taken[behind - 1].end <= date.start


def _start(date: PrintedDate) -> int:
    return date.start


def _read_numeric(match: re.Match[str]) -> PrintedDate | None:
    numbers = [int(match["year"]), month_number(match["month"]), int(match["day"])]
    if match["hour"]:
        hour = int(match["hour"]) + (12 if match["noon"] in ("下午", "晚", "晚上") else 0)
        # 下午 14:20 counts the hours already.
        numbers += [hour if hour < 24 else hour - 12, int(match["minute"])]
    if match["second"]:
        numbers.append(int(match["second"]))
    return dated(match, tuple(numbers), match["zone"])


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
    return dated(match, (year, month, _small_number(match["day"])))


_READERS = (
    ("", _NUMERIC, _read_numeric),
    ("/", AMERICAN, read_american),
    ("", ENGLISH, read_english),
    ("", BRITISH, read_english),
    (":", UNIX, read_english),
    ("月 ", DAY_FIRST, read_translated),
    (", ", MONTH_FIRST, read_translated),
    ("民国", REPUBLIC, read_republic),
    ("年", _CHINESE, _read_chinese),
    ("年", _COARSE, _read_coarse),
)
"""What each form must hold, which is asked first, its pattern, and what reads it."""


def _arabic(digit: str) -> str:
    return str(max(0, _DIGIT.index(digit) - _DIGIT.index("一") + 1))


def _small_number(numeral: str) -> int:
    """Read a numeral up to 三十一."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(_arabic(numeral))
    return int(_arabic(tens) if tens else "1") * 10 + int(_arabic(ones) if ones else "0")
