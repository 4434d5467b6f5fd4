"""The value behind a key of a byline: where it ends, and when it states nothing."""

from __future__ import annotations

import re

from archive.byline.loose import names_outlet
from archive.byline.names import REPORTERS, join_spaced_names
from archive.dates import PrintedDate
from archive.fold import fold
from archive.model import FieldName

COUNTED: tuple[FieldName, ...] = ("views", "downloads", "comments")
"""Fields whose values are numbers."""
MOST_DIGITS = 9
"""Of a count; what has more is no count of visits, and no column would take it."""
OF_PEOPLE: tuple[FieldName, ...] = ("author", "editor", "photographer")
"""Fields whose values name who made a text."""
_BUTTON = (
    r"网友|打印|关闭|(?:我要|发表|查看)?(?:评论|投稿|纠错)|字体|字号|大\s+中\s+小|手机版|参与互动"
    r"|分享到?(?=\s|$)|(?:收藏|举报)(?=$|[\W_]|[此本我打关分收举])|返回(?:列表|[^\s,]{2,6},查看更多)"
)
_NUMBER_OF_OTHERS = (
    r"(?:浏览|点击|阅读|访问)[次人]?[数量]?\s*\(?\d|第\d+页|\d+\s*[次人](?:浏览|点击|阅读|访问|参与|评论)"
)
_UNKNOWN_KEY = r"\s[^\W\d_]{2,5}\s*:"
_END = re.compile(rf"[\[\]【】〖〗|¦│┃┆┇┊┋║╎╏<>\n\t]|{_BUTTON}|{_NUMBER_OF_OTHERS}|\s于\s*$|{_UNKNOWN_KEY}")
"""What no value has: a bracket, a widget of the page, another statement."""
_COUNT = re.compile(r"(\d[\d,]*)(?!\s*万|[\d.])")
_ROLE_OR_NUMBER = re.compile(rf".{{0,8}}(?:{'|'.join(REPORTERS)}|撰稿人?|报道)|\d+")
_SENTENCE = re.compile(r"[一-鿿]{4}[,;].*[一-鿿]{4}.*[。;!?]$")
_QUOTED = re.compile(r"[“\"《「][^“”\"《》「」]*[”\"》」]")
_NOTHING = frozenset({"", "-", "--", "/", "无", "图", "文", "null", "none", "undefined"})
_NOBODY = frozenset(
    {"未知", "佚名", "匿名", "不详", "管理员", "网站管理员", "系统管理员", "超级管理员"}
    | {"admin", "administrator", "webmaster"}
)
_LONGEST = 60
_LONGEST_PRINTED = 200
"""With the blanks between its words."""
_BETWEEN_WORDS = re.compile(r"[\s、,，;；/|]+")


def read_value(field: FieldName, printed: str, dated: PrintedDate | None) -> str | int | None:
    """Return the value up to a date, bracket or widget that follows it; None when it states nothing."""
    if field in COUNTED:
        count = _COUNT.search(fold(printed))
        digits = count[1].replace(",", "") if count else ""
        return int(digits) if 0 < len(digits) <= MOST_DIGITS else None
    value = up_to_end(printed[: dated.start] if dated else printed)
    if len(value) > _LONGEST_PRINTED:
        return None
    value = _names(value) if field in OF_PEOPLE else _words(value, field)
    return None if names_nobody(value) or len(value) > _LONGEST or "=" in value else value


def up_to_end(printed: str) -> str:
    """Return what stands before the bracket, widget or other statement that follows a value."""
    value = printed.lstrip(" \u3000\xa0\t[【〖(（")
    end = _END.search(fold(value))
    return _up_to_stray_bracket(value[: end.start()] if end else value).strip(
        " \u3000\xa0\t,，;；:：、.·-—/(（"
    )


def names_nobody(value: str) -> bool:
    """Tell whether a value is what templates print for none: 佚名, 未知, admin."""
    return fold(value) in _NOTHING or fold(value) in _NOBODY


def _up_to_stray_bracket(value: str) -> str:
    """Cut at a closing bracket that nothing opened, as behind `（来源：X）`; 经济报(广州) keeps its own."""
    folded = fold(value)
    closing = folded.find(")")
    return value[:closing] if closing >= 0 and "(" not in folded[:closing] else value


def _names(value: str) -> str:
    """Join several names by one blank, none of a sentence or a title; drop 本报记者, a count, an outlet."""
    folded = fold(value)
    if _SENTENCE.search(folded) or _QUOTED.fullmatch(folded):
        return ""
    words = _BETWEEN_WORDS.split(join_spaced_names(value))
    names = [name for name in words if name and not _ROLE_OR_NUMBER.fullmatch(fold(name))]
    return " ".join(names[:-1] if len(names) > 1 and names_outlet(names[-1]) else names)


def _words(value: str, field: FieldName) -> str:
    return " ".join(filter(None, _BETWEEN_WORDS.split(value)) if field == "keywords" else value.split())
