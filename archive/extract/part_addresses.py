"""Which address is the next part of a text: the same but for a number that is one higher."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl

from archive.addresses import split_address

_PART_NUMBER = re.compile(
    r"(?:[_-]p?|(?<=/part)|(?<=/page)|/page/|(?<=\d)p|(?<=\w)\(|(?<=\w)\.)(?P<number>\d{1,2})\)?$"
)
_FOLDER_NUMBER = re.compile(r"(?<=[^/])(?<!/page)(?<!/part)/(?P<number>[2-9]|[1-9]\d)/?$")
_NUMBER = re.compile(r"\d{1,3}")
_PAGE_NUMBER = re.compile(r"\w*page(?!_?(?:id|size|count))\w*|p|pn|pi|pg", re.IGNORECASE)
"""Names of the parameter that counts a text's pages: page, PageNo, CurPage, ArticlePage, p.

Beside one of them p may be the text's own number: /?p=1234&page=2."""


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
        return _labels_by_query(here.query, there.query)
    if by_folder := _labels_by_folder(here.path, there.path):
        return by_folder
    stem, number = split_part(url)
    next_stem, next_number = split_part(target)
    # Where the first part is x.shtml, the second is x_2 or, counted from 0, x_1.
    if _whole_stem(url) == next_stem and next_number in (1, 2):
        return (2,)
    return (next_number, next_number + 1) if stem == next_stem and next_number == number + 1 else ()


def may_be_other_text(target: str) -> bool:
    """Tell whether a next part is one like /a/3/, which may as well be another text than /a/2/."""
    numbered = _FOLDER_NUMBER.search(split_address(target).path)
    return numbered is not None and int(numbered["number"]) > 2


def name_of_parts(url: str) -> str:
    """Return what the paths of all parts of a text hold: the name of its first one, without an ending."""
    path = split_address(url).path
    numbered = _FOLDER_NUMBER.search(path)
    stem = path[: numbered.start()] if numbered else split_part(url)[0]
    return stem.rpartition("/")[2]


def split_part(url: str) -> tuple[str, int]:
    """Split off the number of the part: /a/t1_2.shtml is part 2 of /a/t1, part2.htm of part."""
    stem = _whole_stem(url)
    match = _PART_NUMBER.search(stem)
    return (stem[: match.start()], int(match["number"])) if match else (stem, 1)


def _whole_stem(url: str) -> str:
    """Return the path of an address without the ending of its file's name."""
    path = split_address(url).path
    folder, _, name = path.rstrip("/").rpartition("/")
    return f"{folder}/{name.rpartition('.')[0] or name}"


def _labels_by_folder(here: str, there: str) -> tuple[int, ...]:
    """WordPress numbers the parts of /slug/ as folders in it: /slug/2/, /slug/3/."""
    match = _FOLDER_NUMBER.search(there)
    if not match:
        return ()
    folder, number = there[: match.start()], int(match["number"])
    before = folder if number == 2 else f"{folder}/{number - 1}"
    return (number,) if here.rstrip("/") == before else ()


def _labels_by_query(here: str, there: str) -> tuple[int, ...]:
    ours, theirs = dict(parse_qsl(here)), dict(parse_qsl(there))
    changed = [name for name in theirs if theirs[name] != ours.get(name)]
    if len(changed) != 1 or not _PAGE_NUMBER.fullmatch(changed[0]) or not ours.keys() <= theirs.keys():
        return ()
    before, number = _number(ours.get(changed[0])), _number(theirs[changed[0]])
    return (number,) if number == before + 1 else ()


def _number(printed: str | None) -> int:
    """The first part has none."""
    return int(printed) if printed and _NUMBER.fullmatch(printed) else 1
