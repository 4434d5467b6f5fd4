"""The byline that a page prints beside its title, and the editor's line below its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive.byline import (
    MAX_LENGTH,
    parse_below_title,
    parse_byline,
    parse_credit,
    read_credits,
    read_loose,
    read_pairs,
)
from archive.captions import is_photo_credit
from archive.dates import dated_fields, parse_date
from archive.extract.body.choice import Body
from archive.extract.body.phrases import opens_tail
from archive.extract.layout import Layout, Line
from archive.extract.parted_text import parted_text
from archive.extract.titles import Title
from archive.fold import fold
from archive.model import FieldName, Fields

_BELOW_TITLE, _ABOVE_TITLE, _INTO_BODY, _BELOW_BODY = 14, 5, 6, 6
_FIRST_LINES, _LAST_LINES = 4, 4
"""Of a text: where it is signed."""
_LINES_OF_NAMES = 5
_LONGEST_DATE_LINE = 60
_LONGEST_PAIR = 40
_LONGEST_LABEL = 8
_KEYED_OR_DATED = re.compile(r"[:：/|｜\d０-９年]")
_SPOKEN = re.compile(r"[？！?!…]\s*$|[:：]\s*[您你我请請]")
"""An interview's 记者：您怎么看？ is no byline."""
_BELOW_TEXT: tuple[FieldName, ...] = ("editor", "author")
_OF_WHOLE_BYLINE: tuple[FieldName, ...] = ("source", "photographer")
"""Read below a text from lines that state more than one thing: a single 来源： may be a related text's."""
_DATED: tuple[FieldName, ...] = ("published_at", "published_precision", "written_on")
_FULL_DATES = ("day", "minute", "second")
_SHORTEST_ENTRY = 9
"""Characters of a link that is a title in a list, rather than the name of a source."""
_SUBTITLE = re.compile("[—－-]{2}")
"""——在全矿动员大会上的讲话"""
_TIME = re.compile(r"\d[:：]\d\d")
"""A list of titles prints no times; a byline's links, to its section, source and comments, may be long."""
_OTHER_DATE = re.compile(
    r"今天是|现在是|今日是|今天:|当前(?:时间|日期)|系统时间|农历|欢迎您|最后(?:修改|更新|编辑)[于日时:]"
)
"""The reader's day, or that of the page's last change."""
_OF_MEMBER = re.compile(
    r"(?:注册|登录|在线|生日|来访|到访|登入)(?:时间|日期)?|最后(?:登[录陆]|访问|活动)(?:时间)?"
)
"""What a board prints of who posts, its date in a line of its own."""


class PrintedByline(NamedTuple):
    """The byline's lines and what they state."""

    text: str | None
    """As printed, one line of it a line."""
    fields: dict[FieldName, str | int]
    lines: frozenset[int]
    """Numbers of the lines that it takes."""


def find_byline(layout: Layout, title: Title, body_first: int, body_end: int) -> PrintedByline:
    """Find the lines with date, source, author and views between title and text, else above the title."""
    near = max(0, body_first - _BELOW_TITLE)
    start = title.lines.stop if title.lines and title.lines.stop <= body_end else near
    lines = _lines_from(layout, start, body_first, body_end)
    if start < near and "published_at" not in read_byline(_text_of(layout, lines)):
        # A menu or a sidebar stands between the title, or the name of a blog, and the text.
        lines = _lines_from(layout, near, body_first, body_end) or lines
    # A whole byline just above the title is the text's, even where the date stands below.
    farthest = 1 if "published_at" in read_byline(_text_of(layout, lines)) else _ABOVE_TITLE
    above = _byline_lines(layout, range(max(0, title.lines.start - farthest), title.lines.start))
    lines = [n for n in above if farthest > 1 or parse_byline(layout.lines[n].text) is not None] + lines
    text = _text_of(layout, lines)
    return PrintedByline(text or None, _read_parted(layout, lines, text), frozenset(lines))


def _lines_from(layout: Layout, start: int, body_first: int, body_end: int) -> list[int]:
    """Return the byline's lines from line `start` down to a text's first lines."""
    end = min(max(start, body_first) + _INTO_BODY, start + _BELOW_TITLE + _INTO_BODY, body_end)
    prose = _first_prose(layout, range(max(start, body_first), end))
    return [
        number
        for number in _byline_lines(layout, range(start, end))
        # Behind the first sentence a bare date is the text's own: it signs it. So is 图文 | 李明. What
        # opens the tail of a short text is its credit.
        if number < prose or (_has_keys(text := layout.lines[number].text) and not opens_tail(text))
    ]


def _read_parted(layout: Layout, lines: list[int], text: str) -> dict[FieldName, str | int]:
    """Return what a byline states, its words told apart where its elements part them; dates as printed."""
    fields = read_byline(text)
    if "source" in fields and "author" in fields:
        return fields
    parted = "\n".join(parted_text(layout, number) for number in lines)
    apart = read_byline(parted) if parted != text else {}
    return fields | {name: value for name, value in apart.items() if name not in _DATED or name not in fields}


def read_byline(text: str) -> dict[FieldName, str | int]:
    """Return what a text known to be a byline states, a bare date included."""
    fields = dict(read_pairs(text) or parse_below_title(text) or {})
    if "author" not in fields or "source" not in fields:
        for line in text.split("\n"):
            fields = {**(read_loose(line) or {}), **fields}
    return fields if "published_at" in fields else fields | dated_fields(parse_date(text))


def find_credit(layout: Layout, start: int, body: Body) -> dict[FieldName, str | int]:
    """Return the reporters who sign the text, at its head (from line `start`) or end, and its 责任编辑."""
    fields: dict[FieldName, str | int] = {}
    head = range(start, body.first)[-_FIRST_LINES:]
    signed = [*head, *body.lines[:_FIRST_LINES], *body.lines[-_LAST_LINES:]]
    names = " ".join(
        filter(None, (_signature(layout.lines[number].text) for number in dict.fromkeys(signed)))
    )
    if names:
        fields["author"] = " ".join(dict.fromkeys(names.split()))
    else:
        fields = dict(_lone_names(layout, range(start, min(start + _LINES_OF_NAMES, body.end))))
    for line in layout.lines[max(0, body.end - _BELOW_BODY) : body.end + _BELOW_BODY]:
        credits = read_credits(line.text) if len(line.text) <= 2 * _LONGEST_PAIR else None
        if credits:
            named = _BELOW_TEXT + _OF_WHOLE_BYLINE * (parse_byline(line.text) is not None)
            fields = {name: credits[name] for name in named if name in credits} | fields
    return fields


def _lone_names(layout: Layout, numbers: range) -> Fields:
    """Return who wrote the text, from the one line below its title that names only people and their unit.

    Only bylines and links stand above it: among the short lines of a poem 夏天 is nobody. Several such lines
    are a list of people. Empty where there is none.
    """
    lines = (layout.lines[number] for number in range(numbers.start, _first_prose(layout, numbers)))
    apart = (line.text for line in lines if not line.linked and not _SUBTITLE.match(line.text))
    plain = [text for text in apart if not _is_byline_line(text)]
    named = [read_loose(text) or {} for text in plain]
    is_only_one = bool(named and named[0] and not any(named[1:]))
    return named[0] if is_only_one and "author" in named[0] else {}


def _signature(text: str) -> str | None:
    names = parse_credit(text)
    return names if names and not is_photo_credit(text) else None


def _has_keys(text: str) -> bool:
    return (":" in text or "：" in text or "/" in text) and read_pairs(text) is not None


def _text_of(layout: Layout, lines: list[int]) -> str:
    return "\n".join(layout.lines[number].text for number in lines)


def _first_prose(layout: Layout, numbers: range) -> int:
    return next((number for number in numbers if "。" in layout.lines[number].text), numbers.stop)


def _byline_lines(layout: Layout, numbers: range) -> list[int]:
    lines = layout.lines
    return [
        n
        for n in numbers
        if _is_byline_line(lines[n].text) and not _tells_other_date(lines[n]) and not _is_of_member(lines, n)
    ]


def _is_of_member(lines: Sequence[Line], number: int) -> bool:
    above = lines[number - 1].text if number else ""
    return len(above) <= _LONGEST_LABEL and _OF_MEMBER.fullmatch(fold(above).rstrip(": ")) is not None


def _is_byline_line(text: str) -> bool:
    if len(text) > MAX_LENGTH or "。" in text or not _KEYED_OR_DATED.search(text) or _SPOKEN.search(text):
        return False
    if parse_below_title(text) is not None or (len(text) <= _LONGEST_PAIR and read_pairs(text)):
        return True
    dated = parse_date(text) if len(text) <= _LONGEST_DATE_LINE else None
    if dated and read_loose(text):
        return True
    return bool(dated and dated.precision in _FULL_DATES and len(text) - (dated.end - dated.start) <= 24)


def _tells_other_date(line: Line) -> bool:
    """Tell whether the date in a line is surely none of publication: a list's entry has one, and a clock."""
    is_entry = line.is_link or (line.linked >= _SHORTEST_ENTRY and _TIME.search(line.text) is None)
    is_bare = is_entry and not read_pairs(line.text) and "author" not in (read_loose(line.text) or {})
    return is_bare or _OTHER_DATE.search(fold(line.text)) is not None
