"""The line of author, source, date and views under the title, or between the site's bar and the title."""

from __future__ import annotations

import re

from archive.byline import parse_byline
from archive.dates import parse_date
from archive.model import FieldName, Fields
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_DEEPEST = 14
_SIGNED = re.compile(r"年|^[\d.]+$")
"""As writers date their own texts: 2012年6月3日, 2012.6.3."""
_BESIDE_A_DATE = re.compile(r"[\s\[\]()|【】,.:/-]*")
_SOURCE_ALONE = re.compile(r"(?:文章|信息|稿件|新闻)?来\s*源\s*:\s*(?P<source>[^\s,。;:!?]{2,30})")


def _find(manuscript: Manuscript) -> Findings:
    fields: dict[FieldName, str | int] = {}
    bylines = []
    for number, line in enumerate(manuscript.head[:_DEEPEST]):
        found = _read(line, is_below_another=number > 0 or manuscript.title_is_given)
        if found is not None:
            bylines.append(line)
            fields = {**found, **fields}
    return Findings(changes=manuscript.without(bylines), fields=fields)


def _read(line: Line, *, is_below_another: bool) -> Fields | None:
    found = parse_byline(line.text)
    if found is not None or not is_below_another:
        return found
    alone = _SOURCE_ALONE.fullmatch(line.folded.strip())
    if alone:
        return {"source": line.text.strip()[slice(*alone.span("source"))]}
    return _bare_date(line)


def _bare_date(line: Line) -> Fields | None:
    """`[2022-04-21 16:26:46]`: nothing else, and by its time or brackets no date that belongs to the text."""
    dated = parse_date(line.text)
    if dated is None or not _BESIDE_A_DATE.fullmatch(line.folded[: dated.start] + line.folded[dated.end :]):
        return None
    if dated.precision not in ("minute", "second") and _SIGNED.search(line.folded.strip()):
        return None
    return {"published_at": dated.value, "published_precision": dated.precision}


RULE = rule("byline", 3, _find)
