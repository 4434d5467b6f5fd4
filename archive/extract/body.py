"""Which lines of a page are the article: the site's rule, else its CMS family, else the density scorer."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from archive.extract.density import find_densest, weigh
from archive.extract.families import Family, find_family
from archive.extract.furniture import find_furniture
from archive.extract.tree import Layout
from archive.model import Confidence

_FAMILY_SHARE = 0.4
"""A family's box with less of the prose than this, against the scorer's, is a teaser or a sidebar."""
_LINES_OF_BYLINE = 12
"""Between a title and its text."""


class Body(NamedTuple):
    """The lines that hold the text."""

    lines: tuple[int, ...]
    """Their numbers, ascending."""
    first: int
    end: int
    """The run of lines of the box or boxes they were taken from, furniture included."""
    element: etree._Element
    """Around all of them."""
    confidence: Confidence


def find_body(layout: Layout, title: range) -> Body:
    """Find the text of a page without a rule."""
    choice = find_densest(layout, title)
    box, is_sure = choice.box, choice.is_sure
    family = find_family(layout)
    if family and (_follows(layout, family, title) or family.prose >= _FAMILY_SHARE * _prose(layout, box)):
        box, is_sure = family.box, True
    return _without_furniture(layout, box, "high" if is_sure else "low")


def body_of(layout: Layout, elements: list[etree._Element]) -> Body:
    """Take the text from the elements that a site's rule names; nothing in them is furniture but buttons."""
    chosen = set(elements)
    boxes = [number for number, box in enumerate(layout.boxes) if box.element in chosen]
    if len(boxes) == 1:
        return _without_furniture(layout, boxes[0], "high")
    lines = sorted({line for box in boxes for line in range(layout.boxes[box].first, layout.boxes[box].end)})
    first, end = (lines[0], lines[-1] + 1) if lines else (0, 0)
    return Body(tuple(lines), first, end, elements[0].getparent() or elements[0], "high")


def _without_furniture(layout: Layout, number: int, confidence: Confidence) -> Body:
    box = layout.boxes[number]
    unwanted = find_furniture(layout, number)
    lines = tuple(line for line in range(box.first, box.end) if line not in unwanted)
    return Body(lines, box.first, box.end, box.element, confidence)


def _follows(layout: Layout, family: Family, title: range) -> bool:
    return bool(title) and 0 <= layout.boxes[family.box].first - title.stop <= _LINES_OF_BYLINE


def _prose(layout: Layout, number: int) -> float:
    box = layout.boxes[number]
    return sum(max(weigh(line), 0.0) for line in layout.lines[box.first : box.end])
