"""What a site says of characters: how many a text has, how many of them it shows, how many it leaves out.

全文共5320字，试读600字      【全文1,260字】      总字数：3650      此处隐藏1256个字      剩余1523字

Lines are folded. preview_pages.py reads the same of pages.
"""

from __future__ import annotations

import re

_TEXT = "(?:本文|全文|本篇|文章|正文|原文)"
WHOLE = (
    rf"(?:{_TEXT}?总?字数\s*:?\s*约?\s*(?P<length>\d{{2,6}})\s*个?字?"
    rf"|(?:{_TEXT}约|{_TEXT}?(?:总?共计?|总计))\s*(?P<total>\d{{2,6}})\s*个?字)"
)
"""Pattern: so long is the text; strict enough for a line without a word of what is shown or left out."""
_COUNT = r"\d{1,3}(?:,\d{3}){1,2}|\d{1,7}"
LEFT_OUT = (
    rf"(?:此处|中间|文中|这里)?(?:已)?(?:隐藏|省略|略去|屏蔽)了?(?:约|内容)?\s?(?P<omitted>{_COUNT})\s?个?字"
)
"""Pattern: so many characters are hidden here."""
LEFT_OVER = (
    r"(?:还有|还剩|剩余|余下|未显示|隐藏|省略)(?:部分|内容|正文)?(?:还有|共计?)?约?\s?"
    rf"(?P<rest>{_COUNT})\s?个?字(?:未读|未显示|未完)?"
)
"""Pattern: so many characters are left to read."""
_OMITTED = re.compile(f"{LEFT_OUT}|{LEFT_OVER}")
_DECLARED = re.compile(
    rf"(?:共计?|总计|全文|字数)有?约?\s?:?\s?(?P<count>{_COUNT})\s?(?:字|(?=,已)|(?<=\d)(?=[,;/|)]|$))"
)
_SHOWN = re.compile(
    r"(?:试读|显示|展示|预览|浏览|查看|(?:仅|只|可|可以|免费|当前|目前)阅读)(?:部分|了|其中的?|的|字数|约|前|:|\s){0,4}"
    rf"(?P<count>{_COUNT})\s?(?P<unit>字|%|(?=[,;/|)]|$))"
)
_OF_WHOLE = re.compile(rf"(?P<shown>{_COUNT})\s?字?\s?/\s?共?(?P<declared>{_COUNT})\s?字")
"""1236字/4120字"""


def declared_chars(folded: str) -> int | None:
    """Return the length of the whole text; what is shown or left out may be called 字数 too."""
    if both := _OF_WHOLE.search(folded):
        return _number(both["declared"])
    shown, omitted = _SHOWN.search(folded), _OMITTED.search(folded)
    others = {shown and shown.start("count"), omitted and omitted.start("rest")}
    stated = (match for match in _DECLARED.finditer(folded) if match.start("count") not in others)
    return next((_number(match["count"]) for match in stated), None)


def shown_chars(folded: str) -> int | None:
    """Return how many characters are shown; None where that is stated in per cent."""
    if both := _OF_WHOLE.search(folded):
        return _number(both["shown"])
    match = _SHOWN.search(folded)
    return _number(match["count"]) if match and match["unit"] != "%" else None


def omitted_chars(folded: str) -> int | None:
    """Return how many characters are left out."""
    match = _OMITTED.search(folded)
    return _number(match["omitted"] or match["rest"]) if match else None


def is_sum(folded: str) -> bool:
    """Tell whether a line states the whole and the shown part; an author has his readers read 500字 a day."""
    return _SHOWN.search(folded) is not None and declared_chars(folded) is not None


def _number(count: str) -> int:
    return int(count.replace(",", ""))
