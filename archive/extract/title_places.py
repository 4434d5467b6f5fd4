"""A title by its place alone: where a page's head names only the site, as on most pages before 2005."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from archive.byline import parse_below_title, parse_byline, read_loose, read_pairs
from archive.extract.body.phrases import is_button, opens_tail
from archive.extract.body.weights import PROSE_LINE, weigh
from archive.extract.layout import Layout, Line
from archive.fold import fold
from archive.model import FieldName
from archive.outline import heading_level

CRUMB = re.compile(r">|»|›|位置[：:]")
NAMED = re.compile(r"title|headline|biaoti|[\s_-]bt\b|[\s_-]tit\b|cotitle")
"""In the class or id of a title's box."""
_OF_BOARD = re.compile(r"标\s*题\s*:\s*(?=\S)")
"""Boards on Unix hosts print 发信人, 标题 and 发信站 above each post."""
_SENDER = re.compile(r"发信人\s*:")
_NO_TITLE = re.compile(r"[。；;|]|[,，:：]$|^[(（【\[—]|^--|首页|版权所有")
_NUMBER_OF_DOCUMENT = re.compile(r"[一-鿿]{1,12}[(\[〔【]\d{2,4}[)\]〕】]第?\d{1,5}号")
_GOES_ON = re.compile("^关于|[的和与及、]$")
"""The first half of a document's title that is set in two lines."""
_NAMES_UNIT = re.compile(r"(?:组|会|室|公司|集团)$")
_TELLS = re.compile("[召举][开行办]|成立|组建|参[加观]|出席|走[进访]|慰问|[荣喜]获|当选|我|赴|为|对|到|在")
"""A unit's name has no verb: 我段召开学习交流会 is no unit."""
_DIGIT = re.compile(r"\d")
_HAN = re.compile("[一-鿿]")
"""A title has some: 2003年5月 is none."""
_FIRST_LINES = 60
_LINES_ABOVE, _LINES_ABOVE_TEXT = 3, 8
_SHORTEST, _LONGEST = 4, 60
_SHORTEST_BOLD = 2
"""Directly above a dated byline: 通报."""
_SHORTEST_NAMED, _SHORTEST_ALONE = 6, 8
"""A shorter one is a channel's name."""
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "center", "th"))

_OWN_HEADINGS = frozenset(("h1", "h2"))
"""Blogs link them to the very page."""


class PlacedTitle(NamedTuple):
    """A title and the lines that hold it."""

    text: str
    lines: range


def find_by_place(layout: Layout) -> PlacedTitle | None:
    """Return the title of a board's post, else what is set apart just above the byline or the text."""
    for number, line in enumerate(layout.lines[:_FIRST_LINES]):
        named = line.text[0] in "标標" and _OF_BOARD.match(fold(line.text))
        if named and number and _SENDER.match(fold(layout.lines[number - 1].text)):
            return PlacedTitle(line.text[named.end() :], range(number, number + 1))
        stated = parse_byline(line.text) or (_DIGIT.search(line.text) and read_loose(line.text)) or None
        if stated is None and weigh(line) >= PROSE_LINE and not _is_heading(layout, number):
            return _just_above(layout, number, _is_set_apart)
        if stated and "published_at" in stated:
            return _just_above(layout, number, _stands_alone)
    return None


def find_above_text(layout: Layout, first: int) -> PlacedTitle | None:
    """Return the nearest title above line `first`, where a text begins; None where there is none near.

    Bylines, a subtitle, an address (各单位：) or the author's name may stand between. What is not set apart
    is a title only above a date.
    """
    is_dated = False
    for number in range(first - 1, max(-1, first - 1 - _LINES_ABOVE_TEXT), -1):
        line = layout.lines[number]
        stated = parse_below_title(line.text) or read_pairs(line.text) or read_loose(line.text)
        is_dated = is_dated or (stated is not None and "published_at" in stated)
        if stated or is_button(line.text) or heading_level(line.text):
            continue
        if weigh(line) >= PROSE_LINE and not _is_heading(layout, number):
            return None
        is_marked = _stands_alone if is_dated else _is_set_apart
        if _reads_as_title(layout, number) and (is_marked(layout, number) or _is_named(layout, line)):
            return _with_first_half(layout, number)
    return None


def _just_above(layout: Layout, number: int, is_marked: Callable[[Layout, int], bool]) -> PlacedTitle | None:
    """Return the nearest line above that reads as a title, past buttons and an address (各单位：)."""
    for above in range(number - 1, max(-1, number - 1 - _LINES_ABOVE), -1):
        text = layout.lines[above].text
        is_bold = above == number - 1 and layout.lines[above].bold
        shortest = _SHORTEST_BOLD if is_bold and is_marked is _stands_alone else _SHORTEST
        if _reads_as_title(layout, above, shortest) and not is_button(text) and not _is_byline(text):
            return _with_first_half(layout, above) if is_marked(layout, above) else None
    return None


def _is_byline(text: str) -> bool:
    """Tell whether a line above the date belongs to it: 发布单位：宣传处."""
    return parse_byline(text) is not None or read_pairs(text) is not None


def _with_first_half(layout: Layout, number: int) -> PlacedTitle:
    """Join a title's last line to the one before it in the same box: 关于开展学习活动的 | 实施意见."""
    line, before = layout.lines[number], layout.lines[max(0, number - 1)]
    if number and line.box == before.box and _GOES_ON.search(before.text) and len(before.text) <= _LONGEST:
        return PlacedTitle(before.text + line.text, range(number - 1, number + 1))
    return PlacedTitle(line.text, range(number, number + 1))


def number_above(layout: Layout, title: range) -> dict[FieldName, str]:
    """Return the document's number that stands between a red head and the title; empty where none does."""
    above = (line.text for line in layout.lines[max(0, title.start - _LINES_ABOVE) : title.start])
    number = next(filter(is_document_number, above), None)
    return {"document_number": number} if number else {}


def is_document_number(text: str) -> bool:
    """Tell whether a text is a document's number alone: 青矿党〔2008〕41号."""
    return _NUMBER_OF_DOCUMENT.fullmatch(fold(text)) is not None


def _is_heading(layout: Layout, number: int) -> bool:
    """Tell of a line with the commas of prose whether it is a title: “讲学习、讲政治、讲正气”总结."""
    return _is_set_apart(layout, number) and _reads_as_title(layout, number)


def _reads_as_title(layout: Layout, number: int, shortest: int = _SHORTEST) -> bool:
    line = layout.lines[number]
    is_own = not line.linked or layout.boxes[line.box].tag in _OWN_HEADINGS
    is_fit = shortest <= len(line.text) <= _LONGEST and is_own
    return (
        is_fit
        and len(_HAN.findall(line.text)) >= shortest
        and not CRUMB.search(line.text)
        and not _NO_TITLE.search(line.text)
        and not is_document_number(line.text)
        and not opens_tail(line.text)
        and (_TELLS.search(line.text) is not None or not _NAMES_UNIT.search(line.text))
    )


def _is_set_apart(layout: Layout, number: int) -> bool:
    """Tell whether a line is bold, centred or a heading."""
    line = layout.lines[number]
    box = layout.boxes[line.box]
    is_centred = box.element.get("align") == "center" or _CENTRED.search(box.element.get("style") or "")
    return bool(line.bold or box.tag in _HEADINGS or is_centred)


def _is_named(layout: Layout, line: Line) -> bool:
    """Tell whether a line stands in a box named as a title's; a short one heads a sidebar (通知公告)."""
    return len(line.text) >= _SHORTEST_NAMED and NAMED.search(layout.boxes[line.box].marks) is not None


def _stands_alone(layout: Layout, number: int) -> bool:
    """Tell of a line above a dated byline whether it is set apart, or long enough and alone in its box."""
    line = layout.lines[number]
    box = layout.boxes[line.box]
    is_alone = box.end - box.first == 1 or layout.lines[number + 1].box == line.box
    return (is_alone and len(line.text) >= _SHORTEST_ALONE) or _is_set_apart(layout, number)
