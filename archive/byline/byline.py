"""The byline grammar: `来源：X 作者：Y 发布时间：2010-8-11 20:15 浏览次数：848`, in both scripts.

Keys are found wherever they stand, since old templates glue them to the value before
(`来源: 中铝矿业有限公司时间: 2021-12-17`), and a value may be empty (`来源:  发布日期:2013-12-23  点击:`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from archive.byline.keyless import read_bare_date, read_keyless, read_source_alone
from archive.byline.keys import fields_by_key
from archive.byline.names import REPORTERS, read_names
from archive.byline.pairs import KeyedLine, Pair, read_pairs, split_at_keys
from archive.byline.values import COUNTED, OF_PEOPLE, up_to_end
from archive.dates import parse_date, parse_short_date
from archive.fold import fold
from archive.model import Fields

MAX_LENGTH = 160
"""A longer line is prose, however many colons it has."""

_WEAK_DATE_KEYS = ("时间", "日期", "发布")
"""Alone they also lead a meeting's notice (时间：2010年8月11日), so they make no byline by themselves."""

_OF_A_NOTICE = frozenset({"时间", "日期", "发布", "单位", "类别", "分类", "图片", "图", "值班主任"})
"""Keys that head a line of the text itself, even right below a byline (单位：综采一队)."""

_OF_A_FORM = (_OF_A_NOTICE - {"发布"}) | {"编辑", "校对", "审核", "签发"}
"""Keys that head a form too (单位：综采一队  日期：6月1日); a byline has another beside them."""

_BEFORE_CREDITS = re.compile(r"(?:[\[【][^\[\]【】]{1,6}[\]】])?[\s(\[【]*(?:本[文期网站报刊])?")
"""A button, as in 【纠错】责任编辑：李明."""
_LONGEST_BESIDE = 20
_BRACKETS = " ()[]【】（）"
_OF_SENTENCE = re.compile(r"[,;。?!…]|:(?!\d)")
_WORDS = re.compile("[一-鿿]{4}")

_SENTENCE = re.compile(r"[一-鿿]{4,}[,;。?!].*[一-鿿]{4,}|[一-鿿]{6,}[?!]")


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
    keyed = split_at_keys(line)
    if not keyed.pairs:
        return read_keyless(line)
    if any(_goes_on(pair) for pair in keyed.pairs):
        return None
    if all(pair.key in _OF_A_FORM for pair in keyed.pairs) and not _is_stamped(keyed):
        return None
    if len(keyed.pairs) == 1 and not (parse_date(keyed.head) or _leads_its_date(keyed.pairs[0])):
        return None
    return read_pairs(line)


def _is_stamped(line: KeyedLine) -> bool:
    """Tell whether a date leads the keys, or stands behind one to the second, as only programs print it."""
    dates = (parse_date(pair.value) for pair in line.pairs)
    return parse_date(line.head) is not None or any(date and date.precision == "second" for date in dates)


def _goes_on(pair: Pair) -> bool:
    """Tell whether a sentence follows a date or names: 记者：2010年以来变化很大，您怎么看？

    The only one of a short report does: 本报讯（记者 李明 通讯员 王强）昨天，矿区召开动员大会，部署百日会战。
    """
    dated = parse_date(pair.value)
    if dated is None and fields_by_key().get(pair.key) not in OF_PEOPLE:
        return False
    return _SENTENCE.search(fold(pair.value[dated.end if dated else 0 :])) is not None


def parse_below_title(text: str) -> Fields | None:
    """Return what a line states that is known to stand beside the title: a byline, or a part of one.

    There the source may stand alone (来源：青山煤矿), and so may a date in brackets or with its time
    ([2022-04-21 16:26:46]), which the text itself would not print so.
    """
    found = parse_byline(text)
    if found is not None:
        return found
    return read_source_alone(text.strip()) or read_bare_date(text.strip())


def _leads_its_date(pair: Pair) -> bool:
    is_published = fields_by_key().get(pair.key) == "published_at"
    dated = parse_date(pair.value) or (parse_short_date(pair.value) if is_published else None)
    if not dated or not is_published:
        return bool(dated)
    return pair.key not in _WEAK_DATE_KEYS and dated.start <= 3


def parse_beside(text: str) -> Fields | None:
    """Return what a line states that stands right above or below a byline: one key and a short value.

    There 责任编辑：李明 and 供稿：综采一队 are of the byline too.
    """
    line = text.strip()
    keyed = split_at_keys(line)
    if len(keyed.pairs) != 1 or keyed.head.strip(" \u3000([【（"):
        return None
    pair = keyed.pairs[0]
    return None if pair.key in _OF_A_NOTICE or _is_text(pair) else read_pairs(line)


def read_credits(text: str) -> Fields | None:
    """Return what a line at a text's end states whose keys say who made the text: 责任编辑：李明.

    None where none does, where words of the text lead a key or follow one: 记者：您怎么看？
    """
    line = text.strip()
    keyed = split_at_keys(line)
    credits = [pair for pair in keyed.pairs if fields_by_key().get(pair.key) in OF_PEOPLE]
    if not credits or _is_led(keyed.head) or any(_is_spoken(pair) for pair in credits):
        return None
    return read_pairs(line)


def _is_led(head: str) -> bool:
    """Tell whether words of the text stand before a line's first key."""
    return not _BEFORE_CREDITS.fullmatch(fold(head)) and parse_date(head) is None


def _is_text(pair: Pair) -> bool:
    """Tell of a key that stands alone whether words of a text follow: 记者：请您谈一谈, 阅读：人生的底色."""
    value = fold(pair.value)
    if len(value) > _LONGEST_BESIDE or _OF_SENTENCE.search(value) or _is_spoken(pair):
        return True
    return fields_by_key().get(pair.key) in COUNTED and _WORDS.search(value) is not None


def _is_spoken(pair: Pair) -> bool:
    """Tell whether a reporter's words follow his key, and no names."""
    names = up_to_end(pair.value).strip(_BRACKETS)
    return pair.key.endswith(REPORTERS) and read_names(names) is None
