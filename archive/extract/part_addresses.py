"""Which address is the next part of a text: the same but for a number that is one higher."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from archive.addresses import split_address

_PART_NUMBER = re.compile(
    r"(?:[_-]p?|(?<=/part)|(?<=/page)|/page/|(?<=\d)p|(?<=\w)\(|(?<=\w)\.)(?P<number>\d{1,2})\)?$"
)
_NUMBER = re.compile(r"\d{1,9}")
_PAGE_NUMBER = re.compile(r"\w*page(?!_?(?:id|size|count))\w*|p|pn|pi|pg", re.IGNORECASE)
"""Names of the parameter that counts a text's pages: page, PageNo, CurPage, ArticlePage, p."""


def labels_of_next(url: str, target: str) -> tuple[int, ...]:
    """Return how `target` may be numbered where it is the next part of the text at `url`; nothing where not.

    It is the same address but for a number that is one higher. Servers whose pages were written by hand did
    not mind the case of letters.
    """
    url, target = url.lower(), target.lower()
    here, there = split_address(url), split_address(target)
    if here.netloc != there.netloc:
        return ()
    if here.path == there.path:
        number = _query_number(there.query)
        is_next = number == _query_number(here.query) + 1 and _rest(here.query) == _rest(there.query)
        return (number,) if is_next else ()
    stem, number = split_part(url)
    next_stem, next_number = split_part(target)
    # Where the first part is x.shtml, the second is x_2 or, counted from 0, x_1.
    if whole_stem(url) == next_stem and next_number in (1, 2):
        return (2,)
    return (next_number, next_number + 1) if stem == next_stem and next_number == number + 1 else ()


def split_part(url: str) -> tuple[str, int]:
    """Split off the number of the part: /a/t1_2.shtml is part 2 of /a/t1, part2.htm of part."""
    stem = whole_stem(url)
    match = _PART_NUMBER.search(stem)
    return (stem[: match.start()], int(match["number"])) if match else (stem, 1)


def whole_stem(url: str) -> str:
    """Return the path of an address without the ending of its file's name."""
    path = split_address(url).path
    folder, _, name = path.rstrip("/").rpartition("/")
    return f"{folder}/{name.rpartition('.')[0] or name}"


def _query_number(query: str) -> int:
    values = (value for name, value in parse_qsl(query) if _PAGE_NUMBER.fullmatch(name))
    return next((int(value) for value in values if _NUMBER.fullmatch(value)), 1)


def _rest(query: str) -> list[tuple[str, str]]:
    return sorted(pair for pair in parse_qsl(query) if not _PAGE_NUMBER.fullmatch(pair[0]))
