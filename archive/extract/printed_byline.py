"""The byline that a page prints beside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive.byline import (
    MAX_LENGTH,
    parse_below_title,
    parse_byline,
    read_loose,
    read_pairs,
)
from archive.dates import dated_fields, parse_date
from archive.extract.body.phrases import opens_tail
from archive.extract.element_edges import text_parted_at_edges
from archive.extract.layout import Layout
from archive.extract.other_dates import is_of_masthead, tells_other_date
from archive.extract.titles import Title
from archive.model import FieldName

_BELOW_TITLE, _ABOVE_TITLE, _INTO_BODY = 14, 5, 6
"""Lines in which a byline is looked for: farther from the title dates are of lists, deeper the text's."""
_LONGEST_DATE_LINE = 60
_LONGEST_PAIR = 40
_KEYED_OR_DATED = re.compile(r"[:：/|｜\d０-９年]")
_SPOKEN = re.compile(r"[？！?!…]\s*$|[:：]\s*[您你我请請]")
"""An interview's 记者：您怎么看？ is no byline."""
_DATED: tuple[FieldName, ...] = ("published_at", "published_precision", "written_on")
_FULL_DATES = ("day", "minute", "second")


class PrintedByline(NamedTuple):
    """The byline's lines and what they state."""

    text: str | None
    """As printed, one line of it a line."""
    fields: dict[FieldName, str | int]
    lines: frozenset[int]
    """Numbers of the lines that it takes."""


def find_byline(
    layout: Layout, title: Title, body_first: int, body_end: int, served: str = ""
) -> PrintedByline:
    """Find the lines with date, source, author and views between title and text, else above the title.

    `served` is the page's header `Date`: above the title, that day is the reader's.
    """
    near = max(0, body_first - _BELOW_TITLE)
    start = title.lines.stop if title.lines and title.lines.stop <= body_end else near
    lines = _lines_from(layout, start, body_first, body_end)
    if start < near and "published_at" not in read_byline(_text_of(layout, lines)):
        # A menu or a sidebar stands between the title, or the name of a blog, and the text.
        lines = _lines_from(layout, near, body_first, body_end) or lines
    # A whole byline just above the title is the text's, even where the date stands below.
    farthest = 1 if "published_at" in read_byline(_text_of(layout, lines)) else _ABOVE_TITLE
    above = _byline_lines(layout, range(max(0, title.lines.start - farthest), title.lines.start))
    above = [n for n in above if farthest > 1 or parse_byline(layout.lines[n].text) is not None]
    heading = title.lines.start if title.lines else body_first
    lines = [n for n in above + lines if n >= heading or not is_of_masthead(layout.lines, n, heading, served)]
    return _read(layout, lines)


def _read(layout: Layout, lines: Sequence[int]) -> PrintedByline:
    text = _text_of(layout, lines)
    return PrintedByline(text or None, _read_parted(layout, lines, text), frozenset(lines))


def with_source(layout: Layout, byline: PrintedByline, number: int, source: str) -> PrintedByline:
    """Take in line `number`, which names the source and nothing else."""
    whole = _read(layout, sorted(byline.lines | {number}))
    return whole._replace(fields={**byline.fields, "source": source})


def _lines_from(layout: Layout, start: int, body_first: int, body_end: int) -> list[int]:
    """Return the byline's lines from line `start` down to a text's first lines."""
    end = min(max(start, body_first) + _INTO_BODY, start + _BELOW_TITLE + _INTO_BODY, body_end)
    prose = first_prose(layout, range(max(start, body_first), end))
    return [
        number
        for number in _byline_lines(layout, range(start, end))
        # Behind the first sentence a bare date is the text's own: it signs it. So is 图文 | 李明. What
        # opens the tail of a short text is its credit.
        if number < prose or (_has_keys(text := layout.lines[number].text) and not opens_tail(text))
    ]


def _read_parted(layout: Layout, lines: Sequence[int], text: str) -> dict[FieldName, str | int]:
    """Return what a byline states, its words told apart where its elements part them; dates as printed."""
    fields = read_byline(text)
    if "source" in fields and "author" in fields:
        return fields
    parted = "\n".join(text_parted_at_edges(layout, number) for number in lines)
    apart = read_byline(parted) if parted != text else {}
    return fields | {name: value for name, value in apart.items() if name not in _DATED or name not in fields}


def read_byline(text: str) -> dict[FieldName, str | int]:
    """Return what a text known to be a byline states, a bare date included."""
    fields = dict(read_pairs(text) or parse_below_title(text) or {})
    if "author" not in fields or "source" not in fields:
        for line in text.split("\n"):
            fields = {**(read_loose(line) or {}), **fields}
    return fields if "published_at" in fields else fields | dated_fields(parse_date(text))


def _has_keys(text: str) -> bool:
    return (":" in text or "：" in text or "/" in text) and read_pairs(text) is not None


def _text_of(layout: Layout, lines: Sequence[int]) -> str:
    return "\n".join(layout.lines[number].text for number in lines)


def first_prose(layout: Layout, numbers: range) -> int:
    """Return the first of the lines with a full stop, the end of `numbers` where none has."""
    return next((number for number in numbers if "。" in layout.lines[number].text), numbers.stop)


def _byline_lines(layout: Layout, numbers: range) -> list[int]:
    lines = layout.lines
    return [n for n in numbers if is_byline_line(lines[n].text) and not tells_other_date(lines, n)]


def is_byline_line(text: str) -> bool:
    """Tell whether a line near a title states what bylines do, or is a date and little else."""
    if len(text) > MAX_LENGTH or "。" in text or not _KEYED_OR_DATED.search(text) or _SPOKEN.search(text):
        return False
    if parse_below_title(text) is not None or (len(text) <= _LONGEST_PAIR and read_pairs(text)):
        return True
    dated = parse_date(text) if len(text) <= _LONGEST_DATE_LINE else None
    if dated and read_loose(text):
        return True
    return bool(dated and dated.precision in _FULL_DATES and len(text) - (dated.end - dated.start) <= 24)
