"""What a paragraph's style says of it: heading or not, numbered or not, hidden or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from archive.extract.documents.docx.wordml import W, is_on, number_of, value_of

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

    def hides(self, run: etree._Element) -> bool | None:
        """Tell whether a `w:r` is hidden text, by itself or its style; None where neither says."""
        style_id = value_of(_find(run, "rPr/rStyle"))
        return _stated((run, *self._ancestry(style_id)), "rPr/vanish")

    def hides_runs(self, paragraph: etree._Element) -> bool:
        """Tell whether the style of a `w:p` hides those runs of it that say nothing themselves."""
        return _stated(self._ancestry(_style_id(paragraph.find(W + "pPr"))), "rPr/vanish") is True

    def is_run_on(self, paragraph: etree._Element) -> bool:
        """Tell whether the next paragraph goes on in its line, since its end is deleted or hidden."""
        mark = _find(paragraph, "pPr/rPr")
        gone = ("del", "moveFrom", "vanish")
        return mark is not None and any(is_on(mark.find(W + name)) for name in gone)

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


def _stated(places: Iterable[etree._Element], path: str) -> bool | None:
    marks = (_find(place, path) for place in places)
    return next((is_on(mark) for mark in marks if mark is not None), None)


def _find(element: etree._Element | None, path: str) -> etree._Element | None:
    return None if element is None else element.find("/".join(W + step for step in path.split("/")))
