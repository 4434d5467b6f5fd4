"""The names of reporters where a text signs itself: 本报记者 张三, （记者 张三 通讯员 李四）, （赵文锋）."""

from __future__ import annotations

import re

from archive.byline.names import REPORTERS, join_spaced_names, may_be_name
from archive.fold import fold

_NAME = r"[一-鿿]{2,4}(?:·[一-鿿]{2,6})?"
_NAMES = rf"{_NAME}(?:[\s、,]+{_NAME}){{0,5}}"
_LETTER = r"[^\W\d_]"
"""Built in no time, where a class of Han takes a millisecond each time it is named."""
_ROLE = rf"(?:{_LETTER}{{0,8}}(?:{'|'.join(REPORTERS)}|特派员|特约撰稿人?|执笔人?))"
_SIGNED = rf"{_ROLE}[\s:]*{_NAMES}(?:[\s、,/]*{_ROLE}[\s:]*{_NAMES}){{0,3}}"
_REPORTS = rf"[\s/]*{_LETTER}{{0,8}}(?:报[道导]|文)?"

_LINE = re.compile(rf"[□■◎●◆\s(\[【]*(?:{_LETTER}{{2,12}}(?:\s+|\s*[/|]\s*))?{_SIGNED}{_REPORTS}\s*[)\]】]?")
_IN_BRACKETS = re.compile(rf"[(\[【]\s*{_SIGNED}{_REPORTS}\s*[)\]】]")
_REPORTED = re.compile(rf"(?:{_LETTER}{{2,8}}[讯电]\s*)?{_SIGNED}报[道导]\s*:")
_UNSIGNED = re.compile(rf"\(\s*{_NAMES}{_REPORTS}\s*\)\s*")
_ROLE_END = re.compile("|".join((*REPORTERS, "特派员", "撰稿", "执笔")))
"""Asked first: most lines have no role."""
_ROLE_WORD = re.compile(_ROLE)
_NAME_IN_CREDIT = re.compile("([一-鿿·]{2,11}?)(报[道导])?(?![一-鿿·])")
_BEFORE_PLACE = (" ", "\t", "/", "、")
"""A name with 报道 stands just behind its role; what stands apart is a place."""
_DATELINE_CHARS = 60


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


def _only_names(line: str, start: int, end: int) -> str | None:
    """Drop roles, 报道 and the place of a report: 新京报记者 彭明 山东报道 and 记者彭明报道 are 彭明."""
    printed = fold(line)[start:end]
    without_roles = _ROLE_WORD.sub(lambda role: " " * len(role[0]), printed)
    names = (
        line[start + word.start() : start + word.end(1)]
        for word in _NAME_IN_CREDIT.finditer(without_roles)
        if may_be_name(word[0]) and (not word[2] or not printed[: word.start()].endswith(_BEFORE_PLACE))
    )
    return " ".join(names) or None
