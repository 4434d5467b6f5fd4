"""Which lines of a page are the article: the site's rule, else its CMS family, else the density scorer."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from archive.extract.body.answer import answer_of
from archive.extract.body.density import find_densest
from archive.extract.body.doubts import is_doubtful
from archive.extract.body.families import Family, find_family
from archive.extract.body.furniture import find_furniture
from archive.extract.body.lede import find_lede
from archive.extract.body.short_lines import WORTH, find_short_lines, is_byline
from archive.extract.body.weights import Weights, weigh_lines
from archive.extract.layout import Layout
from archive.model import Confidence

_FAMILY_SHARE = 0.4
"""A family's box with less of the prose than this, against the scorer's, is a teaser or a sidebar."""
_LINES_OF_BYLINE = 12
"""Between a title and its text."""
_MOST_ABOVE = 2.0
"""Times the prose below a title; where more of it stands above, the title may be a footer's."""
_LITTLE_PROSE = 6.0
"""A byline's weight; where no more than that was found, the text may have no sentence."""


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


def find_body(layout: Layout, title: range, weights: Weights | None = None) -> Body:
    """Find the text of a page without a rule; `title` are the numbers of its title's lines.

    `weights` are those of the page, where they are known.
    """
    weights = weights or weigh_lines(layout)
    densest = find_densest(layout, weights, title)
    family = find_family(layout, weights)
    least = _FAMILY_SHARE * weights.prose(layout.boxes[densest])
    is_marked = bool(family and (_follows(layout, family, title) or family.prose >= least))
    body = _without_furniture(layout, weights, family.box if family and is_marked else densest)
    if not is_marked:
        body = _below_title(weights, body, title)
    body = _with_lede(layout, weights, body, title)
    if body.prose < _LITTLE_PROSE:
        body = _of_short_lines(layout, weights, body, title)
    answer = answer_of(layout, weights, title, body.lines, is_marked=is_marked)
    return body._replace(confidence="low" if is_doubtful(answer) else "high")


def _below_title(weights: Weights, body: Body, title: range) -> Body:
    """Leave out what stands above the title, unless nearly all of the prose does."""
    if not title or not body.first < title.start < body.end:
        return body
    below = tuple(line for line in body.lines if line >= title.start)
    above = body.prose - weights.prose_of(below)
    if above > _MOST_ABOVE * weights.prose_of(below):
        return body
    return body._replace(lines=below, prose=weights.prose_of(below))


def _with_lede(layout: Layout, weights: Weights, body: Body, title: range) -> Body:
    lede = find_lede(layout, weights, title, body.lines, body.lines[0]) if body.lines else ()
    if not lede:
        return body
    lines = lede + body.lines
    return body._replace(lines=lines, prose=weights.prose_of(lines))


def _of_short_lines(layout: Layout, weights: Weights, body: Body, title: range) -> Body:
    """Take the short lines below the title where they are more than what was found, bylines aside."""
    own = tuple(line for line in body.lines if line not in title and not is_byline(layout, title, line))
    found = find_short_lines(layout, title, weights.remark_heads)
    if found is None or WORTH * len(found[1]) <= weights.prose_of(own):
        return body
    box, lines = found
    return Body(lines, box.first, box.end, box.element, "high", WORTH * len(lines), False)


def body_of(layout: Layout, elements: list[etree._Element]) -> Body:
    """Take the text from the elements that a site's rule names; in one of them furniture is still dropped."""
    chosen = set(elements)
    weights = weigh_lines(layout)
    boxes = [number for number, box in enumerate(layout.boxes) if box.element in chosen]
    if len(boxes) == 1:
        return _without_furniture(layout, weights, boxes[0])
    runs = (range(layout.boxes[box].first, layout.boxes[box].end) for box in boxes)
    lines = tuple(sorted({line for run in runs for line in run}))
    first, end = (lines[0], lines[-1] + 1) if lines else (0, 0)
    parent = elements[0].getparent()
    around = elements[0] if parent is None else parent
    return Body(lines, first, end, around, "high", weights.prose_of(lines), False)


def _without_furniture(layout: Layout, weights: Weights, number: int) -> Body:
    box = layout.boxes[number]
    unwanted = set() if _is_listing(layout, weights, number) else find_furniture(layout, weights, number)
    lines = tuple(line for line in range(box.first, box.end) if line not in unwanted)
    is_links = weights.is_mostly_links(box)
    return Body(lines, box.first, box.end, box.element, "high", weights.prose_of(lines), is_links)


def _is_listing(layout: Layout, weights: Weights, number: int) -> bool:
    """Tell whether the whole page was chosen since nothing on it is prose: its links are all it has."""
    return not number and weights.prose_of(at for at, line in enumerate(layout.lines) if not line.box) <= 0


def _follows(layout: Layout, family: Family, title: range) -> bool:
    return bool(title) and 0 <= layout.boxes[family.box].first - title.stop <= _LINES_OF_BYLINE
