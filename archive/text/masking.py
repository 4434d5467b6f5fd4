"""Names that the text itself hides: X党委, XX, ╳╳, ____年, ***, _总理. They stay; they are counted."""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_MASK = re.compile(
    r"(?<![A-Za-z0-9])[XＸ×╳✕]+(?![A-Za-z0-9]|光|射|轴|形|型)|(?<=[0-9])XX?(?=[年月日])|(?<![A-Za-z0-9])x{2,}(?![A-Za-z0-9])"
    r"|(?<![A-Za-z0-9_])_+(?![A-Za-z0-9_])|(?<!\*)\*{2,}(?!\*)"
)


def _find(manuscript: Manuscript) -> Findings:
    count = sum(1 for _ in _MASK.finditer(manuscript.text))
    return Findings(fields={"masked_count": count}, flags=["masked"]) if count else NOTHING


RULE = rule("masking", 1, _find)
