"""Paging that the list page itself tells, by a script or by a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.addresses import join_address
from crawler.paging.list_page import ListPage
from crawler.paging.numbered import number_in

_CALL = re.compile(r"createPage(?:HTML)?\s*\(([^)]*)\)")
_NUMBER = re.compile(r"\d{1,6}")
_COUNT = re.compile(r"\bcountPage\s*=\s*(\d{1,6})(?!\d)")
_NEXT = re.compile(r"\s*[\[［]?\s*(?:下一[页頁]|下[页頁]|后一页|[Nn]ext(?: [Pp]age)?)\s*[\]］]?\s*[>»›]*\s*")


@dataclass(frozen=True, slots=True)
class FoundOnPage:
    """The page says it itself: by a script (TRS) or a link 下一页. What most sites need."""

    def next_page(self, page: ListPage) -> str | None:
        """Ask the scripts first: where there is one, the link stands in no HTML."""
        return page_by_call(page) or page_by_count(page) or page_by_link(page)


FOUND_ON_PAGE = FoundOnPage()


def page_by_call(page: ListPage) -> str | None:
    """Return the next page after `createPageHTML(…)`.

    Two forms are known: `createPageHTML(12, 0, "index", "html")`, where the second page is index_1.html,
    and `createPageHTML("page_div", 12, 1, "list", "shtml", 240)`, where it is list_2.shtml.
    """
    call = _CALL.search(page.html)
    arguments = [argument.strip(" \t\r\n\"'") for argument in call[1].split(",")] if call else []
    first = 0
    if arguments and not _NUMBER.fullmatch(arguments[0]):
        first, arguments = 1, arguments[1:]
    if len(arguments) < 4 or not all(map(_NUMBER.fullmatch, arguments[:2])):
        return None
    total, current, name, extension = arguments[:4]
    here = _position(page.file_name, name, extension, first)
    following = (int(current) if here is None else here) + 1
    return (
        join_address(page.url, f"{name}_{following}.{extension}") if following < int(total) + first else None
    )


def page_by_count(page: ListPage) -> str | None:
    """Return the next page after `countPage = 22`: default.htm, default_1.htm … default_21.htm."""
    count = _COUNT.search(page.html)
    name = re.fullmatch(r"(.+?)(?:_(\d+))?\.(\w+)", page.file_name or "index.html")
    if not count or not name:
        return None
    following = int(name[2] or 0) + 1
    return join_address(page.url, f"{name[1]}_{following}.{name[3]}") if following < int(count[1]) else None


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
    return number_in(file_name, rf"{re.escape(name)}_(\d+)\.{re.escape(extension)}")
