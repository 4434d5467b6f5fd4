"""Where the article stands, found by how the text lies on the page.

A box is worth the weights of the lines in it; a part of that is lost at every step outward, so that the
article's own box beats the page around it, and a column of links never costs more than a few lines of prose.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from archive.byline import parse_byline
from archive.extract.body.around import around_part
from archive.extract.body.phrases import announces_links, is_foot
from archive.extract.body.remark_heads import are_stamped
from archive.extract.body.tails import goes_on_behind
from archive.extract.body.weights import Weights
from archive.extract.layout import Layout

_LEAVES = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "blockquote", "pre", "center", "tr", "tbody")
)
"""Leaving one of these costs nothing: an article is made of many."""
_ASIDE_SHARE, _ABOVE_SHARE, _TAIL_SHARE = 0.15, 0.3, 0.1
"""How much prose counts in an aside, above the title, and below the first line that opens a tail."""
_OUTWARD_SHARE = 0.8
"""What is left of a box's worth in the box around it, unless it is a leaf: so the article's own box wins."""
_WORST_BOX = -6.0
_LINES_OF_BYLINE = 4
_LINES_BESIDE_TITLE = 8
"""Of which only sentences are counted as text: a byline may be set in cells, and 分享到 below it."""
LEAST_ARTICLE = 3.0
"""Prose that must stand between title and tail: some templates put 分享到 above the text."""
_LEAST_ALONE = 3.0
"""Of one line, where all boxes lose more by their links than they have."""
_LEAST_TITLED, _MOST_ELSEWHERE = 2.0, 3.0
"""Prose below a title that is a text, and how many times as much elsewhere makes that the text."""
_LEAST_SENTENCE = 1.0
"""As much before a heading of links: a text may be one sentence."""


def find_densest(layout: Layout, weights: Weights, title: range) -> int:
    """Return the number of the box with the most prose: 0, the whole page, where nothing on it is prose.

    `title` are the numbers of the title's lines, empty if unknown.
    """
    counted = _count(layout, weights, title)
    worth = [0.0] * len(layout.boxes)
    for line, weight in zip(layout.lines, counted, strict=True):
        worth[line.box] += weight
    boxes = layout.boxes
    for number in range(len(boxes) - 1, 0, -1):
        box, own = boxes[number], worth[number]
        share = 1.0 if box.tag in _LEAVES or box.end - box.first == 1 else _OUTWARD_SHARE
        worth[box.parent] += share * (own if own > _WORST_BOX else _WORST_BOX)
    best = max(range(len(worth)), key=worth.__getitem__)
    titled = _below_title(layout, counted, title, best)
    if titled:
        return around_part(layout, weights, counted, title, max(titled, key=worth.__getitem__))
    alone = _outweighing(layout, counted, max(worth[best], _LEAST_ALONE))
    if alone is not None:
        best = layout.lines[alone].box
    elif worth[best] <= 0:
        return 0
    return around_part(layout, weights, counted, title, best)


def _below_title(layout: Layout, counted: Sequence[float], title: range, best: int) -> range:
    """Return the smallest box with the title and prose below it, and all in it, where `best` is outside.

    A text of one sentence may weigh less than a notice or a remark elsewhere, but it stands with its title.
    Empty where much more than that stands in `best`, and no remarks are, or where `best` is with the title.
    """
    other = layout.boxes[best]
    number = layout.lines[title.start].box if title else 0
    while number > 0:
        box = layout.boxes[number]
        if box.first <= other.first and other.end <= box.end:
            break
        prose = _prose(counted, range(title.stop, box.end))
        if prose >= _LEAST_TITLED:
            elsewhere = _prose(counted, range(other.first, other.end))
            is_much = elsewhere > _MOST_ELSEWHERE * prose
            is_text = is_much and not are_stamped(line.text for line in layout.lines[other.first : other.end])
            return range(0) if is_text else _inner(layout, number)
        number = box.parent
    return range(0)


def _prose(counted: Sequence[float], numbers: range) -> float:
    return sum([weight for weight in counted[numbers.start : numbers.stop] if weight > 0])


def _inner(layout: Layout, number: int) -> range:
    """Return the numbers of a box and of all boxes in it."""
    end = layout.boxes[number].end
    last = number
    while last + 1 < len(layout.boxes) and layout.boxes[last + 1].first < end:
        last += 1
    return range(number, last + 1)


def _outweighing(layout: Layout, counted: Sequence[float], least: float) -> int | None:
    """Return the heaviest line above `least`: lists in its box may cost more than a short text is worth."""
    heavier = [number for number, weight in enumerate(counted) if weight > least]
    prose = (number for number in heavier if not is_foot(layout.lines[number].text))
    return max(prose, key=counted.__getitem__, default=None)


def _count(layout: Layout, weights: Weights, title: range) -> list[float]:
    """Return the weights, those of prose in asides, above the title and in the tail cut to their share."""
    shares = _shares(layout, weights)
    counted = list(weights.of_lines)
    start, share = (title.start, _ABOVE_SHARE) if title else (-1, 1.0)
    passed, is_below = 0.0, False
    endings, heading = weights.tail_openings | weights.remark_heads, _heading(layout, weights, title)
    for number, weight in enumerate(counted):
        if number == start:
            passed, share, is_below = 0.0, 1.0, True
        elif is_below and number in endings and _ends_text(layout, weights, number, passed):
            share, is_below = _TAIL_SHARE, False
        if weight > 0 and number in heading:
            counted[number] = 0.0
        elif weight > 0:
            passed += weight if weight >= _LEAST_TITLED or number > start + _LINES_BESIDE_TITLE else 0.0
            counted[number] = weight * min(share, shares[number])
    return counted


def _ends_text(layout: Layout, weights: Weights, number: int, passed: float) -> bool:
    """Tell of a line that opens a tail, or of a remark's head, whether the text ends there.

    Where little of it has passed, only what announces links ends it.
    """
    line = layout.lines[number]
    if passed <= _LEAST_SENTENCE:
        return False
    if number in weights.remark_heads:
        return passed > _LEAST_TITLED
    if passed > LEAST_ARTICLE:
        return not goes_on_behind(layout, weights, number)
    return not line.linked and announces_links(line.text) and not goes_on_behind(layout, weights, number)


def _heading(layout: Layout, weights: Weights, title: range) -> Collection[int]:
    """Return the lines of a title and of the byline just below it: no prose, whatever their colons."""
    below = range(title.stop, min(title.stop + _LINES_OF_BYLINE, len(layout.lines)) if title else 0)
    weighing = (number for number in below if weights.of_lines[number] > 0)
    return {*title, *(number for number in weighing if parse_byline(layout.lines[number].text) is not None)}


def _shares(layout: Layout, weights: Weights) -> list[float]:
    """How much each line counts where it is prose: one in an aside for less."""
    shares = [1.0] * len(layout.lines)
    for box in weights.asides:
        shares[box.first : box.end] = [_ASIDE_SHARE] * (box.end - box.first)
    return shares
