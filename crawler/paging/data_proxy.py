"""Paging by Hanweb JPage's data proxy, which answers rows of a list as XML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlunsplit

from archive.addresses import join_address, split_address
from crawler.paging.forms import form_address, form_of, without_form
from crawler.paging.list_page import ListPage

_PROXY = re.compile(r"[\"']([^\"'<>]*dataproxy\.jsp[^\"'<>]*)[\"']")
_TOTAL = re.compile(r"totalrecord[\"']?\s*[>:=]\s*[\"']?(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DataProxy:
    """`dataproxy.jsp?startrecord=76&endrecord=150&perpage=25`, posted; the answer tells how many rows exist.

    The list's page holds the first rows, and names the proxy with the fields that it wants.
    """

    rows: int = 75
    """How many are asked for at a time: three pages of the list."""

    def next_page(self, page: ListPage) -> str | None:
        """Return the proxy's address of the rows that follow, None behind the last."""
        here = dict(parse_qsl(split_address(without_form(page.url)).query))
        if "startrecord" not in here:
            return self._first(page)
        start, total = int(here["endrecord"]) + 1, _TOTAL.search(page.html)
        if not total or start > int(total[1]):
            return None
        return self._rows_from(start, without_form(page.url), form_of(page.url) or {})

    def _first(self, page: ListPage) -> str | None:
        """From row 1 on, since the page does not say how many rows it shows; those known cost nothing."""
        proxy = _PROXY.search(page.html)
        url = join_address(page.url, unescape(proxy[1])) if proxy else None
        if url is None:
            return None
        fields = dict(parse_qsl(split_address(url).query, keep_blank_values=True))
        return self._rows_from(1, url, fields)

    def _rows_from(self, start: int, proxy: str, fields: dict[str, str]) -> str:
        query = {"startrecord": start, "endrecord": start + self.rows - 1, "perpage": self.rows // 3}
        return form_address(urlunsplit(split_address(proxy)._replace(query=urlencode(query))), fields)
