"""Dates as Chinese pages print them: 2010-06-03 09:12, 二〇一〇年六月三日, 2010年6月, 民國97年7月5日."""

from __future__ import annotations

import re

from archive.dates.printed_date import PrintedDate, dated

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
NUMERIC = re.compile(
    rf"{_YEAR}\s*(?:(?P<word>年)|(?P<mark>[-/.—–]))\s*{_MONTH}\s*(?(word)月|(?P=mark))\s*{_DAY}"
    rf"(?:\s*日?{_TIME}|\s*日|(?!\d))"
)
COARSE = re.compile(rf"{_YEAR}\s*年(?:\s*{_MONTH}\s*月(?:份)?)?(?!\s*\d)")
_DIGIT = "〇○零0o一二三四五六七八九"
IN_CHARACTERS = re.compile(
    rf"(?P<year>[一二][{_DIGIT}]{{3}})年(?:(?P<month>十[一二]?|[一二三四五六七八九元])月"
    r"(?:(?P<day>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?"
)
REPUBLIC = re.compile(
    r"民国\s*(?P<year>1?\d\d)\s*(?:(?P<word>年)|(?P<mark>[-/.]))\s*"
    r"(?P<month>\d{1,2})\s*(?(word)月|(?P=mark))\s*(?P<day>\d{1,2})(?!\d)(?:\s*日)?"
)
YEAR_ZERO = 1911
"""The Republic's first year is 1912: its 97th, 2008."""


def month_number(printed: str) -> int:
    """Return the number of a month in figures, or of 元 (元月)."""
    return 1 if printed == "元" else int(printed)


def read_numeric(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `NUMERIC`; None where no calendar has it."""
    numbers = [int(match["year"]), month_number(match["month"]), int(match["day"])]
    if match["hour"]:
        hour = int(match["hour"]) + (12 if match["noon"] in ("下午", "晚", "晚上") else 0)
        # 下午 14:20 counts the hours already.
        numbers += [hour if hour < 24 else hour - 12, int(match["minute"])]
    if match["second"]:
        numbers.append(int(match["second"]))
    return dated(match, tuple(numbers), match["zone"])


def read_coarse(match: re.Match[str]) -> PrintedDate | None:
    """Return the month or year of a match of `COARSE`."""
    month = match["month"]
    value = f"{match['year']}-{month_number(month):02}" if month else match["year"]
    return PrintedDate(value, "month" if month else "year", match.start(), match.end())


def read_in_characters(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `IN_CHARACTERS`; None where no calendar has it."""
    year = int("".join(_arabic(digit) for digit in match["year"]))
    if not match["month"]:
        return PrintedDate(str(year), "year", match.start(), match.end())
    month = 1 if match["month"] == "元" else _small_number(match["month"])
    if not match["day"]:
        return PrintedDate(f"{year}-{month:02}", "month", match.start(), match.end())
    return dated(match, (year, month, _small_number(match["day"])))


def read_republic(match: re.Match[str]) -> PrintedDate | None:
    """Return the date of a match of `REPUBLIC`; None where no calendar has it."""
    return dated(match, (int(match["year"]) + YEAR_ZERO, int(match["month"]), int(match["day"])))


def _arabic(digit: str) -> str:
    return str(max(0, _DIGIT.index(digit) - _DIGIT.index("一") + 1))


def _small_number(numeral: str) -> int:
    """Read a numeral up to 三十一."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return int(_arabic(numeral))
    return int(_arabic(tens) if tens else "1") * 10 + int(_arabic(ones) if ones else "0")
