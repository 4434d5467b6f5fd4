"""How often a page was opened, on a line of its own: `您是第 767 位读者`, `【浏览次数：2267次】`."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_COUNTER = re.compile(
    r"[【\[(]?\s*(?:本文|本页|该文)?(?:已)?(?:被)?"
    r"(?:(?:您是)?(?:本[站页网]的?)?第\s*(?P<reader>\d(?: ?\d){0,8})\s*位(?:读者|访客|访问者)"
    r"|(?:浏览|点击|阅读|访问|查看|人气)(?:(?:次数|人数|数|量|率)\s*[:(]?|\s*[:(])\s*\[?\s*(?P<views>\d{1,9})\s*\]?\s*(?:人次|次|人)?|(?:浏览|点击|阅读|人气)\s{1,4}(?P<bare>\d{1,9})"
    r"|(?<=[已被])(?:浏览|点击|阅读|访问|查看)\s?(?P<times>\d{1,9})\s?次)"
    r"\s*[】\])]?"
)


def _find(manuscript: Manuscript) -> Findings:
    for line in manuscript.edges:
        match = _COUNTER.fullmatch(line.folded.strip())
        if match:
            views = int(
                (match["reader"] or "").replace(" ", "") or match["views"] or match["bare"] or match["times"]
            )
            return Findings(changes=manuscript.without([line]), fields={"views": views})
    return NOTHING


RULE = rule("view_counter", 6, _find)
