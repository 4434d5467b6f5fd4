"""When a text was written, and when what it tells of took place, with what is printed and no more.

二〇一四年元月二十三日  under the text            written_on 2014-01-23
（2022年3月11日第三次会议通过）  under the title     event_on 2022-03-11
1月28日，青山煤矿……   posted 2010-02-03            event_on 2010-01-28
今年6月份，……         posted 2010-08-11            event_on 2010-06
"""

from __future__ import annotations

import re
from itertools import islice

from archive.dates import PrintedDate, iter_dates, month_number, parse_date
from archive.fold import fold
from archive.model import FieldName, Fields
from archive.text.line import lines_from_end, lines_from_start

_DEEPEST = 5
_LONGEST_DELIVERY = 60
_DELIVERY_OPENERS = ("(", "—")
_OPENING = 60
_MASTHEAD = re.compile(
    r"[^，。：；]{3,28}[部室会科处组委矿司班团局厂院办编]\s+(?P<date>[^\s，。：；]{8,14}日|\d{4}[-.／/]\d\d?[-.／/]\d\d?)"
)
_MASTHEAD_LINES = 6
_ISSUE = re.compile(r"[（(]?(?:总?第|\d{4}年第?)\s?[\d一二三四五六七八九十]{1,4}\s?期")
_ATTACHED = re.compile(r"\n[^\S\n]*附(?:件|录|表)?\s?[一二三1-9１-９]?\s?[：:]?\s*(?=\n)")
"""A line of its own above what is attached; 附件：……方案 above the signature only lists it."""
_ISSUED = re.compile(r"《(?P<name>[^《》\n]{4,80})》[^《\n]{0,30}印发")
"""现将《……方案》印发给你们: what is issued follows below the signature, under its title."""
_BELOW_SIGNATURE = re.compile(
    r"\s*(?:$|主题词|抄[送报]|报送|主送|分送|[报送发][：:]|共印|印[数发刷制]|校对|[（(]?联系|电话|责任编辑|编辑|审[核稿]|撰稿|附[件表录]?[：:\d]|[（(]此件|[（(]印|[—-]+$|.{2,30}印发$)"
)
"""What is printed under signature and date: subject words, copies, editors, attachments."""
_SIGNED_BY = re.compile(
    r"^[^，。；：！？0-9]{2,30}?(?:公司|集团|矿|局|厂|委员会|党委|工会|团委|办公室|[部科处队])\s+(?=[\d二○〇])"
)
"""The unit that signs in one line with the date."""
_NO_DAY = re.compile(r"月\s*日$")
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
    """Under the text itself, where documents are attached to it; else at the end of all."""
    attached = [place for place in (_attachment(body), _issued_document(body)) if place is not None]
    for text in (*(body[:place] for place in attached), body):
        lines = (line for line in lines_from_end(text, text) if not _BELOW_SIGNATURE.match(line.text))
        for line in islice(lines, _DEEPEST):
            dated = _only_date(_SIGNED_BY.sub("", line.text.strip()).strip("（）()"))
            if dated and line.start > 0:
                return dated.value[:10]
    return _in_masthead(body)


def _attachment(body: str) -> int | None:
    attached = _ATTACHED.search(body)
    return attached.start() if attached else None


def _issued_document(body: str) -> int | None:
    """Where the document begins that the letter above it issues: a line that is its title."""
    issued = _ISSUED.search(body)
    place = body.find(f"\n{issued['name']}\n", issued.end()) if issued else -1
    return place if place >= 0 else None


def _in_masthead(body: str) -> str | None:
    """Behind the office that makes a bulletin, or below its number (第6期) in a line of its own."""
    is_issue = False
    for line in islice(lines_from_start(body, body[:400]), _MASTHEAD_LINES):
        printed = line.text.strip()
        is_issue = is_issue or _ISSUE.match(printed) is not None
        masthead = _MASTHEAD.fullmatch(printed)
        dated = _only_date(masthead["date"]) if masthead else _only_date(printed) if is_issue else None
        if dated:
            return dated.value[:10]
    return None


def _only_date(text: str) -> PrintedDate | None:
    """The date that a text is and no more; the day may be left to be filled in: 2009年3月  日."""
    text = _NO_DAY.sub("月", text)
    dated = parse_date(_plain(text)) if len(text) <= 20 else None
    is_alone = dated and dated.end - dated.start == len(_plain(text))
    return dated if is_alone and dated and dated.precision != "year" else None


def _plain(text: str) -> str:
    """Blanks between the parts are the layout's."""
    return "".join(fold(text).split())


def _delivered_on(body: str) -> str | None:
    """The date in a line of its own brackets, or behind ——, above the text."""
    for line in islice(lines_from_start(body, body), _DEEPEST):
        text = line.text.strip()
        is_delivery = len(text) <= _LONGEST_DELIVERY and fold(text[:1]) in _DELIVERY_OPENERS
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
