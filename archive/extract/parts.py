"""The next page of an article that is split over several: 下一页, `x_2.shtml`, `createPageHTML(…)`."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from lxml import etree

from archive.addresses import join_address, split_address
from archive.extract.element_text import text_of
from archive.extract.file_links import resolve

_NEXT = re.compile(
    r"[\[【（(>»\s]*(?:下一?页|下頁|下一頁|后一?页|後一頁|next(?:\s+page)?|>{1,2}|»)[\]】）)>»\s]*",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"createPage(?:HTML)?\(\s*(?:[\"'](?P<id>[\w-]+)[\"']\s*,\s*)?(?P<total>\d{1,4})\s*,\s*(?P<current>\d{1,4})\s*,"
    r"\s*[\"'](?P<name>[\w-]+)[\"']\s*,\s*[\"'](?P<suffix>\w+)[\"']"
)
_PART_NUMBER = re.compile(r"(?:[_-]|(?<=/part)|(?<=/page))(?P<number>\d{1,2})$")
_NUMBER = re.compile(r"\d{1,9}")
_PAGE_NUMBERS = (
    *("page", "p", "pageno", "pagenum", "cpage", "currentpage"),
    *("pi", "pageindex", "pagenumber", "topage", "__pagenum"),
)


def find_next_part(tree: etree._Element, url: str, base_url: str, source: str) -> str | None:
    """Return the address of the next page of the same article, or None.

    A link must lead to the part that follows: 下一页 also stands for the next article of a list.
    """
    called = _from_call(source, url)
    if called:
        return called
    if "页" not in source and "頁" not in source:
        return None
    number = part_number(url)
    mark = _split(url)[0].rpartition("/")[2] or "?"
    for link in tree.iter("a"):
        href = link.get("href")
        leads_here = href and (mark in href or href[0] == "?")
        if leads_here and _is_next(_label(link), number):
            target = resolve(base_url, href)
            if target and follows(url, target):
                return target
    return None


def _label(link: etree._Element) -> str:
    """What the link reads, or its picture's alternative text."""
    text = text_of(link)
    pictures = link.iter("img") if not text else iter(())
    return text or next((alt for picture in pictures if (alt := picture.get("alt"))), "")


def _is_next(text: str, number: int) -> bool:
    return _NEXT.fullmatch(text) is not None or text.strip("[]【】 ") == str(number + 1)


def part_number(url: str) -> int:
    """Return which page of its article an address is, 1 for the first."""
    stem, number = _split(url)
    return number if stem else 1


def follows(url: str, target: str) -> bool:
    """Tell whether `target` is the next part: the same address but for a number that is one higher."""
    here, there = split_address(url), split_address(target)
    if here.netloc != there.netloc:
        return False
    if here.path == there.path:
        return _query_number(there.query) == _query_number(here.query) + 1 and _rest(here.query) == _rest(
            there.query
        )
    stem, number = _split(url)
    next_stem, next_number = _split(target)
    # Where the first part is x.shtml, the second is x_2 or, counted from 0, x_1.
    is_second = number == 1 and _whole_stem(url) == next_stem and next_number in (1, 2)
    return is_second or (stem == next_stem and next_number == number + 1)


def _from_call(source: str, url: str) -> str | None:
    """TRS counts from 0, its variant that names an element first counts from 1."""
    call = _CALL.search(source, max(0, source.find("createPage"))) if "createPage" in source else None
    if not call or call["name"] not in split_address(url).path:
        return None
    current = int(call["current"])
    if current + (0 if call["id"] else 1) >= int(call["total"]):
        return None
    return join_address(url, f"{call['name']}_{current + 1}.{call['suffix']}")


def _whole_stem(url: str) -> str:
    return split_address(url).path.rpartition(".")[0] or split_address(url).path


def _split(url: str) -> tuple[str, int]:
    """Split off the number of the part: /a/t1_2.shtml is part 2 of /a/t1, part2.htm of part."""
    stem = _whole_stem(url)
    match = _PART_NUMBER.search(stem)
    return (stem[: match.start()], int(match["number"])) if match else (stem, 1)


def _query_number(query: str) -> int:
    values = (value for name, value in parse_qsl(query) if name.lower() in _PAGE_NUMBERS)
    return next((int(value) for value in values if _NUMBER.fullmatch(value)), 1)


def _rest(query: str) -> list[tuple[str, str]]:
    return sorted(pair for pair in parse_qsl(query) if pair[0].lower() not in _PAGE_NUMBERS)
