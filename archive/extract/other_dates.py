"""Dates near a title that are none of its publication: the reader's day, a member's, those of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from archive.byline import read_loose, read_pairs
from archive.dates import BEIJING, PrintedDate, parse_date
from archive.extract.layout import Line
from archive.fold import fold

_LONGEST_LABEL = 8
_SHORTEST_ENTRY = 9
"""Characters of a link that is a title in a list, rather than the name of a source."""
_TIME = re.compile(r"\d[:：]\d\d")
"""A list of titles prints no times; a byline's links, to its section, source and comments, may be long."""
_OTHER_DATE = re.compile(
    r"(?:今天|今日|现在)(?:是|时间|日期|:)|当前(?:时间|日期)|系统时间|农历|欢迎您|最后(?:修改|更新|编辑)[于日时:]"
)
"""The reader's day, or that of the page's last change."""
_OF_MEMBER = re.compile(
    r"(?:注册|登录|在线|生日|来访|到访|登入)(?:时间|日期)?|最后(?:登[录陆]|访问|活动)(?:时间)?"
)
"""What a board prints of who posts, its date in a line of its own."""

_WAY_HOME = re.compile(r"(?<![返回到])(?:首\s*页|主页)")
"""Of a menu or a path; 返回首页 is a button, and stands beside bylines too."""

_WEEKDAY = re.compile(r"星期[一二三四五六日天]")

_MOST_SLOW = timedelta(minutes=15)
"""By which the clocks of a server and its programs differ; a text is seldom so new."""


def is_of_masthead(lines: Sequence[Line], number: int, end: int, served: str) -> bool:
    """Tell whether the date in a line above a heading, which begins at line `end`, is the reader's.

    Such a line has no key, and stands above the site's menu or path, or its date is the one when the page was
    `served`, as the header `Date` says. Blogs set the day of a text right above its title, without its
    weekday, and a daily crawl sees most texts on theirs.
    """
    line = lines[number]
    dated = parse_date(line.text)
    if dated is None or read_pairs(line.text) is not None:
        return False
    if any(_WAY_HOME.search(fold(each.text)) for each in lines[number:end]):
        return True
    may_be_blogs = number == end - 1 and dated.precision == "day" and _WEEKDAY.search(line.text) is None
    return not may_be_blogs and _is_when(served, dated)


def _is_when(served: str, dated: PrintedDate) -> bool:
    """Tell whether a date is that day, in China, or, printed with its time, that moment."""
    try:
        stated = parsedate_to_datetime(served)
        moment = stated.replace(tzinfo=stated.tzinfo or UTC).astimezone(BEIJING).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return False
    if dated.precision in ("minute", "second"):
        return abs(moment - datetime.fromisoformat(dated.value)) <= _MOST_SLOW
    return dated.value == moment.date().isoformat()


def tells_other_date(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the date in a line is surely none of publication."""
    line = lines[number]
    return _is_entry(line) or _OTHER_DATE.search(fold(line.text)) is not None or _is_of_member(lines, number)


def _is_entry(line: Line) -> bool:
    """Tell whether a line is a list's entry with its date."""
    is_title = line.is_link or (line.linked >= _SHORTEST_ENTRY and _TIME.search(line.text) is None)
    return is_title and not read_pairs(line.text) and "author" not in (read_loose(line.text) or {})


def _is_of_member(lines: Sequence[Line], number: int) -> bool:
    above = lines[number - 1].text if number else ""
    return len(above) <= _LONGEST_LABEL and _OF_MEMBER.fullmatch(fold(above).rstrip(": ")) is not None
