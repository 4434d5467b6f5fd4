"""What a line beside a title states without keys, word by word: 青山县统计局　2011-3-20, 李明 著.

In a text such lines would be anything: they are asked only where a byline is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archive.byline.names import REPORTERS, join_spaced_names, read_names
from archive.dates import PrintedDate, dated_fields, parse_date
from archive.fold import fold
from archive.model import FieldName, Fields

_BETWEEN = re.compile(r"(?:[\s|丨/()\[\]【】〔〕〖〗<>《》:,、□■◎●◆\ue000-\uf8ff]|(?<!\w)·)+")
_PRINTED = re.compile(r"发[布表]|刊[登发]")
_NAME_CHARS = re.compile("[一-鿿·]+")
"""The only class of Han here: each takes a millisecond to build. Below, any letter will do."""
_OUTLET = re.compile(
    r"(?:本?文?来源于?)?(?P<name>[^\W\d_][\w.·-]{1,15}"
    r"(?:网|报|社|电视台|杂志|周刊|月刊|在线|之窗|频道|新闻|财经|客户端|[新融传]媒体?|\.(?:com|cn|net|org)))"
)
_UNIT = re.compile(
    r"[^\W_]{2,20}(?:矿|公司|集团|煤业|机关|局|院|部|处|科|厂|站|委|工会|办|办公室|中心|学校|大学|委员会|支部|车间|队|油田|协会|学会)"
)
_COLUMN_OR_GENRE = re.compile(
    r"[^\W_]{0,4}(?:新闻|频道|财经|在线|之窗|中心)|.*[通汇申上海预捷喜简快]报|本网站?|[^\W_]*[主承协督]办"
)
"""What ends as an outlet or a unit does, and may as well be the column (企业新闻) or the genre (情况通报)."""
_POST = re.compile(
    rf"[^\W\d_]{{0,12}}(?:{'|'.join(REPORTERS)}|委员|代表|教授|研究员|院士|博士|作家|撰稿人|评论员)"
)
_IDLE = re.compile(
    r"[^\W\d_]?|[^\W\d_]{0,6}报[道导]|(?:星期|周)[一二三四五六日天]|编?[著着]|编?译|作|撰|整理"
    r"|发[布表]|刊[登发]|更新|原载|\d{1,7}|\d*人?(?:跟[贴帖]|评论|阅读|参与(?:评论)?)|参与|转播到.*"
)
_IN_OFFICE = re.compile(r".(?:书记|主任|经理|总|[处科部矿厂局校]长|老师|师傅|先生|女士|同志)")
_MOST_NAMES = 5
_LONGEST, _LONGEST_DATE, _LONGEST_NAMES = 40, 20, 9
_POSTED = re.compile(r"\s*(?P<who>[^\s:,。;!?()\[\]]{1,16}?)\s*(?:发[布表])?于\s*:?\s*")
_POSTED_BY = re.compile(r"\s*(?:posted|written|published)\s+by\s+(?P<who>[^|,]{2,30}?)\s+(?:on|at|in)\s")
_BEHIND_POSTER = re.compile(r"\s*(?:$|[^\s\w]|\d|发[布表]|[a-z])")
_POSTED_AT = re.compile(r"\s*posted\s*(?:on|@)\s*")
_BEFORE_COUNTS = re.compile(r"\s+(?P<who>[^\s:,。;!?()\[\]]{1,20})\s+阅读\s*\(\d*\)\s*评论\s*\(\d*\).{0,20}")
"""cnblogs.com: posted @ 2010-06-02 21:30 老石头 阅读(235) 评论(3) 编辑 收藏."""
_BY = re.compile(r"\s*(?:由|by)\s+(?P<who>[^\s:,。;!?()\[\]]{1,16})\s*")
"""WordPress: 发表于 2010年6月2日 由 老石头."""
_NOBODY = re.compile(
    r"本?[文帖]章?|文章|日志|原文|首发|最后|建立|创建|成立|注册|加入|[\d#楼]+|.*(?:编辑|修改|更新|回复|发[表布])"
)
_REPORTER = re.compile(rf"[^\W\d_]{{0,12}}(?:{'|'.join(REPORTERS)})(?P<name>[^\W\d_]{{2,4}})")
_COLUMN = re.compile(r"手记|调查|观察|述评|日记|来信|摄影|专访|.*报[道导]")


class _Word(NamedTuple):
    """What a word states."""

    field: FieldName | None
    """None of a word that states nothing of ours (报道)."""
    value: str


@lru_cache(maxsize=256)
def read_loose(line: str) -> Fields | None:
    """Return what the words of a short line state, beside its date; None where one of them is unknown.

    A word is an outlet or a unit (the source), a name, or the post of who bears it. A line without a date
    must have a name. Who posted a text (老石头 于 2010-6-2 发布) may have any name.
    """
    if len(line) > _LONGEST + _LONGEST_DATE:
        return None
    folded, dated = fold(line), parse_date(line)
    if not dated:
        found = read_words(line)
        return found if found and "author" in found else None
    stated = dated_fields(dated)
    if who := _poster(line, folded, dated):
        return {"source" if names_outlet(who) else "author": who, **stated}
    # A blank for each character of the date: it parts words, and moves none.
    beside = line[: dated.start] + " " * (dated.end - dated.start) + line[dated.end :]
    found = read_words(beside)
    return {**found, **stated} if found or (found is not None and _PRINTED.search(fold(beside))) else None


def read_words(text: str) -> Fields | None:
    """Return the source and the authors that the words of `text` name, empty where they name none.

    None where a word is unknown, where more than five are named, or above 40 characters.
    """
    if len(text.strip()) > _LONGEST:
        return None
    words: list[_Word] = []
    text = join_spaced_names(text)
    folded, is_signed = fold(text), False
    for span in _words(folded):
        word = _read_word(folded[span], text[span], is_signed)
        if word is None:
            return None
        words.append(word)
        is_signed = folded[span].endswith(REPORTERS)
    names = [word.value for word in words if word.field == "author"]
    source = next((word.value for word in words if word.field == "source"), "")
    if len(names) > _MOST_NAMES:
        return None
    return {**({"source": source} if source else {}), **({"author": " ".join(names)} if names else {})}


def read_lone_source(text: str) -> str | None:
    """Return the name of an outlet or unit that is all of `text`; None of anything else.

    None also of what may be a column's name, and of an addressee (各区队：).
    """
    name = text.strip()
    folded = fold(name)
    outlet = _OUTLET.fullmatch(folded)
    if not (outlet or _UNIT.fullmatch(folded)) or _COLUMN_OR_GENRE.fullmatch(folded) or read_names(name):
        return None
    return name[outlet.start("name") :] if outlet else name


def names_outlet(name: str) -> bool:
    """Tell whether a name is that of a newspaper, a site or the like."""
    return _OUTLET.fullmatch(fold(name)) is not None


def _read_word(folded: str, printed: str, is_signed: bool) -> _Word | None:
    """Return what a word states, None of an unknown one; `is_signed` behind 记者, where any name stands."""
    reporter = _REPORTER.fullmatch(folded)
    if reporter and read_names(reporter["name"]):
        return _Word("author", printed[reporter.start("name") :])
    if name := _name(folded, printed, is_signed):
        return _Word("author", name)
    if outlet := _OUTLET.fullmatch(folded):
        return _Word("source", printed[outlet.start("name") :])
    if _UNIT.fullmatch(folded):
        return _Word("source", printed)
    return _Word(None, "") if _POST.fullmatch(folded) or _IDLE.fullmatch(folded) else None


def _poster(printed: str, folded: str, dated: PrintedDate) -> str | None:
    """Return who posted a text: 老石头 于 2010-6-2 发布, Posted by Old Stone on 2010-6-2.

    公司于2010年6月3日召开大会 is a sentence.
    """
    if (by := _BY.fullmatch(folded, dated.end)) and _PRINTED.search(folded, 0, dated.start):
        return printed[slice(*by.span("who"))]
    counted = _BEFORE_COUNTS.fullmatch(folded, dated.end)
    if counted and _POSTED_AT.fullmatch(folded, 0, dated.start):
        return printed[slice(*counted.span("who"))]
    match = _POSTED.fullmatch(folded, 0, dated.start) or _POSTED_BY.match(folded, 0, dated.start)
    if not match or _NOBODY.fullmatch(match["who"]) or not _BEHIND_POSTER.match(folded, dated.end):
        return None
    return printed[slice(*match.span("who"))]


def _words(folded: str) -> Iterator[slice]:
    at = 0
    for between in _BETWEEN.finditer(folded):
        if between.start() > at:
            yield slice(at, between.start())
        at = between.end()
    if at < len(folded):
        yield slice(at, len(folded))


def _name(folded: str, printed: str, is_signed: bool) -> str | None:
    """Return the name that a word is: with a common surname, behind 记者, or a foreign one with its dot."""
    if len(folded) > _LONGEST_NAMES or not _NAME_CHARS.fullmatch(folded):
        return None
    if _is_foreign(folded) or (is_signed and 2 <= len(folded) <= 4 and not _COLUMN.fullmatch(folded)):
        return printed
    return None if _IN_OFFICE.fullmatch(folded) else read_names(printed)


def _is_foreign(name: str) -> bool:
    """Tell whether a word is a name with its dot: 约翰·斯通."""
    parts = name.split("·")
    return 2 <= len(parts) <= 3 and all(1 <= len(part) <= 6 for part in parts)
