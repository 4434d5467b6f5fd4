"""When a text was first printed, as a page says below it: `此稿发表时间:2008-2-3 11:36:05` (cwestc.com).

Earlier than the posting date beside the title, which keeps its own field.
"""

from __future__ import annotations

import re

from archive.dates import parse_date
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_KEY = re.compile(
    r"[(\[【]?\s*(?:此|本|该)[稿文](?:首次|最早|原)?(?:发表|发布|刊发|刊登|发稿)(?:时间|日期|于|在)\s*:?\s*"
)
_BEHIND = " )]】.。"


def _find(manuscript: Manuscript) -> Findings:
    for line in dict.fromkeys([*manuscript.tail, *manuscript.head]):
        key = _KEY.match(line.folded)
        dated = parse_date(line.text[key.end() :]) if key else None
        if key and dated and dated.start == 0 and not line.folded[key.end() + dated.end :].strip(_BEHIND):
            return Findings(changes=manuscript.without([line]), fields={"first_printed_at": dated.value})
    return NOTHING


RULE = rule("first_printed", 1, _find, signs=("稿", "文发", "文首", "文刊", "文最", "文原"))
