"""The next page of an article that is split over several: 下一页, `x_2.shtml`, `createPageHTML(…)`."""

from __future__ import annotations

import re
from collections.abc import Container

from lxml import etree

from archive.addresses import join_address, split_address
from archive.extract.element_text import text_of
from archive.extract.file_links import resolve
from archive.extract.part_addresses import labels_of_next, may_be_other_text, name_of_parts
from archive.fold import fold

_NEXT = re.compile(
    r"(?:下|后)一?[页节]|(?:余下|剩余|后续)(?:全文|内容|部分|\d+%)|继续阅读|(?:阅读|查看|显示|展开)全文|接着看"
    r"|\bnext\b|^\W*>{1,2}\W*$|^\W*»\W*$"
)
_OTHER_TEXT = re.compile("[篇条则]|上一|前一")
"""下一篇 leads to another text."""
_COUNTED = re.compile(r"\W*第?\W*(?P<number>\d{1,2}|[二三四五六七八九十])\W*[页节]?\W*(?:[页节]:.*)?")
_LONGEST_LABEL = 40
_HAN_NUMBERS = "〇一二三四五六七八九十"
_CALL = re.compile(
    r"createPage(?:HTML)?\(\s*(?:[\"'](?P<id>[\w-]+)[\"']\s*,\s*)?(?P<total>\w{1,40})\s*,\s*(?P<current>\w{1,40})\s*,"
    r"\s*[\"'](?P<name>[\w-]+)[\"']\s*,\s*[\"'](?P<suffix>\w+)[\"']"
)
_COUNTER = re.compile(r"\bcurrentPage\s*=\s*(?P<current>\d{1,4})\b")
_COUNT = re.compile(r"\bcountPage\s*=\s*(?P<total>\d{1,4})\b")
_CLICK = re.compile(r"location(?:\.href)?\s*=\s*[\"'](?P<target>[^\"']+)[\"']", re.IGNORECASE)
_LINKS = ("a", "link", "option", "input", "button")


def find_next_part(tree: etree._Element, url: str, base_url: str, source: str) -> str | None:
    """Return the address of the next page of the same article, or None.

    A link must lead to the part that follows: 下一页 also stands for the next article of a list. To
    /a/3/ from /a/2/, which may be two articles, only its number leads.
    """
    if called := _from_call(source, url) or _from_counter(source, url):
        return called
    name = name_of_parts(url)
    if name not in source and not split_address(url).query:
        return None  # as of most pages, and found sooner than all their links
    mark = (name or "?").lower()
    for link in tree.iter(*_LINKS):
        address = _address(link)
        if not address or not (mark in address.lower() or address[0] == "?"):
            continue
        target = resolve(base_url, address)
        if target and _leads_on(link, url, target):
            return target
    return None


def _leads_on(link: etree._Element, url: str, target: str) -> bool:
    """Tell whether a link to `target` leads to the part that follows the one at `url`, and says so."""
    numbers = labels_of_next(url, target)
    if not numbers:
        return False
    says_so = _is_number if may_be_other_text(target) else _is_next
    return says_so(_label(link), numbers)


def _address(link: etree._Element) -> str | None:
    """Where a link, a choice from a list or a button leads."""
    stated = link.get("href") or (link.get("value") if link.tag == "option" else None)
    if stated and not stated.lower().startswith("javascript"):
        return stated.strip() or None
    clicked = _CLICK.search(f"{stated or ''} {link.get('onclick') or ''}")
    return clicked["target"] if clicked else None


def _label(link: etree._Element) -> str:
    """The first that shows anything: what it reads, its picture's text, its tip, a button's words."""
    pictures = (picture.get("alt") for picture in link.iter("img"))
    named = (link.get(name) for name in ("title", "value", "rel"))
    return next(filter(None, (text_of(link), *pictures, *named)), "")


def _is_next(label: str, numbers: Container[int]) -> bool:
    """Tell whether a label says that it leads to the next part, in words or by one of its numbers."""
    told = fold(label)
    if len(told) > _LONGEST_LABEL or _OTHER_TEXT.search(told):
        return False
    return _NEXT.search(told) is not None or _is_number(label, numbers)


def _is_number(label: str, numbers: Container[int]) -> bool:
    counted = _COUNTED.fullmatch(fold(label)) if len(label) <= _LONGEST_LABEL else None
    return counted is not None and _read(counted["number"]) in numbers


def _read(number: str) -> int:
    return int(number) if number.isascii() else _HAN_NUMBERS.index(number)


def _from_call(source: str, url: str) -> str | None:
    """TRS counts from 0, its variant that names an element first counts from 1."""
    call = _CALL.search(source, max(0, source.find("createPage"))) if "createPage" in source else None
    if not call or call["name"] not in split_address(url).path:
        return None
    current, total = _value(source, call["current"]), _value(source, call["total"])
    if current is None or total is None or current + (0 if call["id"] else 1) >= total:
        return None
    return join_address(url, f"{call['name']}_{current + 1}.{call['suffix']}")


def _value(source: str, argument: str) -> int | None:
    """A number, or what the variable of that name is set to."""
    if not argument.isdigit():
        stated = re.search(rf"\b{argument}\s*=\s*[\"']?(\d{{1,4}})\b", source)
        return int(stated[1]) if stated else None
    return int(argument)


def _from_counter(source: str, url: str) -> str | None:
    """The older pager of TRS, a script of its own on each page, that writes `x_` before the number."""
    count = _COUNT.search(source, max(0, source.find("countPage") - 1)) if "countPage" in source else None
    counter = _COUNTER.search(source) if count else None
    name, dot, suffix = split_address(url).path.rpartition("/")[2].rpartition(".")
    current = int(counter["current"]) if counter else 0
    stem = name.removesuffix(f"_{current}") if current else name
    if not count or not dot or current + 1 >= int(count["total"]) or f"{stem}_" not in source:
        return None
    return join_address(url, f"{stem}_{current + 1}.{suffix}")
