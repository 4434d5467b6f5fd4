"""The links of a list page: its articles, each beside its date and all of a few shapes, and its channels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin

from parsel import Selector

from archive.addresses import split_address
from archive.dates import parse_date
from archive.extract.element_text import collapse
from crawler.paging import FOUND_ON_PAGE, ListPage
from crawler.probe.shapes import shape_of

_SHORT_DATE = re.compile(
    r"(?<![\d-])(?:\d\d[-/.])?\d\d[-/.]\d\d(?![\d-])|(?<!\d)\d{1,2}月\d{1,2}日|[(（\[]\d{1,2}[-/.]\d{1,2}[)）\]]"
)
_MONTH_OF_YEAR = r"(?:(?:19|20)\d\d\s?[-/.年]\s?)?(?:0?[1-9]|1[0-2])"
_PARTED_DATE = re.compile(
    rf"(?<![\d.-])(?:[0-2]?\d|3[01])\s+(?:{_MONTH_OF_YEAR}月|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?![\d.-]))"
    rf"|(?<![\d.-])(?:{_MONTH_OF_YEAR}月|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2]))\s+(?:[0-2]?\d|3[01])(?![\d.-])"
)
"""Whose day has a box of its own, above or below year and month: 28 / 2024.12, 12月 / 28."""
_MORE = re.compile(r"[\[<>«»\s]*(?:更多|more)[\]<>«»\s.…]*", re.IGNORECASE)
"""Beside the newest of a channel; often a picture: `<img src="more.gif">`."""
_NO_LIST = re.compile(
    r".{0,4}(?:首页|简介|概况|地图|声明)|关于我们|联系(?:我们|方式)|组织(?:机构|架构)|.{2}领导(?:成员)?|领导班子"
    r"|登[录陆]|注册|设为.*|.*收藏|.{0,2}邮箱|English|.{0,2}详[细情]|阅读全文"
)
"""Short names beside those of channels in a menu."""
_PAGER = re.compile(
    r"[\[<>«»\s]*(?:(?!(?:19|20)\d\d\D?)\d+|首页|[上下][一]?[页頁]|尾页|末页)[\]<>«»\s]*", re.IGNORECASE
)
_HIGHEST_ROW = 4
"""Levels that a row's box may be above its link."""
_MONTH = re.compile(r"\d{4}\s*[年/.-]\s*\d{1,2}\s*月?")
"""No title, but a list of what was written then."""
_MOST_LINKS, _MOST_WRITTEN = 6, 50
"""Of a row, and as often as they may be repeated in it."""
_LINKS_OF_BOX = f"(descendant-or-self::*[@onclick or self::a[@href]])[position() <= {_MOST_WRITTEN}]"
_LONGEST_ROW = 400
_SHORTEST_DATED = 5
_FEWEST, _SHORTEST_TITLE = 3, 8
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
    dated, alike = _dated(links), _of_one_shape(links)
    return dated if 2 * len(dated) >= len(alike) else alike


def _may_be_an_article(link: Link, page: ListPage) -> bool:
    """Rule out the pager, other sites, and 设为首页 beside the date of today."""
    if link.url == page.url or is_pager(link) or _MORE.fullmatch(link.text) or _MONTH.fullmatch(link.text):
        return False
    if len(link.text) < _SHORTEST_DATED:
        return False
    return is_of_one_site(link.url, page.url)


def is_pager(link: Link) -> bool:
    """Tell whether a link says a page number, or 下一页 and the like."""
    return _PAGER.fullmatch(link.text) is not None


def is_of_one_site(url: str, other: str) -> bool:
    """Tell whether two addresses have one host, or one has a name below the other's: dj.example.com."""
    one, two = ((split_address(each).hostname or "").removeprefix("www.") for each in (url, other))
    return one == two or one.endswith(f".{two}") or two.endswith(f".{one}")


def _dated(links: Iterable[Link]) -> tuple[Link, ...]:
    """Those beside a date, but for what is short and no like of the others: who wrote it, the channel."""
    dated = [link for link in links if link.is_dated]
    shapes = {shape_of(link.url) for link in dated if len(link.text) >= _SHORTEST_TITLE}
    return tuple(link for link in dated if shape_of(link.url) in shapes or not shapes)


def _of_one_shape(links: Iterable[Link]) -> tuple[Link, ...]:
    titled = [link for link in links if len(link.text) >= _SHORTEST_TITLE and re.search(r"\d", link.url)]
    shapes = Counter(shape_of(link.url) for link in titled).most_common(1)
    if not shapes or shapes[0][1] < _FEWEST:
        return ()
    return tuple(link for link in titled if shape_of(link.url) == shapes[0][0])


def channels_of(page: ListPage, articles: Iterable[str]) -> Iterator[str]:
    """Yield the addresses that may be lists, those behind 更多 first.

    Others are linked by a short name (栏目), and are no article or page number.
    """
    links = _others(page, articles)
    more = [link.url for link in links if _MORE.fullmatch(link.text)]
    yield from dict.fromkeys([*more, *(link.url for link in links if _names_channel(link))])


def channels_below(page: ListPage) -> Iterator[str]:
    """Yield those that the home page of a channel shows the newest of: behind 更多, or in its own folder."""
    folder = urljoin(page.url, ".")
    is_own = split_address(folder).path != "/"
    for link in _others(page, (link.url for link in articles_of(page))):
        is_below = is_own and link.url.startswith(folder) and _names_channel(link)
        if is_below or _MORE.fullmatch(link.text):
            yield link.url


def _others(page: ListPage, articles: Iterable[str]) -> list[Link]:
    """Links that lead neither to these articles nor to this list's further pages."""
    known = {page.url, FOUND_ON_PAGE.next_page(page), *articles}
    return [link for link in links_of(page) if link.url not in known and not is_pager(link)]


def is_name(link: Link) -> bool:
    """Tell whether a link says a short name, as those of a menu do: 党建工作, 公司简介."""
    return 2 <= len(link.text) <= 8


def _names_channel(link: Link) -> bool:
    return is_name(link) and not _NO_LIST.fullmatch(link.text)


def beside(page: ListPage) -> list[str]:
    """Return the addresses that a list page links to and that are like its own, but for the page numbers."""
    shape = shape_of(page.url)
    return [link.url for link in links_of(page) if shape_of(link.url) == shape and not is_pager(link)]


def _links(page: ListPage) -> Iterator[Link]:
    wide: set[object] = set()
    for anchor in chain(page.selector.css("a[href], [onclick]"), page.records.css("a[href]")):
        if url := page.target(anchor):
            yield Link(url, _text_of(anchor), _is_dated(anchor, wide))


def _text_of(anchor: Selector) -> str:
    text = collapse(anchor.attrib.get("title") or anchor.xpath("string()").get(""))
    pictures = anchor.xpath(".//img/@alt | .//img/@src").getall() if not text else []
    return "more" if any(re.search(r"更多|\bmore", name, re.IGNORECASE) for name in pictures) else text


def _is_dated(anchor: Selector, wide: set[object]) -> bool:
    """Look for a date in the boxes around the link, while these may be its row.

    Boxes of too many links for a row are noted in `wide`, and looked at once.
    """
    length = len(anchor.xpath("string()").get(""))
    for box in anchor.xpath("ancestor-or-self::*")[::-1][: _HIGHEST_ROW + 1]:
        if box.root in wide:
            return False
        links = box.xpath(_LINKS_OF_BOX)
        if len(links) == _MOST_WRITTEN:
            wide.add(box.root)
        text = box.xpath("string()").get("")
        if len(text) > _LONGEST_ROW or not _may_be_a_row(links, length):
            return False
        dated = parse_date(text)
        if (dated and dated.precision != "year") or _SHORT_DATE.search(text):
            return True
        if _PARTED_DATE.search(" ".join(" ".join(box.xpath(".//text()").getall()).split())):
            return True
    return False


def _may_be_a_row(links: Sequence[Selector], length: int) -> bool:
    """Whether a link of this length is the longer of at most two (标题, 栏目) in a box.

    Links of a few characters more may stand there: who wrote it, 评论.
    """
    linked = {link.attrib.get("onclick") or link.attrib["href"]: link for link in links}
    lengths = [len(link.xpath("string()").get("")) for link in linked.values()]
    is_small = len(links) < _MOST_WRITTEN and len(linked) <= _MOST_LINKS
    return is_small and max(lengths, default=0) <= length and sum(n > _SHORTEST_DATED for n in lengths) <= 2
