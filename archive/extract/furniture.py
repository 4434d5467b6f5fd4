"""What stands inside an article's box and is not the article: related links, buttons, pagers, counters."""

from __future__ import annotations

import re

from archive.extract.density import is_aside, weigh
from archive.extract.phrases import is_button, opens_tail
from archive.extract.tree import Layout

_CONTAINERS = frozenset(
    ("ul", "ol", "dl", "div", "table", "tbody", "tr", "td", "section", "form", "fieldset", "details")
)
_ASIDE_SHARE = 0.5
"""A box with an aside's name that holds more of the prose than this is misnamed."""
_FILE_LINK = re.compile(r"\.(?:docx?|pdf|xlsx?|zip|rar|wps|ofd|pptx?)$", re.IGNORECASE)

_KEPT_BEFORE_TAIL = 0.5


def find_furniture(layout: Layout, box: int) -> set[int]:
    """Return the numbers of the lines in `box` that are no part of the article."""
    whole = layout.boxes[box]
    lines = range(whole.first, whole.end)
    prose = sum(_prose(layout, number) for number in lines)
    unwanted = {number for number in lines if is_button(layout.lines[number].text)}
    for number in range(box + 1, len(layout.boxes)):
        inner = layout.boxes[number]
        if inner.parent < box:
            break
        if inner.first < inner.end and inner.first not in unwanted and _is_furniture(layout, number, prose):
            unwanted.update(range(inner.first, inner.end))
    return unwanted | _tail(layout, [number for number in lines if number not in unwanted], prose)


def _prose(layout: Layout, number: int) -> float:
    return max(weigh(layout.lines[number]), 0.0)


def _is_furniture(layout: Layout, number: int, prose: float) -> bool:
    box = layout.boxes[number]
    if (
        is_aside(box)
        and sum(_prose(layout, line) for line in range(box.first, box.end)) <= _ASIDE_SHARE * prose
    ):
        return True
    if box.tag not in _CONTAINERS:
        return False
    lines = layout.lines[box.first : box.end]
    linked = sum(line.linked for line in lines)
    return 2 * linked > sum(len(line.text) for line in lines) and not _has_file_link(layout, number)


def _has_file_link(layout: Layout, number: int) -> bool:
    links = layout.boxes[number].element.iter("a")
    return any(_FILE_LINK.search((link.get("href") or "").partition("?")[0]) for link in links)


def _tail(layout: Layout, lines: list[int], prose: float) -> set[int]:
    """Everything from the first line that opens a tail, once most of the prose has been passed."""
    passed = 0.0
    for position, number in enumerate(lines):
        if passed >= _KEPT_BEFORE_TAIL * prose and opens_tail(layout.lines[number].text):
            return set(lines[position:])
        passed += _prose(layout, number)
    return set()
