"""The part of a list page that holds its rows, where links beside them have the form of articles, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from crawler.address import target_of
from crawler.paging import ListPage
from crawler.probe.links import is_name, links_of
from crawler.probe.selectors import names_of


def strangers_of(rows: Mapping[ListPage, frozenset[str]], article: str) -> frozenset[str]:
    """Return the links of list pages that `article` matches, but that are no row: 公司简介 in the menu.

    They have short names; a long one is a title, of an article that another list may have.
    """
    linked = {link.url for page in rows for link in links_of(page) if is_name(link)}
    return frozenset(
        url for url in linked.difference(*rows.values()) if re.fullmatch(article, target_of(url))
    )


def items_of(rows: Mapping[ListPage, frozenset[str]], strangers: frozenset[str]) -> str | None:
    """Return a selector of the widest box that holds all rows on each page and no stranger, if any does."""
    first, wanted = next(iter(rows.items()))
    boxes = [box for box in _boxes_around(first, wanted) if box.tag not in ("html", "body")]
    for selector in dict.fromkeys(name for box in boxes for name in names_of(box)):
        inside = {page: frozenset(page.links(selector)) for page in rows}
        if all(rows[page] <= found and strangers.isdisjoint(found) for page, found in inside.items()):
            return selector
    return None


def _boxes_around(page: ListPage, wanted: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the boxes around the first row, the widest first."""
    for anchor in page.selector.css("a[href], [onclick]"):
        if page.target(anchor) in wanted:
            yield from (box.root for box in anchor.xpath("ancestor-or-self::*"))
            return
