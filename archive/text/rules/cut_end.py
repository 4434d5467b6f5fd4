"""A text that breaks off with no notice: `不断学习 ...`, ` ……`, `各单位要加强领导，`. The dots stay."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, MissingText, rule

_CUT = re.compile(
    r"(?:[^\n。!?”](?:\.{3}|\.{6})|\s…{1,2}|…{3,6})\Z"
    r"|(?<=\n)[^\n]{6,}[,。;][^\n]*[一-鿿][…,、]\Z"
)
"""The last line of prose may also stop at a comma or a half of the dots; in verse each line may."""
_LAST = (".", "…", ",", "、")
_DEEPEST = 400


def _find(manuscript: Manuscript) -> Findings:
    if not manuscript.folded.endswith(_LAST) or not _CUT.search(
        manuscript.folded, max(0, len(manuscript.folded) - _DEEPEST)
    ):
        return NOTHING
    missing = MissingText(position=len(manuscript.text), kind="tail")
    return Findings(missing=[missing], flags=["cut_end"])


RULE = rule("cut_end", 2, _find)
