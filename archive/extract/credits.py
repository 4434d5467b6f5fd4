"""Who signs a text at its head or end, and the line below it that names its editor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.byline import parse_byline, parse_credit, read_credits, read_loose
from archive.captions import is_photo_credit
from archive.extract.body.choice import Body
from archive.extract.layout import Layout
from archive.extract.printed_byline import first_prose, is_byline_line
from archive.model import FieldName, Fields

_FIRST_LINES, _LAST_LINES = 4, 4
"""Of a text: where it is signed."""
_LINES_OF_NAMES, _BELOW_BODY = 5, 6
_LONGEST_CREDIT = 80
_BELOW_TEXT: tuple[FieldName, ...] = ("editor", "author")
_OF_WHOLE_BYLINE: tuple[FieldName, ...] = ("source", "photographer")
"""Read below a text from lines that state more than one thing: a single 来源： may be a related text's."""
_SUBTITLE = re.compile("[—－-]{2}")
"""——在全矿动员大会上的讲话"""


def find_credit(layout: Layout, start: int, body: Body) -> dict[FieldName, str | int]:
    """Return the reporters who sign the text, at its head (from line `start`) or end, and its 责任编辑."""
    fields = _signed_by(layout, start, body)
    for credits in _credits_below(layout, body.end):
        fields = credits | fields
    return fields


def _signed_by(layout: Layout, start: int, body: Body) -> dict[FieldName, str | int]:
    head = range(start, body.first)[-_FIRST_LINES:]
    numbers = dict.fromkeys([*head, *body.lines[:_FIRST_LINES], *body.lines[-_LAST_LINES:]])
    signed = filter(None, (_signature(layout.lines[number].text) for number in numbers))
    names = dict.fromkeys(" ".join(signed).split())
    if names:
        return {"author": " ".join(names)}
    return dict(_lone_names(layout, range(start, min(start + _LINES_OF_NAMES, body.end))))


def _credits_below(layout: Layout, end: int) -> Iterator[dict[FieldName, str | int]]:
    """Yield what each line around line `end`, where a text ends, states of who made it."""
    for line in layout.lines[max(0, end - _BELOW_BODY) : end + _BELOW_BODY]:
        credits = read_credits(line.text) if len(line.text) <= _LONGEST_CREDIT else None
        if credits:
            named = _BELOW_TEXT + _OF_WHOLE_BYLINE * (parse_byline(line.text) is not None)
            yield {name: credits[name] for name in named if name in credits}


def _lone_names(layout: Layout, numbers: range) -> Fields:
    """Return who wrote the text, from the one line below its title that names only people and their unit.

    Only bylines and links stand above it: among the short lines of a poem 夏天 is nobody. Several such lines
    are a list of people. Empty where there is none.
    """
    lines = (layout.lines[number] for number in range(numbers.start, first_prose(layout, numbers)))
    apart = (line.text for line in lines if not line.linked and not _SUBTITLE.match(line.text))
    plain = [text for text in apart if not is_byline_line(text)]
    named = [read_loose(text) or {} for text in plain]
    is_only_one = bool(named and named[0] and not any(named[1:]))
    return named[0] if is_only_one and "author" in named[0] else {}


def _signature(text: str) -> str | None:
    names = parse_credit(text)
    return names if names and not is_photo_credit(text) else None
