"""Pipes that a converter put around the cells of a layout table.

| 煤炭资讯网 | 2011-9-18 15:14:07 头条 |      a byline: taken, its date kept        cwestc.com
| 项目 | 分值 |                               a table row: the cells apart by tabs
项目 | 分值⏎---|---                            the same as Markdown writes it

A grid drawn with +---+ as well is somebody's drawing and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from archive.byline import parse_byline
from archive.dates import dated_fields, parse_date
from archive.model import Fields
from archive.text.change import Change
from archive.text.line import Line, lines_from_start
from archive.text.manuscript import Manuscript
from archive.text.rule import NOTHING, Findings, rule

_ROW = re.compile(r"\|[^\n]*\|")
_RULING = re.compile(r"[|\s:+-]*")
_OPEN_RULING = re.compile(r"\s*:?-{3,}:?(?:\s*\|\s*:?-{3,}:?)+\s*")
_OUTLET_AND_DATE = re.compile(
    r"\|\s*[一-鿿]{2,14}(?:网|报|报社|在线)\s*\|\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s*\|"
)
_BYLINE_CELLS = 4
_LONGEST_BYLINE = 100


def _find(manuscript: Manuscript) -> Findings:
    if "+--" in manuscript.folded:
        return NOTHING
    rows = [
        line
        for line in manuscript.lines_with("|")
        if line.folded.startswith("|") and _ROW.fullmatch(line.folded.rstrip())
    ]
    rows += _ruled(manuscript)
    byline = next((line for line in rows if line in manuscript.head and _dated(line)), None)
    changes = [change for line in rows if line != byline for change in _cells(manuscript, line)]
    if byline is None:
        return Findings(changes=changes)
    return Findings(changes=[*changes, *manuscript.without([byline])], fields=_dated(byline))


def _ruled(manuscript: Manuscript) -> list[Line]:
    """Return the rows without pipes around them that stand above and below a ruling."""
    if not manuscript.has_any(("-|-", "- | -")):
        return []
    lines = list(lines_from_start(manuscript.text, manuscript.folded))
    found: dict[int, Line] = {}
    for place, line in enumerate(lines):
        if _OPEN_RULING.fullmatch(line.folded) and place:
            below = takewhile(lambda row: "|" in row.folded, lines[place + 1 :])
            found |= {row.start: row for row in (lines[place - 1], line, *below)}
    return [row for row in found.values() if "|" in row.folded and not row.folded.startswith("|")]


def _cells(manuscript: Manuscript, line: Line) -> Iterator[Change]:
    cells = [cell.strip() for cell in line.text.replace("｜", "|").strip().strip("|").split("|")]
    if _RULING.fullmatch(line.folded):
        yield from manuscript.without([line])
    else:
        yield Change(line.start, line.end, "\t".join(cells).strip())


def _dated(line: Line) -> Fields:
    dated = parse_date(line.text) if len(line.text) <= _LONGEST_BYLINE else None
    if dated is None or line.text.count("|") > _BYLINE_CELLS:
        return {}
    if dated.precision not in ("minute", "second") and not _OUTLET_AND_DATE.fullmatch(line.folded.strip()):
        return {}
    return parse_byline(line.text) or dated_fields(dated)


RULE = rule("table_pipes", 4, _find, signs="|")
