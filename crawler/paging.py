"""From one page of a list to the next: the dialects (翻页) of Chinese content management systems.

The address says where we are; a script on the page says at most how many pages there are. One page ahead
at a time, so that a walk ends where the site does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from parsel import Selector


class ListPage:
    """One list page as served."""

    def __init__(self, url: str, html: str) -> None:
        self.url = url
        self.html = html

    @cached_property
    def selector(self) -> Selector:
        """The page, parsed once."""
        return Selector(text=self.html)

    def links(self, css: str = "body") -> Iterator[str]:
        """Addresses of all links within the elements that `css` names, absolute, without fragment."""
        for href in self.selector.css(css).xpath("descendant-or-self::a/@href").getall():
            if address := self.address(href):
                yield address

    def address(self, href: str) -> str | None:
        """Return what a link leads to; None for scripts, mail and broken addresses."""
        try:
            url = urljoin(self._base, href.strip())
        except ValueError:
            return None
        return url.partition("#")[0] if url.startswith(("http://", "https://")) else None

    @cached_property
    def _base(self) -> str:
        return urljoin(self.url, self.selector.css("base::attr(href)").get(""))


class Paging(Protocol):
    """How the next page of a list is found."""

    def next_page(self, page: ListPage) -> str | None:
        """Return its address; None on the last page."""


@dataclass(frozen=True, slots=True)
class FoundOnPage:
    """The page says it itself: by a script (TRS) or a link 下一页. What most sites need."""

    def next_page(self, page: ListPage) -> str | None:
        """Ask the script first: where there is one, the link stands in no HTML."""
        return page_by_script(page) or page_by_link(page)


FOUND_ON_PAGE = FoundOnPage()


@dataclass(frozen=True, slots=True)
class Numbered:
    """The page's name carries its number: `index_{}.shtml` (EmpireCMS), `list-60-{}.html` (PHPCMS).

    Walks until the site answers 404, or nothing new stands on the page.
    """

    form: str
    second: int = 2
    """Number in the name of the second page; 1 on most TRS sites."""

    def next_page(self, page: ListPage) -> str | None:
        """Count up from the number in this page's name; without one it is the first page."""
        number = _number(re.escape(self.form).replace(r"\{\}", r"(\d+)"), _file_name(page.url))
        return urljoin(page.url, self.form.format(self.second if number is None else number + 1))


@dataclass(frozen=True, slots=True)
class Query:
    """The address carries the number as a parameter: `?page=2` (AspNetPager), `&pageNum=2` (JPage)."""

    parameter: str
    first: int = 1

    def next_page(self, page: ListPage) -> str | None:
        """Count the parameter up; an address without it is the first page."""
        parts = urlsplit(page.url)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        number = query.get(self.parameter, str(self.first))
        if not number.isdecimal():
            return None
        query[self.parameter] = str(int(number) + 1)
        return urlunsplit(parts._replace(query=urlencode(query)))


_CALL = re.compile(r"createPage(?:HTML)?\s*\(([^)]*)\)")
_NEXT = re.compile(r"\s*[\[［]?\s*(?:下一[页頁]|下[页頁]|后一页|[Nn]ext(?: [Pp]age)?)\s*[\]］]?\s*[>»›]*\s*")


def page_by_script(page: ListPage) -> str | None:
    """Return the next page after `createPageHTML(…)`.

    Two forms are known: `createPageHTML(12, 0, "index", "html")`, where the second page is index_1.html,
    and `createPageHTML("page_div", 12, 1, "list", "shtml", 240)`, where it is list_2.shtml.
    """
    call = _CALL.search(page.html)
    arguments = [argument.strip(" \t\r\n\"'") for argument in call[1].split(",")] if call else []
    first = 0
    if arguments and not arguments[0].isdigit():
        first, arguments = 1, arguments[1:]
    if len(arguments) < 4 or not (arguments[0].isdigit() and arguments[1].isdigit()):
        return None
    total, current, name, extension = arguments[:4]
    here = _position(_file_name(page.url), name, extension, first)
    following = (int(current) if here is None else here) + 1
    return urljoin(page.url, f"{name}_{following}.{extension}") if following < int(total) + first else None


def page_by_link(page: ListPage) -> str | None:
    """Return where the link 下一页 leads."""
    for link in page.selector.css("a[href]"):
        text = link.xpath("string()").get("") or link.attrib.get("title", "")
        if _NEXT.fullmatch(text):
            url = page.address(link.attrib["href"])
            return url if url != page.url else None
    return None


def _position(file_name: str, name: str, extension: str, first: int) -> int | None:
    """Number of the page of this name; None when the name is not one of the list's."""
    if file_name in ("", f"{name}.{extension}"):
        return first
    return _number(rf"{re.escape(name)}_(\d+)\.{re.escape(extension)}", file_name)


def _number(pattern: str, file_name: str) -> int | None:
    match = re.fullmatch(pattern, file_name)
    return int(match[1]) if match else None


def _file_name(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2]


class Repeats:
    """Remembers which articles each list page showed, to refuse a page that repeats an earlier one.

    Many systems answer a page number beyond the last one with the last page or the first.
    """

    def __init__(self) -> None:
        self._seen: dict[frozenset[str], str] = {}

    def earlier(self, url: str, articles: frozenset[str]) -> str | None:
        """Return the address of the page that showed the same articles; None for a new set."""
        shown_by = self._seen.setdefault(articles, url)
        return shown_by if shown_by != url else None
