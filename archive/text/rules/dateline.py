"""The dateline that opens a news text: `本网讯(通讯员X报道)`, `本报9月5日讯(记者…)`, `新华社北京9月5日电`.

It belongs to the text and stays; reporter and agency become author and source.
"""

from __future__ import annotations

import re

from archive.byline import parse_credit
from archive.model import FieldName
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_DATELINE = re.compile(
    r"\s*(?P<outlet>本[报网刊台]|[一-鿿]{2,8}(?:社|网|报))(?:[一-鿿]{0,8}?(?:\d{4}年)?\d{1,2}月\d{1,2}日)?\s*(?:[讯电]|消息)"
)
_OUR_OWN = ("本报", "本网", "本刊", "本台")
_DEEPEST = 3
_LONGEST = 100


def _find(manuscript: Manuscript) -> Findings:
    for line in manuscript.first_lines(_DEEPEST):
        match = _DATELINE.match(line.folded)
        if match:
            fields: dict[FieldName, str | int] = {}
            if match["outlet"] not in _OUR_OWN:
                fields["source"] = line.text[slice(*match.span("outlet"))]
            names = parse_credit(line.text[:_LONGEST])
            return Findings(fields={**fields, "author": names} if names else fields)
    return NOTHING


RULE = rule("dateline", 4, _find)
