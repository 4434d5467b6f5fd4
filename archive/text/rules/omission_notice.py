"""Notices inside a text that a site left a passage out, as the essay mills print them:

……(新文秘网http://… 省略643字,正式会员可完整阅读)……
"""

from __future__ import annotations

import re

from archive.model import FieldName, Fields
from archive.text.change import Change
from archive.text.line import opens_a_quotation, with_its_line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, MissingText, rule

_OMITTED = re.compile(r"省略\s{0,3}(\d{1,7})\s{0,3}字")
_SPEAKER = re.compile(r"(?P<name>[一-鿿]{2,12})?\s?(?P<url>https?://[a-z0-9.:/-]{4,60})")
_AROUND = ".…· \t\u3000"
_REACH = 80
"""Characters between the bracket and the number."""


def _find(manuscript: Manuscript) -> Findings:
    changes: list[Change] = []
    missing: list[MissingText] = []
    fields: dict[FieldName, str | int] = {}
    for match in _OMITTED.finditer(manuscript.folded):
        notice = _notice(manuscript.folded, match)
        if notice and not opens_a_quotation(manuscript.text, notice[0]):
            change = Change(*with_its_line(manuscript.text, *notice))
            place = _place(change, manuscript)
            changes.append(change)
            missing.append(MissingText(position=place, kind="inline", omitted_chars=int(match[1])))
            fields |= _speaker(manuscript, notice)
    flags = ["essay_mill"] if changes else []
    return Findings(changes=changes, missing=missing, fields=fields, flags=flags)


def _notice(folded: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the span of the bracket around the number and the dots around the bracket."""
    start = folded.rfind("(", max(0, match.start() - _REACH), match.start())
    end = folded.find(")", match.end(), match.end() + _REACH) + 1
    if start < 0 or not end or "\n" in folded[start:end]:
        return None
    before, behind = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
    start -= len(before) - len(before.rstrip(_AROUND))
    end += len(behind) - len(behind.lstrip(_AROUND))
    return start, end


def _place(change: Change, manuscript: Manuscript) -> int:
    """The gap is at the end of the paragraph before it, not at the beginning of the next."""
    breaks_before = change.start > 0 and manuscript.text[change.start - 1] == "\n"
    return change.start - 1 if breaks_before else change.start


def _speaker(manuscript: Manuscript, notice: tuple[int, int]) -> Fields:
    match = _SPEAKER.search(manuscript.folded, *notice)
    if match is None:
        return {}
    spans: dict[FieldName, tuple[int, int]] = {
        "site_name": match.span("name"),
        "claimed_url": match.span("url"),
    }
    return {field: manuscript.text[start:end] for field, (start, end) in spans.items() if end > start}


RULE = rule("omission_notice", 3, _find, signs=("省略",))
