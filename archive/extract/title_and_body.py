"""Title and text of a page without a rule: the title shows where the text begins, or the text where it is."""

from __future__ import annotations

from lxml import etree

from archive.byline import parse_byline
from archive.extract.body.choice import Body, find_body
from archive.extract.body.weights import PROSE_LINE, Weights, weigh_lines
from archive.extract.layout import Layout
from archive.extract.titles import Title, find_title, title_above_text


def find_title_and_body(layout: Layout, tree: etree._Element, stated: str | None) -> tuple[Title, Body]:
    """Return both; `stated` is the title that meta tags give, None without one.

    A title that neither head nor heading names is looked for just above the text. The text is then looked
    for once more, since what stands above its title is no part of it.
    """
    title = find_title(layout, tree, stated)
    weights = weigh_lines(layout)
    body = find_body(layout, title.lines, weights)
    if title.lines or stated:
        return title, body
    title = title_above_text(layout, title, _first_prose(layout, weights, body))
    return title, find_body(layout, title.lines, weights) if title.lines else body


def _first_prose(layout: Layout, weights: Weights, body: Body) -> int:
    """Return the number of a text's first line of prose, or of prose just above it; else of its first."""
    first = next((number for number in body.lines if weights.of_lines[number] >= PROSE_LINE), body.first)
    while (
        first and weights.of_lines[first - 1] >= PROSE_LINE and not parse_byline(layout.lines[first - 1].text)
    ):
        first -= 1
    return first
