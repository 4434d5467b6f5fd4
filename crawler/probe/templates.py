"""The box that holds the text on all of a site's sample articles, as a selector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from archive.extract import extract
from archive.extract.body import find_body
from archive.extract.media import Media, sniff
from archive.extract.metadata import read_meta, stated_title
from archive.extract.page import parse
from archive.extract.rules import SiteRules
from archive.extract.titles import find_title
from archive.extract.walk import read_layout
from archive.model import Capture

_NAME = re.compile(r"[A-Za-z][\w-]*")
_OF_ONE_PAGE = re.compile(r"\d{4,}")
"""A name with such a number belongs to one page or one component."""
_HIGHEST = 3


def body_selector(captures: Sequence[Capture]) -> str | None:
    """Return a selector that gives on every page what the general reader found there; None without one."""
    pages = [capture for capture in captures if sniff(capture.body, capture.url) is Media.HTML]
    if not pages:
        return None
    for selector in _selectors(pages[0]):
        rules = SiteRules(body=selector)
        if all(_text(capture) == _text(capture, rules) for capture in pages):
            return selector
    return None


def _text(capture: Capture, rules: SiteRules | None = None) -> tuple[str, bool]:
    extraction = extract(capture.body, capture.url, capture.headers, rules=rules)
    return extraction.text, "template_unknown" in extraction.warnings and rules is not None


def _selectors(capture: Capture) -> Iterator[str]:
    page = parse(capture.body, capture.url, capture.headers)
    layout = read_layout(page.tree)
    title = find_title(layout, page.tree, stated_title(read_meta(page.tree)))
    element: etree._Element | None = find_body(layout, title.lines).element
    for _ in range(_HIGHEST):
        if element is None or element.tag in ("body", "html"):
            return
        yield from names_of(element)
        element = element.getparent()


def names_of(element: etree._Element) -> Iterator[str]:
    """Yield selectors of an element by its id and classes, the likeliest to last first."""
    for mark, attribute in (("#", "id"), (".", "class")):
        for name in element.get(attribute, "").split():
            if _NAME.fullmatch(name) and not _OF_ONE_PAGE.search(name):
                yield f"{mark}{name}"
