"""Names that the text itself hides: X党委, XX, ╳╳, ____年, ***, _总理. They stay; they are counted."""

from __future__ import annotations

import re

from archive.fold import fold
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_RUN = re.compile(r"([XxＸ×╳✕_*])\1*")
_WORD = re.compile(r"[A-Za-z0-9_]")
_TERM = re.compile(r"[光射轴形型]")
"""X光, X射线, X轴 are words."""
_DATED = re.compile(r"[年月日]")


def _find(manuscript: Manuscript) -> Findings:
    text = manuscript.text
    count = sum(_is_mask(text, match) for match in _RUN.finditer(text))
    return Findings(fields={"masked_count": count}, flags=["masked"]) if count else NOTHING


def _is_mask(text: str, match: re.Match[str]) -> bool:
    before = fold(text[max(0, match.start() - 1) : match.start()])
    after = fold(text[match.end() : match.end() + 1])
    if match[1] in "x*" and len(match[0]) == 1:
        return False
    if before.isdigit() and match[1] in "XＸ":
        return bool(_DATED.match(after))
    return not (_WORD.match(before) or _WORD.match(after) or (match[1] in "XＸ" and _TERM.match(after)))


RULE = rule("masking", 2, _find, signs="x×╳✕_*")
