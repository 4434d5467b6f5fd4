"""Lines above what readers wrote below an article: 3楼 网友, 李明 发表于 2010-7-5 09:12.

A text has floors (3楼会议室) and days of print (原文发表于2008年7月5日) too: so a remark's head is one by the
blank before its words, or by the time behind its day, and a bare 3楼 by another head on the same page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.fold import fold

_MAY_BE_HEAD = re.compile(
    r"[于於楼樓](?:(?<=[表布佈复復覆帖论論言].)(?=\s*[:：]?\s*[\d０-９昨前])|(?<=[\d０-９][楼樓]))"
)
"""Asked first, of all lines at once."""
_WROTE = r"(?:发[表布]|回[复帖]|评论|留言)于\s*:?\s*"
_DAY = (
    r"(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?(?=\s+\d{1,2}:)"
    r"|\d+\s*(?:分钟|小时|天)前|[昨前]天)"
)
_TIME = r"\s*\d{1,2}:\d\d(?::\d\d)?"
_END = r"(?=$|[\s#|\[])"
_NO_SENTENCE = r"[^,。;!?]"
_WROTE_APART = rf"(?:{_NO_SENTENCE}*[\s:|])?{_WROTE}{_DAY}(?:{_TIME})?{_END}"
_WROTE_AT = rf"{_NO_SENTENCE}*(?<![文章志]){_WROTE}{_DAY}{_TIME}{_END}{_NO_SENTENCE}*$"
_FLOOR = r"\s*第?\d{1,4}楼"
_READER = r"(?:网友|游客|匿名|楼主|会员|用户|\d{4}[-/]\d{1,2}[-/]\d{1,2})"
_HEAD = re.compile(rf"{_WROTE_APART}|{_WROTE_AT}|{_FLOOR}[\s:|#]+{_READER}")
_BARE_FLOOR = re.compile(rf"{_FLOOR}\s*:?\s*$")
_LONGEST = 80
_STAMP = re.compile(
    r"\n[^\n，。！？,!?]{0,20}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000]?\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
    r"[^\n，。！？,!?]{0,8}(?=\n)"
)
"""老石头 2010-06-04 09:12, behind a line break, to which a search leaps."""
_FEWEST_STAMPS = 3
"""A byline and what follows a text may each print a time."""


def remark_heads(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines that head a reader's remark."""
    if not _MAY_BE_HEAD.search("\n".join(lines)):
        return frozenset()
    openings = {number: fold(line[:_LONGEST]) for number, line in enumerate(lines) if _may_be_head(line)}
    heads = {number for number, opening in openings.items() if _HEAD.match(opening)}
    floors = {number for number, opening in openings.items() if heads and _BARE_FLOOR.match(opening)}
    return frozenset(heads | floors)


def are_stamped(lines: Iterable[str]) -> bool:
    """Tell whether several lines are a day with its time and a name at most, as above remarks."""
    return len(_STAMP.findall("\n".join(("", *lines, "")))) >= _FEWEST_STAMPS


def _may_be_head(line: str) -> bool:
    """A row of a table (矿工	1楼 发表于 2010-7-5 好文) is head and remark in one."""
    opening = line[:_LONGEST]
    return (len(line) <= _LONGEST or "\t" in opening) and _MAY_BE_HEAD.search(opening) is not None
