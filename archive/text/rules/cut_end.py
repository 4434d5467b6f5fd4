"""A text that breaks off with no notice: `不断学习 ...`, ` ……`, `各单位要加强领导，`, `（下转第三版）`.

What stands there stays, as under a text that says where its beginning is (cut_head). Where a notice was
found at the end, the cleaner leaves this rule out.
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, MissingText, rule

_CUT = re.compile(
    r"(?:[^\n。!?”](?:\.{3}|\.{6})|\s…{1,2}|…{3,6})\Z"
    r"|(?<=\n)[^\n]{6,}[,。;][^\n]*[一-鿿][…,、]\Z"
)
"""The last line of prose may also stop at a comma or a half of the dots; in verse each line may."""
_GOES_ON = re.compile(r"\(\s*(?:下[转接]|转[下接]|接下)[^()\n]{0,8}[页版期]\s*\)")
_LAST = (".", "…", ",", "、")
_DEEPEST = 400


def _find(manuscript: Manuscript) -> Findings:
    if not _breaks_off(manuscript.folded):
        return NOTHING
    missing = MissingText(position=len(manuscript.text), kind="tail")
    return Findings(missing=[missing], flags=["cut_end"])


def _breaks_off(folded: str) -> bool:
    if folded.endswith(")"):
        return _GOES_ON.fullmatch(folded, max(0, folded.rfind("("))) is not None
    return folded.endswith(_LAST) and _CUT.search(folded, max(0, len(folded) - _DEEPEST)) is not None


RULE = rule("cut_end", 5, _find)
