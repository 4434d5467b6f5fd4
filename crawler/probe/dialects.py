"""Which paging dialect a list may have: what its source hints at first, then what can only be tried."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from archive.addresses import split_address
from crawler.paging import (
    FOUND_ON_PAGE,
    CountDown,
    DataProxy,
    ListPage,
    Numbered,
    Paging,
    Postback,
    Posted,
    Query,
    Suffixed,
)
from crawler.paging.forms import form_of, without_form

_PARAMETERS = ("page", "pageNo", "pageNum", "pageno", "pagenum", "p", "pi", "topage", "curpage", "PageIndex")


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way to page, and how a site file says so."""

    paging: Paging
    source: str = ""
    """Python; empty for the default."""


def dialects(page: ListPage, extensions: tuple[str, ...]) -> Iterator[Dialect]:
    """Yield what to try, likeliest first; `extensions` are those of the site's lists and articles."""
    yield Dialect(FOUND_ON_PAGE)
    if "dataproxy.jsp" in page.html:
        yield Dialect(DataProxy(), "DataProxy()")
    if "__doPostBack" in page.html:
        yield Dialect(Postback(), "Postback()")
    yield from _counted_down(page)
    yield from _posted(page)
    for name in _counting(page):
        yield Dialect(Query(name), f"Query({json.dumps(name)})")
    yield from _numbered(page)
    yield from _suffixed(page, extensions)


def _posted(page: ListPage) -> Iterator[Dialect]:
    for name, value in (form_of(page.url) or {}).items():
        if value in ("0", "1"):
            yield Dialect(Posted(name), f"Posted({json.dumps(name)})")


def _counting(page: ListPage) -> Iterator[str]:
    """Names of fields that may count pages.

    Those of the list's own address that are 0 or 1, that of a box to write 第 … 页 into, and the usual.
    """
    own = parse_qsl(split_address(without_form(page.url)).query)
    yield from (name for name, value in own if value in ("0", "1"))
    boxes = page.selector.xpath("//form[contains(., '页')]//input[@name and not(@type='hidden')]/@name")
    yield from boxes.getall()[:1]
    yield from (name for name in _PARAMETERS if re.search(rf"[?&;]{name}=", page.html + page.url))


def _counted_down(page: ListPage) -> Iterator[Dialect]:
    stem = re.search(r"(index_\d+_)\d+\.(s?html?)", page.html)
    if stem and "maxPageNum" in page.html:
        form, total = rf"index_\d+_(\d+)\.{stem[2]}", r"maxPageNum\d*\s*=\s*[\"']?(\d+)"
        yield Dialect(CountDown(form, total), f'CountDown(r"{form}", total=r"""{total}""")')


def _numbered(page: ListPage) -> Iterator[Dialect]:
    """`list-60-1.html`: the first page has its number already."""
    match = re.fullmatch(r"([^{}]*[-_]|)0?1(\.\w+|)", page.file_name)
    if match:
        form = f"{match[1]}{{}}{match[2]}"
        yield Dialect(Numbered(form), f"Numbered({json.dumps(form)})")


def _suffixed(page: ListPage, extensions: tuple[str, ...]) -> Iterator[Dialect]:
    """Most of these can only be tried; index_1.html first, since index_2.html may be the third page."""
    for extension in extensions if not page.file_name else ("html",):
        index = f"index.{extension}"
        named = "" if index == "index.html" else f", index={json.dumps(index)}"
        for second in (1, 2):
            source = f"Suffixed(second={second}{named})" if second == 1 else f"Suffixed({named[2:]})"
            yield Dialect(Suffixed(second=second, index=index), source)
    stem = re.fullmatch(r"([a-z]+)(\.\w+)", page.file_name)
    if stem:
        form = f"{stem[1]}{{}}{stem[2]}"
        yield Dialect(Numbered(form), f"Numbered({json.dumps(form)})")
