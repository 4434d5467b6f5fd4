"""Dates that lost their marks: `2011923日`, `941519日`. Two readings are possible: flagged, never guessed."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_SIGN = re.compile(r"日(?<=[\d年]{4}日)")
"""What a search for one character finds first; a date with its marks has 月 before its day."""
_DAY = re.compile(r"\d[\d年]{4,7}日")
_GLUED = re.compile(
    r"(?<![\d.,])(?:(?:19|20)\d{2}[1-9]\d{1,3}|(?:[5-9]\d|0\d|1\d)[1-9]\d{2,4}|(?:19|20)\d\d年\d{3,4})日(?![元均产常])"
)


def _find(manuscript: Manuscript) -> Findings:
    folded = manuscript.folded
    if not _SIGN.search(folded):
        return NOTHING
    is_glued = any(_GLUED.search(folded, near.start(), near.end() + 1) for near in _DAY.finditer(folded))
    return Findings(flags=["glued_date"]) if is_glued else NOTHING


RULE = rule("glued_dates", 1, _find)
