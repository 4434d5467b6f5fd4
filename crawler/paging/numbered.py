"""Paging by a number in the address, counted up or down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlunsplit

from archive.addresses import join_address, split_address
from crawler.paging.list_page import ListPage

SUFFIXED = re.compile(r"(?P<stem>.+?)(?:_(?P<number>\d+))?(?P<extension>\.\w+)")
"""A file name with the number behind it: yaowen_2.html; without one it is the first page's."""
_PLACE = re.compile(r"\\\{(?::0\d)?\\\}")


@dataclass(frozen=True, slots=True)
class Numbered:
    """The page's name carries its number: `index{}.html` (人民网), `list-60-{}.html`, `page_{:02}.html`.

    Walks until the site answers 404, or nothing new stands on the page.
    """

    form: str
    second: int = 2
    """Number in the name of the second page; 1 on most TRS sites."""

    def __post_init__(self) -> None:
        """Refuse a form with a slip, before a site is crawled by it."""
        if not (self.form.count("{") == len(_PLACE.findall(re.escape(self.form))) == 1):
            raise ValueError(f"Numbered({self.form!r}) needs one place for the number: index{{}}.html")

    def next_page(self, page: ListPage) -> str | None:
        """Count up from the number in this page's name; without one it is the first page."""
        number = number_in(page.file_name, _PLACE.sub(r"(\\d+)", re.escape(self.form)))
        return join_address(page.url, self.form.format(self.second if number is None else number + 1))


@dataclass(frozen=True, slots=True)
class Suffixed:
    """The number stands behind the first page's own name: yaowen.html, yaowen_2.html; index_2.shtml.

    Suits several lists of one site, and those named by a number (`10930.shtml`, `10930_2.shtml`).
    """

    second: int = 2
    """Number in the name of the second page; 1 on most TRS sites."""
    index: str = "index.html"
    """What the first page is called where the address names a folder only."""

    def next_page(self, page: ListPage) -> str | None:
        """Count up from the number in this page's name; without one it is the first page."""
        name = SUFFIXED.fullmatch(page.file_name or self.index)
        if not name:
            return None
        following = self.second if name["number"] is None else int(name["number"]) + 1
        return join_address(page.url, f"{name['stem']}_{following}{name['extension']}")


@dataclass(frozen=True, slots=True)
class Query:
    """The address carries the number as a parameter: `?page=2` (AspNetPager), `&pageNum=2` (JPage)."""

    parameter: str
    first: int = 1

    def next_page(self, page: ListPage) -> str | None:
        """Count the parameter up; an address without it is the first page."""
        parts = split_address(page.url)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        number = query.get(self.parameter, str(self.first))
        if not number.isdecimal():
            return None
        query[self.parameter] = str(int(number) + 1)
        return urlunsplit(parts._replace(query=urlencode(query)))


@dataclass(frozen=True, slots=True)
class CountDown:
    """The oldest page is number 1, so a page keeps its address when new articles come in.

    VSB: tzgg.htm, then tzgg/44.htm … tzgg/1.htm. n-style portals: index.html, then index_1281_44.html, where
    1281 stands for the channel and is found on the page.
    """

    form: str
    """Pattern of the further pages, relative to the first; its only group is the number."""
    total: str
    r"""Pattern of the count of pages in a script or the pager: `maxPageNum\s*=\s*(\d+)`."""

    def __post_init__(self) -> None:
        """Refuse a pattern with a slip, before a site is crawled by it."""
        for pattern in (self.form, self.total):
            if re.compile(pattern).groups != 1:
                raise ValueError(f"CountDown has {pattern!r}, and needs one group there, the number's")

    def next_page(self, page: ListPage) -> str | None:
        """Count down from the number in this page's address; the first page tells the highest."""
        here = re.search(f"{self.form}$", page.url)
        if here:
            name, number, sibling = here[0], int(here[1]), here
        else:
            linked, total = re.search(self.form, page.html), re.search(self.total, page.html)
            if not (linked and total):
                return None
            name, number, sibling = linked[0], int(total[1]), linked
        start, end = (place - sibling.start() for place in sibling.span(1))
        following = f"{name[:start]}{number - 1}{name[end:]}"
        base = page.url[: here.start()] if here else page.url
        return join_address(base, following) if number > 1 else None


def number_in(name: str, pattern: str) -> int | None:
    """Return the number that the first group of `pattern` takes from a whole file name, or None."""
    match = re.fullmatch(pattern, name)
    return int(match[1]) if match else None
