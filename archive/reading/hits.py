"""Where the words of a reader's query stand in a text."""

from __future__ import annotations

from typing import Final

from archive.reading.paragraphs import Span
from archive.search.needles import needles_of
from archive.search.query import parse
from archive.search.snippet import mark

MOST_MARKED: Final = 1000
"""Matches that a page marks: each of them is a link, twenty times as long as the word."""


def find_hits(text: str, query: str) -> tuple[Span, ...]:
    """Return the matches of `query` in `text`, ascending; none for an empty query."""
    needles = needles_of(parse(query).expression)
    spans, position = [], 0
    for part, is_match in mark(text, needles):
        if is_match:
            spans.append((position, position + len(part)))
        position += len(part)
    return tuple(spans)
