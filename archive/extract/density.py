"""Where the article stands, found by how the text lies on the page.

Every line has a weight: prose counts by its Chinese punctuation and length, links and scraps count against.
A box is worth the weights in it; a part of that is lost at every step outward, so that the article's own box
beats the page around it, and a column of links never costs more than a few lines of prose.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archive.extract.phrases import opens_tail
from archive.extract.tree import Box, Layout, Line

_PUNCTUATION = re.compile("[，。、；：！？,;:﹐﹑]")
_LEAVES = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "blockquote", "pre", "center", "tr", "tbody")
)
"""Leaving one of these costs nothing: an article is made of many."""
_ASIDE = re.compile(
    r"comment|discuss|pinglun|reply|foot|sidebar|side[-_]|recommend|tuijian|relat|xiangguan|share|copyright|"
    r"crumb|\bnav|menu|banner|advert|[\s_-]ads?[\s_-]|login|rank|hot|toolbar|disclaimer|shengming|statement|popup|"
    r"modal|qrcode"
)
_ASIDE_SHARE = 0.3
_ABOVE_SHARE, _TAIL_SHARE = 0.3, 0.1
"""How much prose counts above the title, and below the first line that opens a tail."""
_LEAST_ARTICLE = 5.0
"""Prose that must stand between title and tail: some templates put 分享到 above the text."""
_OUTWARD_SHARE = 0.8
_WORST_BOX = -6.0
_LINK_COST, _SCRAP_COST = -2.0, -1.0
_SCRAP_CHARS = 8


class Choice(NamedTuple):
    """The box that holds the article."""

    box: int
    is_sure: bool
    """False where there is little prose, or where most of the page's prose stands elsewhere."""


def weigh(line: Line) -> float:
    """Return the weight of a line: above 0 for prose, below for links and scraps."""
    plain = len(line.text) - line.linked
    if line.linked > plain:
        return _LINK_COST
    if plain < _SCRAP_CHARS:
        return _SCRAP_COST
    return len(_PUNCTUATION.findall(line.text)) + min(plain / 100, 3.0)


def is_aside(box: Box) -> bool:
    """Tell by its name that a box holds comments, related links, sharing buttons or the like."""
    if box.tag in ("html", "body"):
        return False
    return box.tag in ("footer", "nav", "aside") or (box.marks != "" and _names_aside(box.marks))


@lru_cache(maxsize=4096)
def _names_aside(marks: str) -> bool:
    return _ASIDE.search(marks) is not None


def find_densest(layout: Layout, title: range = range(0)) -> Choice:
    """Choose the box with the most prose; `title` are the numbers of the title's lines, empty if unknown."""
    weights = _weigh_all(layout, title)
    worth = [0.0] * len(layout.boxes)
    for line, weight in zip(layout.lines, weights, strict=True):
        worth[line.box] += weight
    for number in range(len(layout.boxes) - 1, 0, -1):
        box = layout.boxes[number]
        share = 1.0 if box.tag in _LEAVES else _OUTWARD_SHARE
        worth[box.parent] += max(worth[number], _WORST_BOX) * share
    best = max(range(len(worth)), key=worth.__getitem__)
    prose = sum(weight for weight in weights if weight > 0)
    return Choice(best, worth[best] > max(8.0, prose / 3))


def _weigh_all(layout: Layout, title: range) -> list[float]:
    """Weigh the lines; prose in asides, above the title and in the tail counts less."""
    shares = _shares(layout)
    weights = []
    passed, share = 0.0, _ABOVE_SHARE if title else 1.0
    for number, line in enumerate(layout.lines):
        weight = weigh(line)
        if title and number == title.start:
            passed, share = 0.0, 1.0
        elif title and number > title.start and passed > _LEAST_ARTICLE and opens_tail(line.text):
            share = _TAIL_SHARE
        if weight > 0:
            passed += weight
            weight *= min(share, shares[line.box])
        weights.append(weight)
    return weights


def _shares(layout: Layout) -> list[float]:
    """How much the prose of each box counts; asides hand their share down to the boxes in them."""
    shares: list[float] = []
    for box in layout.boxes:
        inherited = shares[box.parent] if box.parent >= 0 else 1.0
        shares.append(_ASIDE_SHARE if inherited == 1.0 and is_aside(box) else inherited)
    return shares
