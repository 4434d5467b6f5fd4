"""The path to the page, in one line or several: `您的位置:新文網>>創建活動>>正文`, `首页 > 党建 > 正文`."""

from __future__ import annotations

import re

from archive.fold import fold
from archive.model import FieldName
from archive.text.line import Line, labels_below
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_LABEL = re.compile(
    r"[【\[(]?\s*(?:(?:您|你)[现在目前当所处浏览的()]{0,10}位置|(?:现在|目前)的?位置|当前(?:所在)?的?位置|所在位置|位置"
    r"|(?:您|你)(?:正在|现在)(?:浏览|访问|阅读)的?|当前页面?)"
    r"(?:是|在)?\s*[】\])]?\s*(?P<colon>:)?\s*"
)
_CHANNEL_ABOVE = re.compile(
    r"[^\s,。:;!?>]{2,10}\s*(?=(?:(?:您|你)(?:现在|当前|目前)?的?(?:所在)?|当前)位置\s*:\s*(?:网站)?(?:首页|主页))"
)
"""Templates print the channel's name in the path's line: 企业动态 您现在的位置：首页 > 企业动态."""
_FROM_HOME = re.compile(r"(?:网站)?(?:首\s*页|主页)\s*(?:>|»|/|-|→|›|::|\\)")
_TO_TEXT = re.compile(
    r"[^\s,。:;!?>»→]{2,16}(?:\s*[>»→]+\s*[^\s,。:;!?>»→]{2,20}){0,4}\s*[>»→]+\s*(?:正文|详细内容)"
)
_ARROWS = re.compile(r"\s*(?:>+|»|→|›|::|\\+|\s-\s|-{2,})\s*")
_SLASHES = re.compile(r"\s*/\s*")
_HOME = frozenset({"首页", "首 页", "主页", "网站首页", "返回首页"})
_HERE = re.compile(
    r"正文|文章正文|(?:详细|文章|信息)?内容|详细"
    r"|阅读|(?:浏览|查看|阅读)(?:文章|新闻|公文|信息|公告|通知|资讯|详情|全文)"
)
_SITE = re.compile(r".{2,16}(?:网|网站|在线|门户)$")
_MOST_STEPS = 4


def _find(manuscript: Manuscript) -> Findings:
    for number, line in enumerate(manuscript.head):
        start = _start_of_path(line.folded)
        if start is not None:
            below = labels_below(manuscript.head[number + 1 :], _MOST_STEPS) if _is_open(line, start) else ()
            printed = ">>".join([line.text[start:], *(step.text for step in below)])
            return Findings(changes=manuscript.without([line, *below]), fields=_read(printed))
    return NOTHING


def read_path(line: str, folded: str) -> dict[FieldName, str | int]:
    """Return section and site name where `line` is a path in one line; `folded` is its fold."""
    start = _start_of_path(folded)
    return {} if start is None else _read(line[start:])


def _start_of_path(folded: str) -> int | None:
    """Return where the first step of a path stands in a folded line; None where the line is no path."""
    above = _CHANNEL_ABOVE.match(folded) if "位置" in folded else None
    label = _LABEL.match(folded, above.end() if above else 0)
    if label and _leads_somewhere(folded, label):
        return label.end()
    return 0 if _FROM_HOME.match(folded) or _TO_TEXT.fullmatch(folded.strip()) else None


def _leads_somewhere(folded: str, label: re.Match[str]) -> bool:
    """Tell a page's place from a thing's: 当前位置：距井口1200米处 addresses nobody and has no steps.

    Without a colon, or with 位置 alone, the steps begin at 首页: an accident report says 位置：3201工作面.
    """
    path = folded[label.end() :].strip(" 】])")
    if _FROM_HOME.match(path):
        return True
    word = label[0].lstrip("【[( ")
    if not label["colon"] or word.startswith("位置"):
        return False
    return word.startswith(("您", "你")) or bool(_ARROWS.search(path) or "/" in path) or path in _HOME | {""}


def _is_open(line: Line, start: int) -> bool:
    """Tell whether the path goes on below: nothing but 首页 stands behind the label."""
    return start > 0 and line.folded[start:].strip(" >/-»】])") in _HOME | {""}


def _read(path: str) -> dict[FieldName, str | int]:
    separator = _ARROWS if _ARROWS.search(path.strip()) else _SLASHES
    steps = [step.strip(" /\t\u3000】]") for step in separator.split(path.strip())]
    fields: dict[FieldName, str | int] = {}
    steps = [step for step in steps if step and not _is_idle(fold(step))]
    if steps and _SITE.match(fold(steps[0])):
        fields["site_name"] = steps.pop(0)
    if steps:
        fields["section"] = "/".join(steps)
    return fields


def _is_idle(step: str) -> bool:
    """Tell of a folded step whether it is the first or the last of every path."""
    return step in _HOME or _HERE.fullmatch(step) is not None


RULE = rule("breadcrumb", 8, _find)
