"""The names of reporters where a text signs itself: 本报记者 张三, （记者 张三 通讯员 李四）, （赵文锋）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.fold import fold

_NAME = r"[一-鿿]{2,4}(?:·[一-鿿]{2,6})?"
_NAMES = rf"{_NAME}(?:[\s、,]+{_NAME}){{0,5}}"
_LETTER = r"[^\W\d_]"
"""Built in no time, where a class of Han takes a millisecond each time it is named."""
_ROLE = rf"(?:{_LETTER}{{0,8}}(?:记者|通讯员|实习生|特派员|特约撰稿人?|执笔人?))"
_SIGNED = rf"{_ROLE}[\s:]*{_NAMES}(?:[\s、,/]*{_ROLE}[\s:]*{_NAMES}){{0,3}}"
_REPORTS = rf"[\s/]*{_LETTER}{{0,8}}(?:报[道导]|文)?"

_LINE = re.compile(rf"[□■◎●◆\s(\[【]*(?:{_LETTER}{{2,12}}(?:\s+|\s*[/|]\s*))?{_SIGNED}{_REPORTS}\s*[)\]】]?")
_IN_BRACKETS = re.compile(rf"[(\[【]\s*{_SIGNED}{_REPORTS}\s*[)\]】]")
_REPORTED = re.compile(rf"(?:{_LETTER}{{2,8}}[讯电]\s*)?{_SIGNED}报[道导]\s*:")
_UNSIGNED = re.compile(rf"\(\s*{_NAMES}{_REPORTS}\s*\)\s*")
_ROLE_END = re.compile("记者|通讯员|实习生|特派员|撰稿|执笔")
"""Asked first: most lines have no role."""
_ROLE_WORD = re.compile(_ROLE)
_NAME_IN_CREDIT = re.compile("([一-鿿·]{2,11}?)(报[道导])?(?![一-鿿·])")
_BEFORE_PLACE = (" ", "\t", "/", "、")
"""A name with 报道 stands just behind its role; what stands apart is a place."""
_DATELINE_CHARS = 60
_LONGEST_ROW = 15
"""Characters of five names without a blank."""
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖"
    "欧范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武孔向常汤葛焦柴闵巩牛翟耿路屈宁岳梅齐辛管祝左"
    "赖覃柯倪樊殷洪申阮骆甘霍俞庄饶尤卜虞邢聂詹柳翁裴鲍娄褚甄冉佟蒲蔺岑卞闫缪栾"
    "乔庞颜芦伍祁舒牟靳隋佘滕臧邬戚苟匡荆谌瞿晏郜仇邸窦胥"
)
_BLANK_IN_NAME = re.compile(
    rf"[ \t\u3000](?<=[{_SURNAMES}].)(?:(?<![一-鿿]{{2}}.)|(?<=[者员人].{{2}}))"
    r"[ \t\u3000]*(?=[一-鿿](?![一-鿿]))"
)
"""It begins with the blank: few lines have one, and all are asked."""


def join_spaced_names(printed: str) -> str:
    """Close the blank in 高 原, which papers set so that a name of two fills the place of three."""
    kept, at = [], 0
    for blank in _BLANK_IN_NAME.finditer(fold(printed)):
        kept.append(printed[at : blank.start()])
        at = blank.end()
    return "".join([*kept, printed[at:]])


def parse_credit(line: str) -> str | None:
    """Return the names that a line of a text signs with, joined by blanks, or None.

    `line` is signed as a whole (`□ 本报记者 张三`), begins with a dateline (`本报讯（记者 张三）…`) or ends
    in brackets (`……完成任务。（张三 李四）`). A name begins with a common surname, lest （节选） and （待续）
    become people.
    """
    folded = fold(line)
    has_role = _ROLE_END.search(folded) is not None
    if not has_role and "(" not in folded:
        return None
    line = join_spaced_names(line)
    folded = fold(line)
    match = has_role and (
        _LINE.fullmatch(folded)
        or _IN_BRACKETS.search(folded, 0, _DATELINE_CHARS)
        or _REPORTED.match(folded, 0, _DATELINE_CHARS)
    )
    last = folded.rfind("(")
    if not match and last >= 0:
        match = (has_role and _IN_BRACKETS.match(folded, last)) or _UNSIGNED.fullmatch(folded, last)
    return _only_names(line, match.start(), match.end()) if match else None


def read_names(printed: str) -> str | None:
    """Return the names that `printed` consists of, joined by one blank; None where it is anything else.

    Names may stand without a blank between them (李明王强): where they can be parted in one way only they
    are, else they stay as printed.
    """
    printed = join_spaced_names(printed)
    words = re.split(r"[\s、,/]+", fold(printed).strip())
    if not all(2 <= len(word) <= _LONGEST_ROW for word in words):
        return None
    parted = [list(_partings(word)) for word in words]
    if not all(parted):
        return None
    pairs = zip(words, parted, strict=True)
    return _as_printed(" ".join(found[0] if len(found) == 1 else word for word, found in pairs), printed)


def _partings(names: str) -> Iterator[str]:
    """Yield the ways to read a row of characters as names of two or three, each with a common surname."""
    if names[:1] not in _SURNAMES:
        return
    if len(names) in (2, 3) and re.fullmatch("[一-鿿]+", names):
        yield names
    for length in (2, 3):
        if len(names) - length >= 2:
            yield from (f"{names[:length]} {rest}" for rest in _partings(names[length:]))


def _as_printed(folded: str, printed: str) -> str:
    """Give the folded names the characters that the page prints for them."""
    characters = iter(re.sub(r"[\s、,，/／]+", "", printed))
    return "".join(" " if each == " " else next(characters) for each in folded)


def _only_names(line: str, start: int, end: int) -> str | None:
    """Drop roles, 报道 and the place of a report: 新京报记者 彭明 山东报道 and 记者彭明报道 are 彭明."""
    printed = fold(line)[start:end]
    without_roles = _ROLE_WORD.sub(lambda role: " " * len(role[0]), printed)
    names = (
        line[start + word.start() : start + word.end(1)]
        for word in _NAME_IN_CREDIT.finditer(without_roles)
        if word[0][0] in _SURNAMES and (not word[2] or not printed[: word.start()].endswith(_BEFORE_PLACE))
    )
    return " ".join(names) or None
