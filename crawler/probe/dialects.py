"""Which paging dialect a list may have: what its source hints at first, then what can only be tried."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.paging import (
    FOUND_ON_PAGE,
    CountDown,
    DataProxy,
    ListPage,
    Numbered,
    Paging,
    Postback,
    Query,
    Suffixed,
)

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
    for name in _PARAMETERS:
        if re.search(rf"[?&;]{name}=", page.html + page.url):
            yield Dialect(Query(name), f'Query("{name}")')
    yield from _numbered(page)
    yield from _suffixed(page, extensions)


def _counted_down(page: ListPage) -> Iterator[Dialect]:
    stem = re.search(r"(index_\d+_)\d+\.(s?html?)", page.html)
    if stem and "maxPageNum" in page.html:
        form, total = rf"index_\d+_(\d+)\.{stem[2]}", r"maxPageNum\d*\s*=\s*[\"']?(\d+)"
        yield Dialect(CountDown(form, total), f'CountDown(r"{form}", total=r"""{total}""")')


def _numbered(page: ListPage) -> Iterator[Dialect]:
    """`list-60-1.html`: the first page has its number already."""
    match = re.fullmatch(r"(.*[-_])0?1(\.\w+)", page.file_name)
    if match:
        form = f"{match[1]}{{}}{match[2]}"
        yield Dialect(Numbered(form), f"Numbered({json.dumps(form)})")


def _suffixed(page: ListPage, extensions: tuple[str, ...]) -> Iterator[Dialect]:
    """Most of these can only be tried."""
    for extension in extensions if not page.file_name else ("html",):
        index = f"index.{extension}"
        named = "" if index == "index.html" else f", index={json.dumps(index)}"
        for second in (2, 1):
            source = f"Suffixed(second={second}{named})" if second == 1 else f"Suffixed({named[2:]})"
            yield Dialect(Suffixed(second=second, index=index), source)
    stem = re.fullmatch(r"([a-z]+)(\.\w+)", page.file_name)
    if stem:
        form = f"{stem[1]}{{}}{stem[2]}"
        yield Dialect(Numbered(form), f"Numbered({json.dumps(form)})")
