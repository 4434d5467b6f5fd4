"""What a numbered abbreviation stands for, where the text says so.

“三敬畏”，即敬畏生命、敬畏规程、敬畏制度     “四防”（防火、防冻、防滑）     “四清楚”：任务清楚、现场清楚……
本质安全型、质量效益型……“五型企业”           “四个到位”……一是组织领导到位。二是……
"""

from __future__ import annotations

import re

from archive.catalogue.formulas.numbered import NUMBERS
from archive.catalogue.text import Span, Text

_MEMBERS = r"[^、,;。:()\n]{2,30}(?:[、,;][^、,;。:()\n]{1,30}){1,11}"
_CLOSED = r"[”\"」』’']?[㐀-鿿]{0,6}?"
_AFTER = re.compile(
    rf"{_CLOSED}(?:"
    rf"\((?P<bracketed>{_MEMBERS})\)"
    rf"|[,:(—]{{0,2}}(?:也就是|即|就是|是指|指的是|分别是|分别为)[:,]?(?P<told>{_MEMBERS})"
    rf"|:\n?(?P<listed>{_MEMBERS})(?=[。\n)]|$))"
)
_NUMBER_OF_ITEM = "一二三四五六七八九十"
_ITEMS_NEAR = 80
_LONGEST_ITEM = 200
_BEFORE = re.compile(
    r"(?P<list>(?:[㐀-鿿]{2,14}、)+[㐀-鿿]{2,12}?)(?:[”\"」’][㐀-鿿]{0,4})?,?(?:[即的]|简称)?[“\"「『‘']$"
)
_LONGEST_BEFORE = 120


def find_expansion(text: Text, start: int, end: int) -> Span | None:
    """Return where the expansion of the abbreviation at `start` to `end` stands; None where none is sure."""
    after = _AFTER.match(text.folded, end)
    if after and after.lastgroup:
        return after.span(after.lastgroup)
    return _enumerated(text.folded, start, end) or _before(text.folded, start)


def _enumerated(folded: str, start: int, end: int) -> Span | None:
    """一是……二是……三是……, as many as the name counts."""
    count = _count(folded[start:end])
    first = folded.find("一是", end, end + _ITEMS_NEAR)
    place = first
    for number in _NUMBER_OF_ITEM[1:count]:
        place = folded.find(f"{number}是", place, place + _LONGEST_ITEM) if place >= 0 else place
    if first < 0 or place < 0 or count < 2:
        return None
    stop = re.compile(r"[。;\n]|$").search(folded, place)
    return first, stop.start() if stop else len(folded)


def _before(folded: str, start: int) -> Span | None:
    """A list right before the name, that has as many members as the name counts."""
    begin = max(0, start - _LONGEST_BEFORE)
    found = _BEFORE.search(folded[begin:start])
    if found is None or found["list"].count("、") + 1 != NUMBERS.get(folded[start], 0):
        return None
    return begin + found.start("list") + _lead(found["list"]), begin + found.end("list")


def _lead(members: str) -> int:
    """How much of the first member is the verb before the list: 建设|安全型、效益型、和谐型."""
    first, *others = (len(member) for member in members.split("、"))
    return max(0, first - others[0]) if len(set(others)) == 1 else 0


def _count(name: str) -> int:
    numbers = [NUMBERS[letter] for letter in name if letter in NUMBERS]
    return numbers[0] if len(numbers) == 1 else 0
