"""The title of an article, as the page prints it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from archive.byline import parse_byline
from archive.extract.element_text import text_of
from archive.extract.layout import Layout, Line
from archive.extract.site_names import is_named_as_site, is_site_of, names_site, split_site_name
from archive.extract.title_places import (
    CRUMB,
    NAMED,
    PlacedTitle,
    find_above_text,
    find_by_place,
    is_document_number,
)

_RANKS = {"h1": 3.0, "h2": 2.0, "h3": 1.0}
_LINK_COST = _RANKS["h1"]
"""Of a heading that is a link: no more is left of it than of a line that is none."""
_SHORTEST_LINKED = 6
_LEAST_SCORE = 2.9
"""Just below that of an `<h1>` that nothing else supports."""
_LONGEST = 90
_MOST_LINES = 4
_LONGEST_HEAD = 2_000
"""A `<title>` that is never closed takes in the whole page."""
_SHORTEST_BEHIND_COLUMN, _LONGEST_COLUMN = 6, 12
"""Characters of a title that stands behind a column in its heading, and of such a column."""
_SHORTEST_HEAD = 4
"""A shorter title of a whole page (显示) names its program."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
"""Some programs put the heading's markup into `<title>`, where it is text."""
_OF_PROGRAM = re.compile(
    r"(?:new page|untitled(?: document)?|无标题(?:文档|页)?|新建网页|网页标题)[\s\d]*", re.IGNORECASE
)
_BY_PROGRAM = re.compile(r"[\s_|–-]*powered by\b.*$", re.IGNORECASE)
_ORNAMENT = " :：★☆◆◇■□●○※=~～"
"""::: 青山煤矿 ::: and ★ 青山煤矿 ★, around the titles of old pages."""
_ENGLISH = re.compile("[A-Za-z][^一-鿿]* [^一-鿿]*")


class Title(NamedTuple):
    """A title and where it is printed."""

    text: str | None
    lines: range = range(0)
    """Numbers of the lines that hold it; empty where it was taken from the page's head."""
    site_name: str | None = None
    """What the head's title adds to the article's."""
    head: str = ""
    """The text of `<title>`, empty where there is none or the editor's program set it."""


def find_title(layout: Layout, tree: etree._Element, stated: str | None = None) -> Title:
    """Return the title; `stated` is what meta tags give. Lines of one title are joined as they are."""
    head = _head_title(tree)
    name, site = split_site_name(head)
    best, best_score = -1, _LEAST_SCORE
    for number in _candidates(layout, head, stated):
        score = _score(layout, layout.lines[number], head, stated)
        if score > best_score:
            best, best_score = number, score
    if best < 0 and site and len(name) >= _SHORTEST_BEHIND_COLUMN:
        best = _heading_of(layout, name)
    if not stated and (best < 0 or (layout.lines[best].text == head and names_site(head))):
        placed = _as_placed(find_by_place(layout), head)
        if placed:
            return placed
    if best < 0:
        return Title(stated or (name if len(name) >= _SHORTEST_HEAD else None), site_name=site, head=head)
    lines = _whole_title(layout, best, head)
    text = "".join(line.text for line in layout.lines[lines.start : lines.stop])
    return Title(text, lines, site if name and _plain(name) in _plain(text) else None, head)


def title_above_text(layout: Layout, title: Title, first: int) -> Title:
    """Return the title that stands above line `first`, where the text begins, if `title` is of no line.

    On some pages what comes first that is dated, or prose, is of a banner or a sidebar.
    """
    return title if title.lines else _as_placed(find_above_text(layout, first), title.head) or title


def _as_placed(placed: PlacedTitle | None, head: str) -> Title | None:
    """Return a title found by its place, unless the head has one that is longer; None without one."""
    name = split_site_name(head)[0]
    is_site = is_named_as_site(name)
    if placed and (is_site or len(name) < len(placed.text)):
        return Title(placed.text, placed.lines, head if is_site else None, head)
    return None


def _heading_of(layout: Layout, name: str) -> int:
    """Return the heading that prints a column, 【班组风采】, before the head's title; -1 where none does."""
    for number, line in enumerate(layout.lines):
        is_heading = layout.boxes[line.box].tag in _RANKS and not line.is_link
        if is_heading and line.text.endswith(name) and len(line.text) <= len(name) + _LONGEST_COLUMN:
            return number
    return -1


def _head_title(tree: etree._Element) -> str:
    """Return the text of `<title>`, empty where there is none or the editor's program set it."""
    element = tree.find(".//title")
    text = text_of(element) if element is not None else ""
    if len(text) > _LONGEST_HEAD:
        text = text.partition("<")[0][:_LONGEST_HEAD]
    text = _TAG.sub("", text)
    text = _without_ornament(_BY_PROGRAM.sub("", text))
    return "" if _OF_PROGRAM.fullmatch(text) or is_document_number(text) else text


def _without_ornament(text: str) -> str:
    """Cut what adorns a text on both its sides; on one it may be the text's own (★ before a column)."""
    is_on_both = text[:1] in _ORNAMENT and text[-1:] in _ORNAMENT
    return text.strip(_ORNAMENT) if is_on_both else text


def _candidates(layout: Layout, head: str, stated: str | None) -> list[int]:
    """Return the numbers of the headings and of what the head names: nothing else reaches the least score."""
    boxes, named = layout.boxes, f"{head}\n{stated or ''}"
    return [
        number
        for number, line in enumerate(layout.lines)
        if line.text in named or boxes[line.box].tag in _RANKS
    ]


def _score(layout: Layout, line: Line, head: str, stated: str | None) -> float:
    text = line.text
    box = layout.boxes[line.box]
    rank = _RANKS.get(box.tag, 0.0)
    is_link = line.is_link
    if not (2 if rank else 4) <= len(text) <= _LONGEST or CRUMB.search(text):
        return 0.0
    if is_link and not (rank and _names_page(text, head, stated)):
        return 0.0
    score = rank - is_link * _LINK_COST + 0.5 * line.bold + (1.5 if NAMED.search(box.marks) else 0.0)
    if stated and text in stated:
        score += 4 * len(text) / len(stated)
    if text in head and (rank or len(text) > 5 or (text != head and head.endswith(text))):
        score += 3 + 2 * len(text) / len(head) - (5 if is_site_of(text, head) else 0)
    # A title's translation is longer than the title.
    return score - 3 * ("。" in text) - 2 * (_is_english(text) and not _is_english(head))


def _names_page(text: str, head: str, stated: str | None) -> bool:
    """Tell whether a link's text is what the head calls the page: blogs link a text's heading to itself."""
    is_of_head = text == stated or head.startswith(text) or head.endswith(text)
    return is_of_head and len(text) >= _SHORTEST_LINKED and not is_named_as_site(text)


def _whole_title(layout: Layout, best: int, head: str) -> range:
    """Take in the lines that are the best one's other half: in one heading, or in the head's title."""
    lines, first, end = layout.lines, best, best + 1
    box = lines[best].box
    heading = box if layout.boxes[box].tag in _RANKS else -1
    while end < len(lines) and end - first < _MOST_LINES and _is_one(lines[first : end + 1], head, heading):
        end += 1
    while first > 0 and end - first < _MOST_LINES and _is_one(lines[first - 1 : end], head, heading):
        first -= 1
    return range(first, end)


def _is_one(lines: Sequence[Line], head: str, heading: int) -> bool:
    """Tell whether `lines` are one title; `heading` is the number of a heading's box, -1 outside of one."""
    is_heading = heading >= 0 and all(line.box == heading for line in lines)
    if not is_heading and (not head or _plain("".join(line.text for line in lines)) not in _plain(head)):
        return False
    return not _is_translated(lines) and all(parse_byline(line.text) is None for line in lines)


def _is_translated(lines: Sequence[Line]) -> bool:
    """Tell whether some of the lines are English and others are not: a title and its translation."""
    return len({_is_english(line.text) for line in lines}) > 1


def _is_english(text: str) -> bool:
    """Tell whether a text is words without any Han."""
    return _ENGLISH.fullmatch(text) is not None


def _plain(text: str) -> str:
    return "".join(text.split())
