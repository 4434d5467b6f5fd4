"""Paging that the list page itself tells, by a script or by a link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsel import Selector

from archive.addresses import join_address
from crawler.paging.list_page import ListPage
from crawler.paging.numbered import SUFFIXED, number_in
from crawler.paging.pager import page_by_number

_CALL = re.compile(r"createPage(?:HTML)?\s*\(([^)]*)\)")
_NUMBER = re.compile(r"\d{1,6}")
_COUNT = re.compile(r"\bcountPage\s*=\s*(\d{1,6})(?!\d)")
_NEXT = re.compile(
    r"\s*[\[［]?\s*(?:下一?[页頁]|后一?页|上一期|[Nn]ext(?: [Pp]age)?|(?:加载|查看|点击)更多"
    r"|[←«‹<]*\s*(?:(?:早期|较旧|较早|更早)的?文章|[Oo]lder(?: [Pp]osts| [Ee]ntries)?))"
    r"\s*[\]］]?\s*[>»›→]*\s*"
)
_ARROWS = (re.compile(r"\s*[>›→]\s*"), re.compile(r"\s*(?:>>|››|»)\s*"))
_ICON = re.compile(r"(?:^|[\s_-])next(?:$|[\s_-])", re.IGNORECASE)
"""A class or `rel` of a link without words."""


@dataclass(frozen=True, slots=True)
class FoundOnPage:
    """The page says it itself: by a script (TRS), a link 下一页, or page numbers. What most sites need."""

    def next_page(self, page: ListPage) -> str | None:
        """Ask the scripts first: where there is one, the link stands in no HTML."""
        return (
            page_by_call(page)
            or page_by_count(page)
            or page_by_link(page)
            or page_by_number(page)
            or page_by_arrow(page)
        )


FOUND_ON_PAGE = FoundOnPage()


def page_by_call(page: ListPage) -> str | None:
    """Return the next page after `createPageHTML(…)`.

    Two forms are known: `createPageHTML(12, 0, "index", "html")`, where the second page is index_1.html,
    and `createPageHTML("page_div", 12, 1, "list", "shtml", 240)`, where it is list_2.shtml. The function's
    own definition may stand above: `createPageHTML(_nPageCount, _nCurrIndex, …)` is no call.
    """
    calls = ([part.strip(" \t\r\n\"'") for part in call[1].split(",")] for call in _CALL.finditer(page.html))
    for arguments in calls:
        for first, told in enumerate((arguments, arguments[1:])):
            if len(told) >= 4 and all(map(_NUMBER.fullmatch, told[:2])):
                return _page_after(page, told, first)
    return None


def _page_after(page: ListPage, told: Sequence[str], first: int) -> str | None:
    total, current, name, extension = told[:4]
    here = _position(page.file_name, name, extension, first)
    following = (int(current) if here is None else here) + 1
    return (
        join_address(page.url, f"{name}_{following}.{extension}") if following < int(total) + first else None
    )


def page_by_count(page: ListPage) -> str | None:
    """Return the next page after `countPage = 22`: default.htm, default_1.htm … default_21.htm."""
    count = _COUNT.search(page.html)
    index = re.search(r"\bindex\.\w{2,5}\b", page.html)
    first = index[0] if index else "index.html"
    name = SUFFIXED.fullmatch(page.file_name or first)
    if not count or not name:
        return None
    following = int(name["number"] or 0) + 1
    further = f"{name['stem']}_{following}{name['extension']}"
    return join_address(page.url, further) if following < int(count[1]) else None


def page_by_link(page: ListPage) -> str | None:
    """Return where the link 下一页 leads: by an address or a script; its words may be a picture's."""
    for link in page.anchors:
        if _NEXT.fullmatch(_words(link)):
            url = page.target(link)
            return url if url != page.url else None
    return None


def page_by_arrow(page: ListPage) -> str | None:
    """Return where a link leads that is but an arrow; › before », which may be the last page's."""
    links = [(link, link.xpath("string()").get("")) for link in page.anchors]
    icons = [link for link, text in links if not text.strip() and _ICON.search(_class(link))]
    for arrow in [[link for link, text in links if form.fullmatch(text)] for form in _ARROWS] + [icons]:
        for link in arrow:
            if (url := page.target(link)) and url != page.url:
                return url
    return None


def _words(link: Selector) -> str:
    text: str = link.xpath("string()").get("")
    if text.strip():
        return text
    return link.attrib.get("title") or link.css("img::attr(alt)").get() or link.attrib.get("value", "")


def _class(link: Selector) -> str:
    return f"{link.attrib.get('class', '')} {link.attrib.get('rel', '')}"


def _position(file_name: str, name: str, extension: str, first: int) -> int | None:
    """Number of the page of this name; None when the name is not one of the list's."""
    if file_name in ("", f"{name}.{extension}"):
        return first
    return number_in(file_name, rf"{re.escape(name)}_(\d+)\.{re.escape(extension)}")
