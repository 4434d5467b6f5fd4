"""The byline grammar: `来源：X 作者：Y 发布时间：2010-8-11 20:15 浏览次数：848`, in both scripts.

Keys are found wherever they stand, since old templates glue them to the value before
(`来源: 中铝矿业有限公司时间: 2021-12-17`), and a value may be empty (`来源:  发布日期:2013-12-23  点击:`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archive.bare_byline import read_bare_date, read_keyless, read_source_alone
from archive.byline_keys import fields_by_key, key_pattern, with_colons
from archive.credit import read_names
from archive.dates import parse_date, parse_short_date
from archive.fold import fold
from archive.loose_byline import read_loose
from archive.model import FieldName, Fields
from archive.printed_date import PrintedDate

MAX_LENGTH = 160
"""A longer line is prose, however many colons it has."""

_WEAK_DATE_KEYS = ("时间", "日期", "发布")
"""Alone they also lead a meeting's notice (时间：2010年8月11日), so they make no byline by themselves."""

_OF_A_FORM = frozenset({"时间", "日期", "单位", "类别", "分类", "图片", "图", "编辑", "校对", "审核", "签发"})
"""Keys that head a form too (单位：综采一队  日期：6月1日); a byline has another beside them."""

_MAY_BE_KEYED = re.compile("[:/]|[布表]于|记者|通讯员")
"""Asked first: every key ends in one of these, and to look for all keys takes far longer."""

_VALUE_END = re.compile(
    r"[\[\]【】〖〗|<>\n\t]|网友|打印|关闭|(?:我要|发表|查看)?(?:评论|投稿|纠错)|字体|字号|大\s+中\s+小"
    r"|分享到?(?=\s|$)|收藏|举报|返回列表|参与互动|第\d+页|\s于\s*$"
)
_COUNT = re.compile(r"(\d[\d,]*)(?!\s*万|[\d.])")
_MOST_DIGITS = 9
"""Of a count; what has more is no count of visits, and no column would take it."""
_COUNT_WITHOUT_COLON = re.compile(
    rf"(?:浏览|点击|阅读|访问)[次人]?[数量]?\s*(\d{{1,{_MOST_DIGITS}}})(?!\d)"
    rf"|(?:您是)?第\s*(\d{{1,{_MOST_DIGITS}}})\s*位(?:读者|访客)"
)
_ROLE = re.compile(r".{0,8}(?:记者|通讯员|实习生|撰稿人?|报道)$")
_SENTENCE = re.compile(r"[一-鿿]{4,}[,;。?!].*[一-鿿]{4,}|[一-鿿]{6,}[?!]")
_SUPPLIER = re.compile(r"供稿|投稿")
_UNIT = re.compile(r"(?:矿|公司|集团|队|部|科|处|室|厂|局|会|委|中心|站|院|所|社|网|报|支部|党办)$")
_NOTHING = frozenset(
    {"", "-", "--", "/", "无", "图", "文", "未知", "佚名", "不详", "admin", "null", "none", "undefined"}
)
_LONGEST_VALUE = 60
_COUNTED = ("views", "downloads", "comments")
_OF_SEVERAL = ("author", "editor", "photographer", "keywords")


class _Pair(NamedTuple):
    key: str
    value: str


@lru_cache(maxsize=256)
def parse_byline(text: str) -> Fields | None:
    """Return what the byline `text` (one line or several) states, or None when it is no byline.

    A byline has at most 160 characters and two key/value pairs, or a key and a date, or a date led by its
    own key (发布时间：…). Without keys it is an outlet, a date with the time, and a channel or nothing
    (煤炭资讯网 2023/6/1 15:34:37 矿建勘探). Lines in brackets or behind —— are delivery notes of a speech.
    The mapping is empty where every value is (`作者: 来源: 点击:`). Values keep their script; counts are
    ints; several authors are joined by one blank.
    """
    line = text.strip()
    if len(line) > MAX_LENGTH or line.startswith(("（", "(", "—")) or "。" in line.rstrip("。 "):
        return None
    head, pairs = _split(line)
    if not pairs:
        return read_keyless(line)
    if any(_goes_on(pair.value) for pair in pairs):
        return None
    if all(pair.key in _OF_A_FORM for pair in pairs) and not parse_date(head):
        return None
    if len(pairs) == 1 and not (parse_date(head) or _leads_its_date(pairs[0])):
        return None
    return read_pairs(line)


def _goes_on(value: str) -> bool:
    """Tell whether a sentence follows a date: an interviewer asks 记者：2010年以来变化很大，您怎么看？"""
    dated = parse_date(value)
    return bool(dated and _SENTENCE.search(fold(value[dated.end :])))


def read_pairs(text: str) -> Fields | None:
    """Return what the keys in `text` state, even a single one (责任编辑：X); None where there is no key."""
    head, pairs = _split(text)
    return _read_fields(pairs, head, fold(text)) if pairs else None


def parse_below_title(text: str) -> Fields | None:
    """Return what a line states that is known to stand beside the title: a byline, or a part of one.

    There the source may stand alone (来源：青山煤矿), and so may a date in brackets or with its time
    ([2022-04-21 16:26:46]), which the text itself would not print so.
    """
    found = parse_byline(text)
    if found is not None:
        return found
    return read_source_alone(text.strip()) or read_bare_date(text.strip())


@lru_cache(maxsize=256)
def _split(text: str) -> tuple[str, tuple[_Pair, ...]]:
    """Split into what stands before the first key, and the keys, each with all up to the next one.

    The lines around a title are asked several times what they are: all of a page's are remembered.
    """
    folded = fold(text)
    if "|" in folded:
        folded = with_colons(folded)
    keys = list(key_pattern().finditer(folded)) if _MAY_BE_KEYED.search(folded) else []
    if not keys:
        return text, ()
    ends = [key.start() for key in keys[1:]] + [len(text)]
    pairs = (_Pair(_plain(fold(key[0])), text[key.end() : end]) for key, end in zip(keys, ends, strict=True))
    return text[: keys[0].start()], tuple(pairs)


def _leads_its_date(pair: _Pair) -> bool:
    dated = parse_date(pair.value)
    if not dated or fields_by_key().get(pair.key) != "published_at":
        return bool(dated)
    return pair.key not in _WEAK_DATE_KEYS and dated.start <= 3


def _read_fields(pairs: tuple[_Pair, ...], printed: str, folded: str) -> Fields:
    """Read the pairs, and what is `printed` before them: a date, and beside it a source or names."""
    head = parse_date(printed)
    fields: dict[FieldName, str | int] = {}
    dates = [head] if head else []
    for pair in pairs:
        field = _field_of(pair)
        dated = parse_date(pair.value) or (parse_short_date(pair.value) if field == "published_at" else None)
        if dated:
            dates.insert(0 if field == "published_at" else len(dates), dated)
        if field == "written_on":
            fields |= {"written_on": dated.value[:10]} if dated else {}
            continue
        value = _read_value(field, pair.value, dated) if field and field != "published_at" else None
        if field == "author" and field in fields and value:
            fields[field] = " ".join(dict.fromkeys(f"{fields[field]} {value}".split()))
        elif field and value is not None:
            fields.setdefault(field, value)
    if head and not ("author" in fields and "source" in fields):
        fields = {**(read_loose(printed) or read_loose(printed[head.start :]) or {}), **fields}
    if dates:
        fields["published_at"], fields["published_precision"] = dates[0].value, dates[0].precision
    loose = _COUNT_WITHOUT_COLON.search(folded)
    if loose and "views" not in fields:
        fields["views"] = int(loose[1] or loose[2])
    return fields


def _field_of(pair: _Pair) -> FieldName | None:
    """Return the field of a pair; who supplies a text (供稿：青山煤矿) may be a unit, its source."""
    field = fields_by_key().get(pair.key)
    if field == "author" and _SUPPLIER.match(pair.key) and _UNIT.search(fold(pair.value).strip()):
        return None if read_names(pair.value) else "source"
    return field


def _read_value(field: FieldName, printed: str, dated: PrintedDate | None) -> str | int | None:
    """Return the value up to a date, bracket or widget that follows it; None when it states nothing."""
    if field in _COUNTED:
        count = _COUNT.search(fold(printed))
        digits = count[1].replace(",", "") if count else ""
        return int(digits) if 0 < len(digits) <= _MOST_DIGITS else None
    value = (printed[: dated.start] if dated else printed).lstrip(" \u3000\xa0\t[【〖(（")
    end = _VALUE_END.search(fold(value))
    value = _up_to_stray_bracket(value[: end.start()] if end else value).strip(
        " \u3000\xa0\t,，;；:：、.·-—/"
    )
    value = _names(value) if field in _OF_SEVERAL else " ".join(value.split())
    return None if fold(value) in _NOTHING or len(value) > _LONGEST_VALUE or "=" in value else value


def _up_to_stray_bracket(value: str) -> str:
    """Cut at a closing bracket that nothing opened, as behind `（来源：X）`; 经济报(广州) keeps its own."""
    folded = fold(value)
    closing = folded.find(")")
    return value[:closing] if closing >= 0 and "(" not in folded[:closing] else value


def _names(value: str) -> str:
    """Join several names by one blank and drop 本报记者, 通讯员 where they stand as words."""
    names = re.split(r"[\s、,，;；/|]+", value)
    return " ".join(name for name in names if name and not _ROLE.fullmatch(fold(name)))


def _plain(key: str) -> str:
    return re.sub(r"[\s:/]+$|\s+", "", key)
