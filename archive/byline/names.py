"""The names of people: how they begin, how papers set them, and how a row of them is parted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.fold import fold

REPORTERS = ("记者", "通讯员", "实习生")
"""Words that names follow, or stand before; 本报 and the like stand before them."""
_HAN = re.compile("[一-鿿]+")
_LONGEST_ROW = 15
"""Characters of five names without a blank."""
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖"
    "欧范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武孔向常汤葛焦柴闵巩牛翟耿路屈宁岳梅齐辛管祝左"
    "赖覃柯倪樊殷洪申阮骆甘霍俞庄饶尤卜虞邢聂詹柳翁裴鲍娄褚甄冉佟蒲蔺岑卞闫缪栾"
    "乔庞颜芦伍祁舒牟靳隋佘滕臧邬戚苟匡荆谌瞿晏郜仇邸窦胥"
)
_BEGINNINGS = tuple(_SURNAMES)
_BLANK_IN_NAME = re.compile(
    rf"[ \t\u3000](?<=[{_SURNAMES}].)(?:(?<![一-鿿]{{2}}.)|(?<=[者员人].{{2}}))"
    r"[ \t\u3000]*(?=[一-鿿](?![一-鿿]))"
)
"""It begins with the blank: few lines have one, and all are asked."""
_NO_NAME = re.compile(
    "高[中考清度]|石[油化]|金[融属]|黄[金河]|江[西苏南]|[徐常郑柳梅荆滕]州|武汉|史料|周[末刊报]|方[法案]|白[银酒]|万[象家]"
    "|雷[达锋]|夏季|华夏|毛笔|成[果人]|康复|童[话年]|关注|陶瓷|温泉|安全|牛奶|马路"
)
"""Words that begin with a surname, and head columns or name places."""


def may_be_name(folded: str) -> bool:
    """Tell whether a word begins with a common surname, and is not known to be something else: 石油."""
    return folded.startswith(_BEGINNINGS) and _NO_NAME.fullmatch(folded) is None


def join_spaced_names(printed: str) -> str:
    """Close the blank in 高 原, which papers set so that a name of two fills the place of three."""
    kept, at = [], 0
    for blank in _BLANK_IN_NAME.finditer(fold(printed)):
        kept.append(printed[at : blank.start()])
        at = blank.end()
    return "".join([*kept, printed[at:]])


def read_names(printed: str) -> str | None:
    """Return the names that `printed` consists of, joined by one blank; None where it is anything else.

    Names may stand without a blank between them (李明王强): where they can be parted in one way only they
    are, else they stay as printed.
    """
    printed = join_spaced_names(printed)
    words = re.split(r"[\s、,/]+", fold(printed).strip())
    if not all(2 <= len(word) <= _LONGEST_ROW and _HAN.fullmatch(word) for word in words):
        return None
    parted = [list(_partings(word)) for word in words]
    if not all(parted):
        return None
    pairs = zip(words, parted, strict=True)
    return _as_printed(" ".join(found[0] if len(found) == 1 else word for word, found in pairs), printed)


def _partings(names: str) -> Iterator[str]:
    """Yield the ways to read a row of characters as names of two or three, each with a common surname."""
    if len(names) in (2, 3) and may_be_name(names):
        yield names
    for length in (2, 3):
        if len(names) - length >= 2 and may_be_name(names[:length]):
            yield from (f"{names[:length]} {rest}" for rest in _partings(names[length:]))


def _as_printed(folded: str, printed: str) -> str:
    """Give the folded names the characters that the page prints for them."""
    characters = iter(re.sub(r"[\s、,，/／]+", "", printed))
    return "".join(" " if each == " " else next(characters) for each in folded)
