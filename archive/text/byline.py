"""The line of author, source, date and views under the title, or between the site's bar and the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.byline import parse_below_title, parse_byline
from archive.model import FieldName
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_DEEPEST = 14
_SIGNED = re.compile(r"[\d.]+")
"""As writers date their own texts: 2012.6.3."""
_BARE_COUNT = re.compile(r"[1-9]\d{0,6}")


def _find(manuscript: Manuscript) -> Findings:
    fields: dict[FieldName, str | int] = {}
    bylines: list[Line] = []
    for number, line in enumerate(manuscript.head[:_DEEPEST]):
        is_below_another = number > 0 or manuscript.title_is_given
        found = parse_below_title(line.text) if is_below_another else parse_byline(line.text)
        if found is not None and not _is_signed(line):
            bylines.append(line)
            fields = {**found, **fields}
    counted = [
        line for line in manuscript.head if _BARE_COUNT.fullmatch(line.text) and _is_beside(line, bylines)
    ]
    if len(counted) == 1:
        fields = {"views": int(counted[0].text), **fields}
        bylines += counted
    return Findings(changes=manuscript.without(bylines), fields=fields)


def _is_beside(line: Line, bylines: Sequence[Line]) -> bool:
    """Tell whether a line stands right above or below a byline: a bare number there counts the views."""
    return any(abs(line.start - each.end) == 1 or abs(each.start - line.end) == 1 for each in bylines)


def _is_signed(line: Line) -> bool:
    return _SIGNED.fullmatch(line.folded.strip()) is not None


RULE = rule("byline", 4, _find)
