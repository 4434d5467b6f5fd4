"""A text that adverts split into several boxes of one class, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from lxml import etree

from archive.extract.body.asides import is_aside
from archive.extract.body.weights import Weights
from archive.extract.layout import Box, Layout

_OUTWARD, _NEAR = 3, 4
"""Boxes from a paragraph to that of its part; elements, and lines, from there to the next part."""
_MOST_BEHIND = 0.5
"""Of the prose in all parts, what may follow in the box around them: more would be remarks."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))


def around_parts(layout: Layout, weights: Weights, title: range, best: int) -> int:
    """Return the box around all parts of a text below `title` where box `best` is in one, else `best`."""
    here = best
    for _ in range(_OUTWARD) if title else ():
        box = layout.boxes[here]
        if box.parent <= 0 or box.first <= title.start < box.end:
            break
        if _has_twin(box.element):
            parts = _twins(layout, box)
            return box.parent if _are_one_text(layout, weights, parts) else best
        here = box.parent
    return best


def _has_twin(element: etree._Element) -> bool:
    """Tell whether a sibling near an element has its tag and class."""
    name = element.get("class")
    near = (*islice(element.itersiblings(), _NEAR), *islice(element.itersiblings(preceding=True), _NEAR))
    return bool(name) and any(other.tag == element.tag and other.get("class") == name for other in near)


def _twins(layout: Layout, box: Box) -> list[Box]:
    """Return a box and those beside it that have its tag and class."""
    name = box.element.get("class")
    beside = (other for other in layout.boxes[box.parent + 1 :] if other.parent == box.parent)
    return [other for other in beside if other.tag == box.tag and other.element.get("class") == name]


def _are_one_text(layout: Layout, weights: Weights, parts: Sequence[Box]) -> bool:
    """Tell whether only adverts stand between the boxes; posts and teasers begin with a heading or a link."""
    if len(parts) < 2 or any(is_aside(box) or weights.is_mostly_links(box) for box in parts):
        return False
    openings = [box.first for box in parts]
    between = [number for box, after in pairwise(parts) for number in range(box.end, after.first)]
    if len(between) > _NEAR * len(parts) or any(layout.lines[number].linked for number in openings):
        return False
    if any(_is_heading(layout, number) for number in openings + between):
        return False
    heads = weights.remark_heads | weights.tail_openings
    behind = range(parts[-1].end, layout.boxes[parts[0].parent].end)
    is_whole = weights.prose_of(behind) <= _MOST_BEHIND * sum(map(weights.prose, parts))
    return is_whole and heads.isdisjoint(range(parts[0].first, parts[-1].end))


def _is_heading(layout: Layout, number: int) -> bool:
    return layout.boxes[layout.lines[number].box].tag in _HEADINGS
