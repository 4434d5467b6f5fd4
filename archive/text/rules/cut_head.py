"""A text that begins in the middle: with the end of a sentence, dots, or 上接第一版. What stands stays.

，各单位要抓好落实。      的先进经验在全矿得到推广，……      ……会议强调，      （上接第一版）
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, MissingText, rule
from archive.text.rules.title import title_of

_CUT = re.compile(
    r"[,、。;:!?)》」』](?=.*[一-鿿])|(?:…{1,2}|\.{3,6})[ \u3000]*(?=[一-鿿].*[,。])"
    r"|的(?![确士哥票姐卢黎])(?=.{6,}[,。])|们(?=.{6,}[,。])"
    r"|\(?\s*(?:上接|上转|接上[页期版]|续上[页期]|接第).{0,12}?(?:[页版期)]|$)"
)
"""No sentence begins so: 的 and 们 stand behind other words, but for 的确, 的士."""


def _find(manuscript: Manuscript) -> Findings:
    title = title_of(manuscript)
    start = title.end + 1 if title else 0
    if not _CUT.match(manuscript.folded, start):
        return NOTHING
    return Findings(missing=[MissingText(position=start, kind="head")], flags=["cut_head"])


RULE = rule("cut_head", 1, _find)
