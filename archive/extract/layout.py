"""A page as lines in boxes, which everything that judges a page reads instead of its tree.

A line is what stands between two line breaks (`<br>`, or the edge of a block element); a box is a block
element, and holds a run of lines. Choosing the article is choosing a box, so order is never lost.
Nothing changes a line once the page is walked; frozen, the hundreds of a page take thrice as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree


@dataclass(slots=True)
class Line:
    """Text between two line breaks, whitespace collapsed."""

    text: str
    """Never empty; the cells of a table row are separated by one tab."""
    linked: int
    """Characters of it that stand inside links."""
    bold: bool
    """All of it is bold."""
    box: int
    """Number of the innermost box around it."""

    @property
    def is_link(self) -> bool:
        """More than half of it stands inside links."""
        return 2 * self.linked > len(self.text)


@dataclass(slots=True)
class Box:
    """A block element and the run of lines in it."""

    element: etree._Element
    tag: str
    marks: str
    """Its classes and its id, lower case, each between blanks."""
    parent: int
    """Number of the box around it; -1 for the root."""
    first: int
    end: int = 0
    """Lines first to end, half-open."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All lines and boxes of a page in page order; boxes[0] is the whole page."""

    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
