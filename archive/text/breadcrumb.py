"""The path to the page, in one line or several: `您的位置:新文網>>創建活動>>正文`, `首页 > 党建 > 正文`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from archive.fold import fold
from archive.model import FieldName
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_LABEL = re.compile(
    r"(?:(?:您|你)(?:现在?|目前)?在?的?(?:当前|所在)?的?|(?:现在|目前)的?|当前)位置(?:是|在)?\s*:\s*|当前页面?\s*:\s*"
)
"""Not 位置 alone: an accident report says 位置：3201工作面."""
_FROM_HOME = re.compile(r"(?:网站)?首\s*页\s*(?:>|»|/|-|→|›|::)")
_ARROWS = re.compile(r"\s*(?:>+|»|→|›|::|\s-\s|-{2,})\s*")
_SLASHES = re.compile(r"\s*/\s*")
_HOME = frozenset({"首页", "首 页", "主页", "网站首页", "返回首页"})
_HERE = frozenset(
    {"正文", "内容", "详细内容", "文章内容", "浏览文章", "查看文章", "文章正文", "信息内容", "阅读", "详细"}
)
_SITE = re.compile(r".{2,16}(?:网|网站|在线|门户)$")
_LONGEST_STEP = 8
_MOST_STEPS = 4


def _find(manuscript: Manuscript) -> Findings:
    for number, line in enumerate(manuscript.head):
        label = _LABEL.match(line.folded)
        if (label and _leads_somewhere(line.folded, label)) or _FROM_HOME.match(line.folded):
            below = _steps_below(manuscript.head[number + 1 :]) if _is_open(line, label) else ()
            printed = ">>".join([line.text[label.end() if label else 0 :], *(step.text for step in below)])
            return Findings(changes=manuscript.without([line, *below]), fields=_read(printed))
    return NOTHING


def read_path(line: str, folded: str) -> dict[FieldName, str | int]:
    """Return section and site name where `line` is a path in one line; `folded` is its fold."""
    label = _LABEL.match(folded)
    return _read(line[label.end() if label else 0 :]) if label or _FROM_HOME.match(folded) else {}


def _leads_somewhere(folded: str, label: re.Match[str]) -> bool:
    """Tell a page's place from a thing's: 当前位置：距井口1200米处 addresses nobody and has no steps."""
    path = folded[label.end() :].strip()
    return (
        label[0].startswith(("您", "你")) or bool(_ARROWS.search(path) or "/" in path) or path in _HOME | {""}
    )


def _is_open(line: Line, label: re.Match[str] | None) -> bool:
    """Tell whether the path goes on below: nothing but 首页 stands behind the label."""
    return label is not None and line.folded[label.end() :].strip(" >/-»") in _HOME | {""}


def _steps_below(lines: Sequence[Line]) -> Sequence[Line]:
    """The steps of a path in several lines are short, and something longer follows: the title."""
    steps = tuple(takewhile(_is_step, lines))
    return steps if len(steps) <= _MOST_STEPS and len(steps) < len(lines) else ()


def _is_step(line: Line) -> bool:
    return len(line.text) <= _LONGEST_STEP and not re.search(r"[,。:;!?]", line.folded)


def _read(path: str) -> dict[FieldName, str | int]:
    separator = _ARROWS if _ARROWS.search(path.strip()) else _SLASHES
    steps = [step.strip(" /\t\u3000") for step in separator.split(path.strip())]
    fields: dict[FieldName, str | int] = {}
    steps = [step for step in steps if step and fold(step) not in _HOME | _HERE]
    if steps and _SITE.match(fold(steps[0])):
        fields["site_name"] = steps.pop(0)
    if steps:
        fields["section"] = "/".join(steps)
    return fields


RULE = rule("breadcrumb", 3, _find)
