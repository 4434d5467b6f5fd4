"""The article links of a list page: each beside its date, all of a few shapes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from parsel import Selector

from archive.addresses import split_address
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
_SHORTEST_DATED = 5
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
    """Return the links that look like articles: those beside a date, or those of the commonest shape.

    Of the two the larger set, since a list without dates may stand beside a dated notice.
    """
    links = [link for link in links_of(page) if _may_be_an_article(link, page)]
    dated, alike = tuple(link for link in links if link.is_dated), _of_one_shape(links)
    return dated if 2 * len(dated) >= len(alike) else alike


def _may_be_an_article(link: Link, page: ListPage) -> bool:
    """Rule out the pager, other sites, and 设为首页 beside the date of today."""
    if link.url == page.url or _PAGER.fullmatch(link.text) or len(link.text) < _SHORTEST_DATED:
        return False
    return split_address(link.url).hostname == split_address(page.url).hostname


def _of_one_shape(links: Iterable[Link]) -> tuple[Link, ...]:
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
    """Look for a date in the boxes around the link, while it is the longer of at most two (标题, 栏目)."""
    length = len(anchor.xpath("string()").get(""))
    for box in anchor.xpath("ancestor-or-self::*")[::-1][: _HIGHEST_ROW + 1]:
        linked = {link.attrib["href"]: link for link in box.xpath("descendant-or-self::a[@href]")}
        if len(linked) > 2 or any(len(link.xpath("string()").get("")) > length for link in linked.values()):
            return False
        text = box.xpath("string()").get("")
        if len(text) > _LONGEST_ROW:
            return False
        if (dated := parse_date(text)) and dated.precision != "year":
            return True
        if _SHORT_DATE.search(text):
            return True
    return False
