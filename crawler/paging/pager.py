"""The page numbers under a list, `[1] [2] [3]` or 第2页 in a box to choose from: which is the next one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from crawler.paging.list_page import MOST_LINKS, ListPage

_NUMBER = re.compile(r"\s*[\[［(（【]?\s*第?\s*(\d{1,5})\s*[页頁]?\s*[\]］)）】]?\s*")
_DIGITS = re.compile(r"\d{1,9}")
_UNKNOWN = -1
_ENOUGH, _MOST_PAGERS = 9, 3
"""Numbers that show what a pager counts, and pagers of a page that are looked at."""
_LINKS = (
    "(//a[@href or @onclick]"
    "[not(ancestor::*[contains(@class, 'calendar') or contains(@id, 'calendar')])] | //option[@value])"
    f"[position() <= {MOST_LINKS}]"
)


def page_by_number(page: ListPage) -> str | None:
    """Return where the number that follows this page's own leads; None where there is none, or no pager."""
    links = [(url, link) for link in page.selector.xpath(_LINKS) if (url := page.target(link))]
    pagers: dict[str, dict[int, str]] = {}
    for url, link in links:
        if number := _NUMBER.fullmatch(link.xpath("string()").get("")):
            pagers.setdefault(_shape(url), {}).setdefault(int(number[1]), url)
    for numbers in sorted(pagers.values(), key=len, reverse=True)[:_MOST_PAGERS]:
        following = _here(page.url, numbers) + 1
        counted = (url for url, _ in links if _counted(url, numbers) == following)
        url = numbers.get(following) or next(counted, None)
        if url and url != page.url:
            return url
    return None


def _shape(url: str) -> str:
    """The addresses of one pager differ in numbers only."""
    return _DIGITS.sub("0", url)


def _digits(url: str) -> list[int]:
    return [*map(int, _DIGITS.findall(url))]


def _here(url: str, numbers: Mapping[int, str]) -> int:
    """The page's own number: its link's, that of its address, or the one missing in the row."""
    linked = next((number for number, address in numbers.items() if address == url), None)
    own = linked or _counted(url, numbers)
    if own is not None:
        return own
    missing = [number for number in range(min(numbers), max(numbers)) if number not in numbers]
    if len(missing) == 1:
        return missing[0]
    return 1 if 2 in numbers and (len(numbers) > 1 or _counted(numbers[2], numbers) == 2) else _UNKNOWN


def _counted(url: str, numbers: Mapping[int, str]) -> int | None:
    """The number of the page at an address, by what the addresses of numbered pages have in common.

    They count pages, from 0 or 1, or down, or rows (`start=40`).
    """
    if _shape(url) != _shape(next(iter(numbers.values()))):
        return None
    rows = [(number, _digits(address)) for number, address in islice(numbers.items(), _ENOUGH)]
    for place, value in enumerate(_digits(url)):
        row = {number: found[place] for number, found in rows}
        step, start = _line(row)
        if step and all(start + step * number == at for number, at in row.items()):
            number, rest = divmod(value - start, step)
            return number if not rest and number > 0 else None
    return None


def _line(row: Mapping[int, int]) -> tuple[int, int]:
    """Step and start of `start + step * number`; a step of 0 where the place counts nothing."""
    (number, value), *others = row.items()
    if not others:
        return (1, value - number) if value - number in (0, -1) else (0, 0)
    step, rest = divmod(others[0][1] - value, others[0][0] - number)
    return (0 if rest else step), value - step * number
