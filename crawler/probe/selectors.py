"""Ways to name an element in CSS, the likeliest to last first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_NAME = re.compile(r"[A-Za-z][\w-]*")
_OF_ONE_PAGE = re.compile(r"\d{4,}")
"""A name with such a number belongs to one page or one component."""
_BEFORE_NUMBER = re.compile(r"[A-Za-z][A-Za-z_-]{3,}(?=\d{4,}$)")
"""What a component's names have in common on all pages."""
_HEADINGS = ("h1", "h2", "h3")


def names_of(element: etree._Element) -> Iterator[str]:
    """Yield selectors of an element by its id and classes: `#zoom`, `.bt`, `[class^=titlestyle]` of VSB's."""
    for mark, attribute in (("#", "id"), (".", "class")):
        names = element.get(attribute, "").split()
        for name in names:
            if _NAME.fullmatch(name) and not _OF_ONE_PAGE.search(name):
                yield f"{mark}{name}"
        if names and (numbered := _BEFORE_NUMBER.match(names[0])):
            yield f"[{attribute}^={numbered[0]}]"


def selectors_of(element: etree._Element) -> Iterator[str]:
    """Yield selectors by its own names, as a heading, then by its place in or behind a named box."""
    yield from names_of(element)
    tag = element.tag
    if tag in _HEADINGS:
        yield tag
    if (box := element.getparent()) is not None:
        yield from (f"{name} > {tag}" for name in names_of(box))
    if (neighbour := element.getprevious()) is not None and isinstance(neighbour.tag, str):
        headings = [neighbour.tag] if neighbour.tag in _HEADINGS else []
        yield from (f"{name} + {tag}" for name in (*names_of(neighbour), *headings))
