"""The line of author, source, date and views under the title, or between the site's bar and the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.byline import parse_below_title, parse_beside, parse_byline, read_bare_date
from archive.model import FieldName, Fields
from archive.text.line import Line
from archive.text.manuscript import Manuscript
from archive.text.rule import Findings, rule

_DEEPEST = 14
_SIGNED = re.compile(r"[\d.]+")
"""As writers date their own texts: 2012.6.3."""
_POSTED = re.compile(r"[【\[]?\s*(?:发表|发布|更新|录入|添加)(?:时间|日期)\s*:\s*\d{4}\s*[-/.年]")
_BARE_COUNT = re.compile(r"[1-9]\d{0,6}")


def _find(manuscript: Manuscript) -> Findings:
    fields: dict[FieldName, str | int] = {}
    bylines: list[Line] = []
    for number, line in enumerate(manuscript.head[:_DEEPEST]):
        is_below_another = number > 0 or manuscript.title_is_given
        found = parse_below_title(line.text) if is_below_another else _read_first(line.text)
        if found is not None and not _is_signed(line):
            bylines.append(line)
            fields = _join(fields, found)
    bylines += [line for line in manuscript.told_byline if line not in bylines]
    for line, found in _keyed_beside(manuscript, bylines):
        bylines.append(line)
        fields = {**found, **fields}
    counted = [
        line for line in manuscript.head if _BARE_COUNT.fullmatch(line.text) and _is_beside(line, bylines)
    ]
    if len(counted) == 1:
        fields = {"views": int(counted[0].text), **fields}
        bylines += counted
    for line, found in _posted_below(manuscript):
        bylines.append(line)
        fields = {**found, **fields}
    return Findings(changes=manuscript.without(bylines), fields=fields)


def _join(fields: Fields, below: Fields) -> dict[FieldName, str | int]:
    """The first line's word counts, but a day of writing (成文日期) is no date where one below is printed."""
    is_written = "written_on" in fields and fields.get("published_at") == fields["written_on"]
    if is_written and "published_at" in below and "written_on" not in below:
        fields = {name: value for name, value in fields.items() if not name.startswith("published_")}
    return {**below, **fields}


def _keyed_beside(manuscript: Manuscript, bylines: Sequence[Line]) -> Iterator[tuple[Line, Fields]]:
    """Yield the lines of a key each (作者：张永, 点击数：) that stand beside a byline."""
    first = 0 if manuscript.title_is_given else 1
    for line in manuscript.head[first:_DEEPEST] if bylines else ():
        is_new = line not in bylines and _is_beside(line, bylines)
        found = parse_beside(line.text) if is_new else None
        if found is not None:
            yield line, found


def _read_first(line: str) -> Fields | None:
    """Read the first line of a text: a date alone can't be the text's where it has its time."""
    found = parse_byline(line)
    dated = read_bare_date(line.strip()) if found is None else None
    return dated if dated and dated["published_precision"] in ("minute", "second") else found


def _posted_below(manuscript: Manuscript) -> Iterator[tuple[Line, Fields]]:
    """Templates print the posting time under the text too, led by its key and nothing else beside it."""
    for line in manuscript.tail[-_DEEPEST:]:
        found = parse_byline(line.text) if _POSTED.match(line.folded) else None
        if found and "published_at" in found:
            yield line, found


def _is_beside(line: Line, bylines: Sequence[Line]) -> bool:
    """Tell whether a line stands right above or below a byline: a bare number there counts the views."""
    return any(abs(line.start - each.end) == 1 or abs(each.start - line.end) == 1 for each in bylines)


def _is_signed(line: Line) -> bool:
    return _SIGNED.fullmatch(line.folded.strip()) is not None


RULE = rule("byline", 12, _find)
