"""A text that breaks off with dots and no notice: `不断学习 ...`, ` ……`. The dots stay."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, MissingText, rule

_CUT = re.compile(r"(?:[^\n。!?”](?:\.{3}|\.{6})|\s…{1,2}|…{3,6})\Z")


def _find(manuscript: Manuscript) -> Findings:
    if not _CUT.search(manuscript.folded, max(0, len(manuscript.folded) - 12)):
        return NOTHING
    missing = MissingText(position=len(manuscript.text), kind="tail")
    return Findings(missing=[missing], flags=["cut_end"])


RULE = rule("cut_end", 1, _find)
