"""The date where a page states it beside its byline: below the text, or in a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from lxml import etree

from archive.byline import parse_byline, read_loose
from archive.dates import PrintedDate, dated_fields, parse_date
from archive.extract.head.stated_values import read_stamp
from archive.extract.layout import Layout
from archive.extract.other_dates import is_of_masthead
from archive.fold import written_forms
from archive.model import FieldName

_STAMP = re.compile(
    r"ime(?:(?<=publish_time)|(?<=publishTime)|(?<=create_time)|(?<=createTime)|(?<=pub_time)|(?<=pubtime))"
    r"[\"']?\s*[:=]\s*[\"']?(\d{10}(?:\d{3})?)\b"
)
_WECHAT_STAMP = re.compile(r"var ct\s*=\s*[\"'](\d{10})[\"']")
"""Seconds since 1970. A pattern that begins with plain letters is found ten times as fast."""
_LINES_BELOW = 6
_LONGEST_DATE_LINE = 48
_POSTED = re.compile("[发發][布佈表]|刊[登发發]|[Pp]osted ")
_OF_READER = re.compile(r"网友|網友|沙发|板凳|(?<!\d)(?:[2-9]|\d{2,})\s*[楼樓]")
"""Beside the date of a remark; the first storey, 1楼, is the text's own."""
_LINES_OF_BADGE = 3
_BADGE = re.compile(
    r"(?P<day>[0-3]?\d)\s*(?:日\s*)?(?P<year>20\d\d)[-/.年](?P<month>[01]?\d)月?"
    r"|(?P<year2>20\d\d)年?\s*(?P<month2>[01]\d)[-/.月](?P<day2>[0-3]\d)日?"
)
_MAY_BE_DATED = re.compile(rf"[\d{written_forms('年')}]")
_LONGEST_TIP = 30
_of_tips = etree.XPath("//span/@title|//em/@title|//abbr/@title|//a/@title")
_IN_SCRIPT = re.compile(
    r"[aprAPR](?<!\w.)"
    r"(?i:(?<=p)ub(?:lish)?_?(?:time|date|ed_?at)|(?:(?<=r)elease|(?<=a)rt(?:icle)?)_?(?:time|date))"
    r"[\"']?\s*[:=]\s*[\"']([^\"']{8,40})[\"']"
)
"""A word's first letter, then the rest of it: in a whole page a class is found thrice as fast as words."""


def date_below(layout: Layout, body_end: int) -> Mapping[FieldName, str | int]:
    """Return the date of a byline that stands below the text, as on boards and blogs."""
    for line in layout.lines[max(0, body_end - _LINES_BELOW) : body_end + _LINES_BELOW]:
        fields = (_MAY_BE_DATED.search(line.text) and parse_byline(line.text)) or {}
        if "published_at" in fields:
            return {name: fields[name] for name in ("published_at", "published_precision") if name in fields}
    return {}


def date_just_below(layout: Layout, body_end: int) -> Mapping[FieldName, str | int]:
    """Return the date with its time, or with 发布, in the two lines below: 1楼 2014-10-05 21:30 回复.

    None of a remark, which names its reader, and none of a signature: 青山煤矿 2014年10月5日 is the day of
    writing. Empty where there is no other.
    """
    for line in layout.lines[body_end : body_end + 2]:
        dated = parse_date(line.text) if len(line.text) <= _LONGEST_DATE_LINE and not line.is_link else None
        if dated and _is_of_text(line.text, dated):
            return dated_fields(dated)
    return {}


def _is_of_text(text: str, dated: PrintedDate) -> bool:
    words = read_loose(text)
    if _POSTED.search(text):
        return words is not None
    is_timed = dated.precision in ("minute", "second")
    return is_timed and "author" not in (words or {}) and _OF_READER.search(text) is None


def date_in_badge(layout: Layout, title: range, served: str = "") -> Mapping[FieldName, str | int]:
    """Return the date that a badge beside the title prints in two sizes: 23 over 2021-09, 2021 over 09-23.

    `served` is the page's header `Date`: above the title, that day is the reader's.
    """
    for number in range(max(0, title.start - _LINES_OF_BADGE), title.stop + _LINES_OF_BADGE if title else 0):
        lines = layout.lines[number : number + 2]
        texts = ("".join(line.text for line in lines[:count]) for count in (1, 2))
        badge = next(filter(None, map(_BADGE.fullmatch, texts)), None)
        is_todays = number < title.start and is_of_masthead(layout.lines, number, title.start, served)
        if badge and not is_todays and not any(line.linked for line in lines):
            return dated_fields(parse_date(_written_out(badge)))
    return {}


def date_in_tooltip(tree: etree._Element) -> Mapping[FieldName, str | int]:
    """Return the first date with its time that stands behind words: boards print 3 天前 for it."""
    tips = (str(tip) for tip in cast(list[str], _of_tips(tree)) if len(tip) <= _LONGEST_TIP)
    return dated_fields(next((date for tip in tips if (date := _moment(tip))), None))


def _moment(tip: str) -> PrintedDate | None:
    dated = parse_date(tip)
    is_whole = dated is not None and (dated.start, dated.end) == (0, len(tip))
    return dated if dated and is_whole and dated.precision in ("minute", "second") else None


def _written_out(badge: re.Match[str]) -> str:
    return "-".join(badge[name] or badge[f"{name}2"] for name in ("year", "month", "day"))


def date_in_script(source: str) -> Mapping[FieldName, str | int]:
    """Return the date that a script sets as the article's: `var pubtime = '2010-06-03 09:12'`."""
    found = _IN_SCRIPT.search(source)
    stamped = None if found else _STAMP.search(source) or _WECHAT_STAMP.search(source)
    return dated_fields(parse_date(found[1]) if found else read_stamp(stamped[1]) if stamped else None)
