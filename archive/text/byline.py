"""The line of author, source, date and views under the title, or between the site's bar and the title."""

from __future__ import annotations

import re

from archive.byline import parse_below_title, parse_byline
from archive.model import FieldName
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_DEEPEST = 14
_SIGNED = re.compile(r"[\d.]+")
"""As writers date their own texts: 2012.6.3."""


def _find(manuscript: Manuscript) -> Findings:
    fields: dict[FieldName, str | int] = {}
    bylines = []
    for number, line in enumerate(manuscript.head[:_DEEPEST]):
        is_below_another = number > 0 or manuscript.title_is_given
        found = parse_below_title(line.text) if is_below_another else parse_byline(line.text)
        if found is not None and not _is_signed(line):
            bylines.append(line)
            fields = {**found, **fields}
    return Findings(changes=manuscript.without(bylines), fields=fields)


def _is_signed(line: Line) -> bool:
    return _SIGNED.fullmatch(line.folded.strip()) is not None


RULE = rule("byline", 3, _find)
