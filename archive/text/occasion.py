"""When a text was written, and when what it tells of took place, with what is printed and no more.

二〇一四年元月二十三日  under the text            written_on 2014-01-23
（2022年3月11日第三次会议通过）  under the title     event_on 2022-03-11
1月28日，青山煤矿……   posted 2010-02-03            event_on 2010-01-28
今年6月份，……         posted 2010-08-11            event_on 2010-06
"""

from __future__ import annotations

import re
from itertools import islice

from archive.dates import iter_dates, month_number, parse_date
from archive.fold import fold
from archive.model import FieldName, Fields
from archive.printed_date import PrintedDate
from archive.text.line import lines_from_end, lines_from_start

_DEEPEST = 5
_LONGEST_DELIVERY = 60
_OPENING = 60
_MASTHEAD = re.compile(r"[^，。：；]{3,28}[部室会科处组委矿司]\s+(?P<date>[^\s，。：；]{8,14}日)")
_MASTHEAD_LINES = 4
_MONTH = "(?P<month>1[0-2]|[1-9]|0[1-9]|元)月"
_DAY = "(?P<day>3[01]|[12]\\d|0?[1-9])日"
_IN_OPENING = re.compile(
    rf"\s*(?:[一-鿿]{{2,10}}?(?=\d|元月\d))?"
    rf"(?:{_MONTH}{_DAY}|(?P<this>今年)\s?(?P<only>1[0-2]|0?[1-9]|元)月(?:份|(?!\d)))"
)
_FULL_IN_OPENING = re.compile(r"\s*(?:[一-鿿]{2,10}?)?(?=(?:19|20)\d\d年)")


def read_occasion(fields: Fields, body: str) -> Fields:
    """Return `written_on` and `event_on` as far as `body` and the posting date in `fields` tell them."""
    found: dict[FieldName, str | int] = {}
    written = _written_on(body)
    event = _delivered_on(body) or _opening_date(body, str(fields.get("published_at", "")))
    if written:
        found["written_on"] = written
    if event:
        found["event_on"] = event
    return found


def _written_on(body: str) -> str | None:
    for line in islice(lines_from_end(body, body), _DEEPEST):
        dated = _only_date(line.text.strip().strip("（）()"))
        if dated and line.start > 0:
            return dated.value[:10]
    return _in_masthead(body)


def _in_masthead(body: str) -> str | None:
    """Behind the office that makes a bulletin, below its number."""
    for line in islice(lines_from_start(body, body[:400]), _MASTHEAD_LINES):
        masthead = _MASTHEAD.fullmatch(line.text.strip())
        dated = _only_date(masthead["date"]) if masthead else None
        if dated:
            return dated.value[:10]
    return None


def _only_date(text: str) -> PrintedDate | None:
    dated = parse_date(_plain(text)) if len(text) <= 20 else None
    is_alone = dated and dated.end - dated.start == len(_plain(text))
    return dated if is_alone and dated and dated.precision != "year" else None


def _plain(text: str) -> str:
    """Blanks between the parts are the layout's."""
    return "".join(fold(text).split())


def _delivered_on(body: str) -> str | None:
    """The date in a line of its own brackets, or behind ——, above the text."""
    for line in islice(lines_from_start(body, fold(body[:2000])), _DEEPEST):
        folded = fold(line.text.strip())
        is_delivery = folded.startswith(("(", "—")) and len(folded) <= _LONGEST_DELIVERY
        dated = next(iter_dates(line.text), None) if is_delivery else None
        if dated and dated.precision != "year":
            return dated.value[:10]
    return None


def _opening_date(body: str, published_at: str) -> str | None:
    opening = fold(body[:_OPENING])
    full = _FULL_IN_OPENING.match(opening)
    dated = parse_date(opening[full.end() :]) if full else None
    if dated and dated.start == 0 and dated.precision == "day":
        return dated.value
    match = _IN_OPENING.match(opening)
    if not match or len(published_at) < len("2010-08"):
        return None
    year, posted = int(published_at[:4]), int(published_at[5:7])
    if match["this"]:
        return f"{year}-{month_number(match['only']):02}"
    month = month_number(match["month"])
    named = parse_date(f"{year if month <= posted else year - 1}-{month}-{match['day']}")
    return named.value if named else None
