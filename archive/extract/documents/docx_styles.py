"""What a paragraph's style says of it: heading or not, numbered or not, hidden or not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from archive.extract.documents.wordml import W, number_of, value_of

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_TITLES = ("title", "subtitle")
_MOST_ANCESTORS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph's properties, its own before those of its style."""

    heading: int = 0
    """1 for the outermost; 0 for no heading."""
    number_id: str = ""
    """`w:numId`; empty where the paragraph isn't numbered."""
    number_level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The style sheet of one document."""

    by_id: Mapping[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element | None) -> Styles:
        """Read `styles.xml`; None where the document has none."""
        found = root.iter(W + "style") if root is not None else ()
        return cls(by_id={value_of(style, "styleId"): style for style in found})

    def of(self, paragraph: etree._Element) -> Style:
        """Return the properties in force for a `w:p`."""
        own = paragraph.find(W + "pPr")
        chain = [own, *(style.find(W + "pPr") for style in self._ancestry(_style_id(own)))]
        numbered = next((found for part in chain if (found := _find(part, "numPr/numId")) is not None), None)
        level = next((found for part in chain if (found := _find(part, "numPr/ilvl")) is not None), None)
        return Style(
            heading=self._heading(chain, _style_id(own)),
            number_id=value_of(numbered).removeprefix("0"),
            number_level=number_of(level, 0),
        )

    def is_hidden(self, run: etree._Element) -> bool:
        """Tell whether a `w:r` is marked as hidden text."""
        mark = _find(run, "rPr/vanish") if run.tag == W + "r" else None
        return mark is not None and value_of(mark) not in ("0", "false", "off")

    def _heading(self, chain: list[etree._Element | None], style_id: str) -> int:
        for style in self._ancestry(style_id):
            name = value_of(style.find(W + "name"))
            if numbered := _HEADING.match(name):
                return int(numbered[1])
            if name.lower() in _TITLES:
                return 1
        outline = next((found for part in chain if (found := _find(part, "outlineLvl")) is not None), None)
        return (number_of(outline, 9) + 1) % 10  # Word writes 0–8, and 9 for body text

    def _ancestry(self, style_id: str) -> list[etree._Element]:
        styles: list[etree._Element] = []
        while style_id in self.by_id and len(styles) < _MOST_ANCESTORS:
            styles.append(self.by_id[style_id])
            style_id = value_of(styles[-1].find(W + "basedOn"))
        return styles


def _style_id(properties: etree._Element | None) -> str:
    return value_of(_find(properties, "pStyle"))


def _find(element: etree._Element | None, path: str) -> etree._Element | None:
    return None if element is None else element.find("/".join(W + step for step in path.split("/")))
