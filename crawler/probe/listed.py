"""The article links of a list page: each beside its date, all of a few shapes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from parsel import Selector

from archive.dates import parse_date
from archive.extract.element_text import collapse
from crawler.paging import ListPage
from crawler.probe.shapes import shape_of

_SHORT_DATE = re.compile(r"(?<![\d-])(?:\d\d[-/.])?\d\d[-/.]\d\d(?![\d-])")
_PAGER = re.compile(
    r"[\[<>«»\s]*(?:\d+|首页|[上下][一]?[页頁]|尾页|末页|更多|more)[\]<>«»\s]*", re.IGNORECASE
)
_HIGHEST_ROW = 4
"""Levels that a row's box may be above its link."""
_LONGEST_ROW = 400
_FEWEST, _SHORTEST_TITLE = 4, 8
"""Where no dates help: so many links of one shape, with titles of such length, are a list."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a list page."""

    url: str
    text: str
    is_dated: bool


def links_of(page: ListPage) -> tuple[Link, ...]:
    """Return each address once, in page order; that of the longest text where several links lead there."""
    links: dict[str, Link] = {}
    for link in _links(page):
        known = links.get(link.url)
        if known is None or (link.is_dated, len(link.text)) > (known.is_dated, len(known.text)):
            links[link.url] = link
    return tuple(links.values())


def articles_of(page: ListPage) -> tuple[Link, ...]:
    """Return the links that look like articles: those beside a date, else those of the commonest shape."""
    links = [link for link in links_of(page) if not _PAGER.fullmatch(link.text)]
    if dated := tuple(link for link in links if link.is_dated):
        return dated
    titled = [link for link in links if len(link.text) >= _SHORTEST_TITLE and re.search(r"\d", link.url)]
    shapes = Counter(shape_of(link.url) for link in titled).most_common(1)
    if not shapes or shapes[0][1] < _FEWEST:
        return ()
    return tuple(link for link in titled if shape_of(link.url) == shapes[0][0])


def channels_of(page: ListPage, articles: Iterable[str]) -> Iterator[str]:
    """Yield the addresses that may be lists: linked by a short name (栏目), and no article or page number."""
    known = {page.url, *articles}
    for link in links_of(page):
        if link.url not in known and 2 <= len(link.text) <= 8 and not _PAGER.fullmatch(link.text):
            yield link.url


def _links(page: ListPage) -> Iterator[Link]:
    for anchor in chain(page.selector.css("a[href]"), page.records.css("a[href]")):
        if url := page.address(anchor.attrib["href"]):
            text = collapse(anchor.attrib.get("title") or anchor.xpath("string()").get(""))
            yield Link(url, text, _is_dated(anchor))


def _is_dated(anchor: Selector) -> bool:
    """Look for a date in the smallest box around the link that holds more than the link, but no other one."""
    for box in anchor.xpath("ancestor-or-self::*")[::-1][: _HIGHEST_ROW + 1]:
        if len(set(box.xpath("descendant-or-self::a/@href").getall())) > 2:
            return False
        text = box.xpath("string()").get("")
        if len(text) > _LONGEST_ROW:
            return False
        if (dated := parse_date(text)) and dated.precision != "year":
            return True
        if _SHORT_DATE.search(text):
            return True
    return False
