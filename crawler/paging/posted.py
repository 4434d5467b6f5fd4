"""Paging by a form that is posted: the answer has no address of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.paging.forms import form_address, form_of
from crawler.paging.list_page import ListPage

_TOTAL = re.compile(r"(?:共|/)\s*(\d{1,9})\s*[页頁]")
_EVENT = re.compile(
    r"__doPostBack\(\s*(?:'|&#39;)([^'&]+)(?:'|&#39;)\s*,\s*(?:'|&#39;)((?:Page\$)?\d{1,9})(?:'|&#39;)"
)


@dataclass(frozen=True, slots=True)
class Posted:
    """A form field carries the number: `PageSizeIndex=2` (安徽国资委)."""

    field: str
    first: int = 1

    def next_page(self, page: ListPage) -> str | None:
        """Count the field up, to the count of pages where the page prints one."""
        form = form_of(page.url) or {}
        number = int(form.get(self.field, self.first)) + 1
        total = _TOTAL.search(page.html)
        if total and number > int(total[1]) - 1 + self.first:
            return None
        return form_address(page.url, {**form, self.field: str(number)})


@dataclass(frozen=True, slots=True)
class Postback:
    """ASP.NET's `__doPostBack('AspNetPager1','2')`, of a GridView `('GridView1','Page$2')`, with the view
    state of the page that was shown before.

    The address names the event alone; the view states that a run keeps complete it.
    """

    def next_page(self, page: ListPage) -> str | None:
        """Return the event of the page that follows, if a link of the pager fires it."""
        number = _number((form_of(page.url) or {}).get("__EVENTARGUMENT", "1")) + 1
        for target, argument in _EVENT.findall(page.html):
            if _number(argument) == number:
                return form_address(page.url, {"__EVENTTARGET": target, "__EVENTARGUMENT": argument})
        return None


def _number(argument: str) -> int:
    return int(argument.removeprefix("Page$"))
