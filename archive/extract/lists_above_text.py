"""Lists of other texts that a page sets between a title with its date and a short text.

By their links and teasers such a page is a listing, since they are most of it. Yet a list has no dated byline
below its title, and nothing below its entries that reads as a text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate

from lxml import etree

from archive.extract.body.phrases import opens_tail
from archive.extract.body.weights import PROSE_LINE, weigh
from archive.extract.found import Found
from archive.extract.layout import Box, Layout, Line
from archive.extract.listings import FEWEST_ITEMS, find_teasers, is_channel, is_entry, is_item

_FEWEST_TEASERS = 2
_LONGEST_SCRAP = 16
"""Characters of what may stand between entries: a date, 更多."""


def lists_above_text(url: str, found: Found) -> frozenset[etree._Element]:
    """Return the elements of such lists; empty on other pages, and where the address is a list's."""
    layout, end = found.layout, _end_of_heading(found)
    if end is None or is_channel(url):
        return frozenset()
    teasers = find_teasers(layout.lines, range(end, len(layout.lines)))
    text = _first_prose(layout, end, teasers)
    return frozenset(box.element for box in _lists(layout, range(end, text), teasers))


def _end_of_heading(found: Found) -> int | None:
    """Return the line behind a title, which is no link, and the dated byline right below it; else None."""
    _, layout, title, _, byline = found
    below = [number for number in byline.lines if number >= title.lines.stop]
    if not title.lines or not below or "published_at" not in byline.fields:
        return None
    end = max(below) + 1
    is_linked = any(layout.lines[number].linked for number in title.lines)
    return None if is_linked or any(map(is_item, layout.lines[title.lines.stop : end])) else end


def _first_prose(layout: Layout, start: int, teasers: Collection[int]) -> int:
    """Return the first line from `start` on that reads as one of a text; `start` where none does."""
    for number in range(start, len(layout.lines)):
        line = layout.lines[number]
        if opens_tail(line.text):
            break
        if number not in teasers and not is_item(line) and weigh(line) >= PROSE_LINE:
            return number
    return start


def _lists(layout: Layout, numbers: range, teasers: Collection[int]) -> Iterator[Box]:
    """Yield the outermost boxes in a run of lines that hold nothing but entries or teasers, and enough.

    Boxes may be nested by the thousand: so the lines are counted once, and a box takes two sums.
    """
    lines = layout.lines[numbers.start : numbers.stop]
    entries = _sums(map(is_entry, lines))
    shown = _sums(number in teasers for number in numbers)
    others = _sums(_is_other(layout.lines[number], is_teaser=number in teasers) for number in numbers)
    end = numbers.start
    for box in layout.boxes:
        if not end <= box.first < box.end <= numbers.stop:
            continue
        first, last = box.first - numbers.start, box.end - numbers.start
        is_long = (
            shown[last] - shown[first] >= _FEWEST_TEASERS or entries[last] - entries[first] >= FEWEST_ITEMS
        )
        if is_long and others[last] == others[first]:
            end = box.end
            yield box


def _sums(flags: Iterable[bool]) -> list[int]:
    return list(accumulate(flags, initial=0))


def _is_other(line: Line, *, is_teaser: bool) -> bool:
    """Tell whether a line is no part of a list."""
    return not (is_teaser or is_item(line)) and len(line.text) > _LONGEST_SCRAP
