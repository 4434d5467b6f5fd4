"""Which lines of a page are the article: the site's rule, else its CMS family, else the density scorer."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from archive.extract.density import Choice, find_densest
from archive.extract.families import Family, find_family
from archive.extract.furniture import find_furniture
from archive.extract.second_opinion import is_confirmed
from archive.extract.tree import Layout
from archive.extract.weights import Weights, weigh_lines
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
    prose: float
    """Weight of the prose in it."""
    is_links: bool
    """Most of the box, before its furniture was dropped, is links."""


def find_body(layout: Layout, title: range) -> Body:
    """Find the text of a page without a rule; `title` are the numbers of its title's lines."""
    weights = weigh_lines(layout)
    choice = find_densest(layout, weights, title)
    family = find_family(layout, weights)
    least = _FAMILY_SHARE * weights.prose(layout.boxes[choice.box])
    if family and (_follows(layout, family, title) or family.prose >= least):
        choice = Choice(family.box, True)
    return _without_furniture(layout, weights, choice)


def body_of(layout: Layout, elements: list[etree._Element]) -> Body:
    """Take the text from the elements that a site's rule names; in one of them furniture is still dropped."""
    chosen = set(elements)
    weights = weigh_lines(layout)
    boxes = [number for number, box in enumerate(layout.boxes) if box.element in chosen]
    if len(boxes) == 1:
        return _without_furniture(layout, weights, Choice(boxes[0], True))
    runs = (range(layout.boxes[box].first, layout.boxes[box].end) for box in boxes)
    lines = tuple(sorted({line for run in runs for line in run}))
    first, end = (lines[0], lines[-1] + 1) if lines else (0, 0)
    parent = elements[0].getparent()
    around = elements[0] if parent is None else parent
    return Body(lines, first, end, around, "high", weights.prose_of(lines), False)


def _without_furniture(layout: Layout, weights: Weights, choice: Choice) -> Body:
    box = layout.boxes[choice.box]
    # The whole page is chosen where nothing is prose: a listing, whose links are all it has.
    unwanted = find_furniture(layout, weights, choice.box) if choice.box else set()
    lines = tuple(line for line in range(box.first, box.end) if line not in unwanted)
    confidence: Confidence = "high" if choice.is_sure or is_confirmed(weights, lines) else "low"
    is_links = weights.is_mostly_links(box)
    return Body(lines, box.first, box.end, box.element, confidence, weights.prose_of(lines), is_links)


def _follows(layout: Layout, family: Family, title: range) -> bool:
    return bool(title) and 0 <= layout.boxes[family.box].first - title.stop <= _LINES_OF_BYLINE
