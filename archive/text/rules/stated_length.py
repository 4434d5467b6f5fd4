"""How long a text is, or takes to read, on a line of its own: `字数：1865`, `（全文共1865字）`.

The number becomes the declared length; nothing is missing for that. 要求：全文约1500字 is an author's.
"""

from __future__ import annotations

import re

from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule
from archive.text.stated_chars import WHOLE

_TIME = r"(?:预计|大约)?阅读(?:时间|时长|全文|本文)?(?:约需|大约需要?|需要?|约)?\s*:?\s*约?\s*\d{1,3}\s*分钟"
_LINE = re.compile(rf"[(\[【〔]?\s*(?:{WHOLE}[,;|\s]*(?:{_TIME})?|{_TIME})\s*[)\]】〕]?[。!]?")


def _find(manuscript: Manuscript) -> Findings:
    for line in dict.fromkeys([*manuscript.tail, *manuscript.head]):
        match = _LINE.fullmatch(line.folded.strip()) if line.start > 0 else None
        if match:
            count = match["length"] or match["total"]
            return Findings(changes=manuscript.without([line]), declared_chars=int(count) if count else None)
    return NOTHING


RULE = rule("stated_length", 2, _find, signs=("字", "分钟"))
