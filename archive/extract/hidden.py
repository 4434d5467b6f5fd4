"""Elements that a page keeps from its readers: hidden boxes, and the scraps strewn in against copying.

Boards and essay mills put `<span style="display:none">本文来自某网</span>` or `<font class="jammer">` between
the words of a text; copied, they stand in the middle of its sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:p[xt]|em|%)?\s*(?:;|!|$)", re.IGNORECASE
)
_FAINT = re.compile("font-size|visibility", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CLASS = re.compile(r"(?:^|,)\s*\.([\w-]+)\s*(?=,|$)")
SCRAPS = ("span", "font", "em", "i", "b", "label")
"""Elements that are strewn into a text."""
_KNOWN_SCRAPS = ("jammer", "mw-editsection")
"""Discuz hides its own by a style sheet; MediaWiki sets [编辑] behind every heading."""


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element's own attributes hide it."""
    style = element.get("style")
    if style and (hiding := _find_hiding(style)):
        # Text of no size is a scrap; a box of that style has parts that set their own, or a script shows it.
        return not _FAINT.match(hiding) or (not len(element) and element.tag in SCRAPS)
    return element.get("hidden") is not None


def hidden_classes(tree: etree._Element) -> frozenset[str]:
    """Return the classes of scraps: those of inline elements that the page's style sheets hide."""
    sheets = (_hidden_classes(sheet.text or "") for sheet in tree.iter("style"))
    return frozenset(_KNOWN_SCRAPS).union(*sheets)


def _hidden_classes(sheet: str) -> set[str]:
    rules = (rule.rpartition("{") for rule in _rules_with_none(sheet))
    return {
        name
        for selectors, _, style in rules
        if _DISPLAY_NONE.search(style)
        for name in _CLASS.findall(selectors)
    }


def _rules_with_none(sheet: str) -> Iterator[str]:
    """The few rules of a style sheet that hold the word, found without looking at the others."""
    found = sheet.find("none")
    while found >= 0:
        end = sheet.find("}", found)
        end = end if end >= 0 else len(sheet)
        yield sheet[sheet.rfind("}", 0, found) + 1 : end]
        found = sheet.find("none", end)


@lru_cache(maxsize=4096)
def _find_hiding(style: str) -> str | None:
    found = _HIDING.search(style)
    return found[0] if found else None
