"""What stands inside an article's box and is not the article: related links, buttons, pagers, counters."""

from __future__ import annotations

from collections.abc import Iterator

from archive.extract.body.asides import is_aside
from archive.extract.body.density import LEAST_ARTICLE
from archive.extract.body.phrases import is_advert, is_button, is_foot, names_tags
from archive.extract.body.tails import goes_on_behind, links_between
from archive.extract.body.weights import Weights
from archive.extract.file_links import is_file
from archive.extract.layout import Box, Layout, Line

_CONTAINERS = frozenset(
    ("ul", "ol", "dl", "div", "table", "tbody", "tr", "td", "section", "form", "fieldset", "details")
)
_ASIDE_SHARE = 0.5
"""A box with an aside's name that holds more of the prose than this is misnamed."""
_BUTTON_WEIGHT = 2.5
"""Heavier lines are no buttons, whatever their words: the signs between buttons count as marks."""
_KEPT_BEFORE_TAIL = 0.5
"""Of the prose, which must stand above the line that opens a tail: a text may begin with 责任编辑："""
_LINES_OF_FOOT = 3


def find_furniture(layout: Layout, weights: Weights, number: int) -> set[int]:
    """Return the numbers of the lines in box `number` that are no part of the article."""
    box = layout.boxes[number]
    prose = weights.prose(box)
    lines = range(box.first, box.end)
    unwanted = {
        line
        for line in lines
        if _leads_away(layout.lines[line])
        or (weights.of_lines[line] < _BUTTON_WEIGHT and is_button(layout.lines[line].text))
    }
    for inner in _inner_boxes(layout, number):
        if inner.first not in unwanted and _is_furniture(inner, weights, prose):
            unwanted.update(range(inner.first, inner.end))
    unwanted.update(links_between(layout, weights, lines))
    return unwanted | _tail(layout, weights, [line for line in lines if line not in unwanted])


def _leads_away(line: Line) -> bool:
    return line.linked > 0 and ((line.is_link and is_advert(line.text)) or names_tags(line.text))


def _inner_boxes(layout: Layout, number: int) -> Iterator[Box]:
    for inner in layout.boxes[number + 1 :]:
        if inner.parent < number:
            return
        yield inner


def _is_furniture(box: Box, weights: Weights, prose: float) -> bool:
    if is_aside(box) and weights.prose(box) <= _ASIDE_SHARE * prose:
        return True
    return box.tag in _CONTAINERS and weights.is_mostly_links(box) and not _has_file_link(box)


def _has_file_link(box: Box) -> bool:
    return any(is_file(link.get("href") or "") for link in box.element.iter("a"))


def _tail(layout: Layout, weights: Weights, lines: list[int]) -> set[int]:
    """Everything from the first remark, or from the first line that opens a tail below most of the prose."""
    prose = weights.prose_of(lines)
    passed = 0.0
    for position, number in enumerate(lines):
        if passed >= LEAST_ARTICLE and number in weights.remark_heads:
            return set(lines[position:])
        opens = passed >= _KEPT_BEFORE_TAIL * prose and number in weights.tail_openings
        if opens and not goes_on_behind(layout, weights, number):
            return set(lines[position:])
        passed += max(weights.of_lines[number], 0.0)
    return _foot(layout, lines[-_LINES_OF_FOOT:])


def _foot(layout: Layout, last: list[int]) -> set[int]:
    """The site's own lines at the end of a page that has no boxes."""
    for position, number in enumerate(last):
        if is_foot(layout.lines[number].text):
            return set(last[position:])
    return set()
