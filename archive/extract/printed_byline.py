"""The byline that a page prints beside its title, and the editor's line below its text."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.byline import MAX_LENGTH, parse_byline, read_pairs
from archive.dates import parse_date
from archive.extract.metadata import dated_fields
from archive.extract.titles import Title
from archive.extract.tree import Layout
from archive.model import FieldName

_BELOW_TITLE, _ABOVE_TITLE, _INTO_BODY, _BELOW_BODY = 14, 5, 4, 6
_LONGEST_DATE_LINE = 60
_LONGEST_PAIR = 40
_FULL_DATES = ("day", "minute", "second")


class PrintedByline(NamedTuple):
    """The byline's lines and what they state."""

    text: str | None
    """As printed, one line of it a line."""
    fields: dict[FieldName, str | int]
    lines: frozenset[int]
    """Numbers of the lines that it takes."""


def find_byline(layout: Layout, title: Title, body_first: int, body_end: int) -> PrintedByline:
    """Find the lines with date, source, author and views between title and text, else above the title."""
    start = (
        title.lines.stop
        if title.lines and title.lines.stop <= body_end
        else max(0, body_first - _BELOW_TITLE)
    )
    end = min(max(start, body_first) + _INTO_BODY, start + _BELOW_TITLE + _INTO_BODY, len(layout.lines))
    lines = _byline_lines(layout, range(start, end))
    if not lines:
        lines = _byline_lines(layout, range(max(0, title.lines.start - _ABOVE_TITLE), title.lines.start))
    text = "\n".join(layout.lines[number].text for number in lines)
    return PrintedByline(text or None, read_byline(text), frozenset(lines))


def read_byline(text: str) -> dict[FieldName, str | int]:
    """Return what a text known to be a byline states, a bare date included."""
    fields = dict(read_pairs(text) or {})
    return fields if "published_at" in fields else fields | dated_fields(parse_date(text))


def find_editor(layout: Layout, body_end: int) -> dict[FieldName, str | int]:
    """Return 责任编辑 (and an author named beside it) from the last lines of the text and the first below it."""
    fields: dict[FieldName, str | int] = {}
    for line in layout.lines[max(0, body_end - _BELOW_BODY) : body_end + _BELOW_BODY]:
        if len(line.text) <= 2 * _LONGEST_PAIR and re.search(
            "[编編][辑輯]?|作者|责编|通[讯訊][员員]", line.text
        ):
            pairs = read_pairs(line.text) or {}
            fields |= {
                name: pairs[name] for name in ("editor", "author") if name in pairs and name not in fields
            }
    return fields


def _byline_lines(layout: Layout, numbers: range) -> list[int]:
    return [number for number in numbers if _is_byline_line(layout.lines[number].text)]


def _is_byline_line(text: str) -> bool:
    if len(text) > MAX_LENGTH or "。" in text:
        return False
    if parse_byline(text) is not None or (len(text) <= _LONGEST_PAIR and read_pairs(text)):
        return True
    dated = parse_date(text) if len(text) <= _LONGEST_DATE_LINE else None
    return bool(dated and dated.precision in _FULL_DATES and len(text) - (dated.end - dated.start) <= 24)
