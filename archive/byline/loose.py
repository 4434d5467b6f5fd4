"""What a line beside a title states without keys, word by word: 青山县统计局　2011-3-20, 李明 著.

In a text such lines would be anything: they are asked only where a byline is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from archive.byline.credit import read_names
from archive.dates import PrintedDate, dated_fields, parse_date
from archive.fold import fold
from archive.model import FieldName, Fields

_BETWEEN = re.compile(r"(?:[\s|丨/()\[\]【】〔〕〖〗<>《》:,、□■◎●◆\ue000-\uf8ff]|(?<![一-鿿])·)+")
_FOREIGN = re.compile(r"[一-鿿]{1,6}(?:·[一-鿿]{1,6}){1,2}")
_PRINTED = re.compile(r"发[布表]|刊[登发]")
_NAME_CHARS = re.compile("[一-鿿·]+")
_OUTLET = re.compile(
    r"(?:本?文?来源于?)?(?P<name>[一-鿿a-z][一-鿿a-z.·-]{1,15}(?:网|报|社|电视台|杂志|周刊|月刊|在线|之窗|频道|新闻|财经|客户端|[新融传]媒体?|时报|\.(?:com|cn|net|org)))"
)
_UNIT = re.compile(
    r"[一-鿿]{2,20}(?:矿|公司|集团|煤业|局|院|部|处|科|厂|站|[支总]部|委|工会|办|办公室|中心|学校|大学|委员会)"
)
_POST = re.compile(r"[一-鿿]{0,12}(?:记者|通讯员|实习生|委员|代表|教授|研究员|院士|博士|作家|撰稿人|评论员)")
_IDLE = re.compile(
    r"[一-鿿]?|[一-鿿]{0,6}报[道导]|(?:星期|周)[一二三四五六日天]|[著着编]|编[著着]|译|文|作|撰|整理|发[布表]|刊[登发]|更新|原载|\d*人?(?:跟[贴帖]|评论|阅读|参与(?:评论)?)|参与|转播到.*"
)
_NO_NAME = re.compile(
    "高[中考清度]|石[油化]|金[融属]|黄[金河]|江[西苏南]|[徐常郑柳梅]州|武汉|史料|周[末刊报]|方[法案]|白[银酒]|万[象家]"
    "|雷[达锋]|夏季|华夏|毛笔|成[果人]|康复|童[话年]|关注|陶瓷|温泉|安全|牛奶|马路"
)
"""Words that begin with a surname and head columns."""
_IN_OFFICE = re.compile(r".(?:书记|主任|经理|总|[处科部矿厂局校]长|老师|师傅|先生|女士|同志)")
_MOST_NAMES = 5
_LONGEST, _LONGEST_NAMES = 40, 9
_POSTED = re.compile(r"\s*(?P<who>[^\s:,。;!?()\[\]]{1,16}?)\s*(?:发[布表])?于\s*:?\s*")
_POSTED_BY = re.compile(r"\s*(?:posted|written|published)\s+by\s+(?P<who>[^|,]{2,30}?)\s+(?:on|at|in)\s")
_BEHIND_POSTER = re.compile(r"\s*(?:$|[^\s一-鿿]|发[布表]|in\b)")
_NOBODY = re.compile(
    r"本?[文帖]章?|文章|日志|原文|首发|最后|建立|创建|成立|注册|加入|[\d#楼]+|.*(?:编辑|修改|更新|回复|发[表布])"
)
_REPORTER = re.compile(r"[一-鿿]{0,12}(?:记者|通讯员|实习生)(?P<name>[一-鿿·]{2,4})?")
_COLUMN = re.compile(r"手记|调查|观察|述评|日记|来信|摄影|专访|.*报[道导]")


@lru_cache(maxsize=256)
def read_loose(line: str) -> Fields | None:
    """Return what the words of a short line state, beside its date; None where one of them is unknown.

    A word is an outlet or a unit (the source), a name, or the post of who bears it. A line without a date
    must have a name. Who posted a text (老石头 于 2010-6-2 发布) may have any name.
    """
    if len(line) > _LONGEST + 20:
        return None
    folded, dated = fold(line), parse_date(line)
    stated = dated_fields(dated)
    if dated and (who := _poster(line, folded, dated)):
        return {"source" if names_outlet(who) else "author": who, **stated}
    start, end = (dated.start, dated.end) if dated else (0, 0)
    if len(line) - (end - start) > _LONGEST:
        return None
    spans = (*_words(folded, 0, start), *_words(folded, end, len(line)))
    return _join(line, folded, spans, stated)


def names_outlet(name: str) -> bool:
    """Tell whether a name is that of a newspaper, a site or the like."""
    return _OUTLET.fullmatch(fold(name)) is not None


def _join(line: str, folded: str, spans: tuple[tuple[int, int], ...], stated: Fields) -> Fields | None:
    source, names, is_signed, is_posted = "", list[str](), False, False
    for first, last in spans:
        word, printed = folded[first:last], line[first:last]
        reporter = _REPORTER.fullmatch(word)
        if reporter and reporter["name"] and read_names(reporter["name"]):
            names.append(printed[reporter.start("name") :])
        elif name := _name(word, printed, is_signed):
            names.append(name)
        elif outlet := _OUTLET.fullmatch(word):
            source = source or printed[outlet.start("name") :]
        elif _UNIT.fullmatch(word):
            source = source or printed
        elif not (_POST.fullmatch(word) or _IDLE.fullmatch(word)):
            return None
        is_posted = is_posted or _PRINTED.fullmatch(word) is not None
        is_signed = bool(reporter and not reporter["name"])
    if len(names) > _MOST_NAMES or not (names or ((source or is_posted) and stated)):
        return None
    found: dict[FieldName, str | int] = {"source": source} if source else {}
    return {**found, **({"author": " ".join(names)} if names else {}), **stated}


def _poster(printed: str, folded: str, dated: PrintedDate) -> str | None:
    """Return who posted a text: 老石头 于 2010-6-2 发布, Posted by Old Stone on 2010-6-2.

    公司于2010年6月3日召开大会 is a sentence.
    """
    match = _POSTED.fullmatch(folded, 0, dated.start) or _POSTED_BY.match(folded, 0, dated.start)
    if not match or _NOBODY.fullmatch(match["who"]) or not _BEHIND_POSTER.match(folded, dated.end):
        return None
    return printed[slice(*match.span("who"))]


def _words(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for between in _BETWEEN.finditer(folded, start, end):
        if between.start() > at:
            yield at, between.start()
        at = between.end()
    if at < end:
        yield at, end


def _name(folded: str, printed: str, is_signed: bool) -> str | None:
    """Return the name that a word is: with a common surname, behind 记者, or a foreign one with its dot."""
    if len(folded) > _LONGEST_NAMES or _NO_NAME.fullmatch(folded) or not _NAME_CHARS.fullmatch(folded):
        return None
    if _FOREIGN.fullmatch(folded) or (is_signed and 2 <= len(folded) <= 4 and not _COLUMN.fullmatch(folded)):
        return printed
    return None if _IN_OFFICE.fullmatch(folded) else read_names(printed)
