"""Lists of texts: told by their links and teasers, and, where a text stands above them, by their address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from archive.addresses import split_address
from archive.extract.body.choice import Body
from archive.extract.body.phrases import announces_links, is_button
from archive.extract.body.weights import weigh
from archive.extract.file_links import names_file
from archive.extract.layout import Layout, Line
from archive.extract.titles import Title

FEWEST_ITEMS = 3

_SHORTEST_ENTRY = 8
"""Characters; a shorter link is a channel's or a button."""
_LIST_PATH = re.compile(r"/(?:index|list|default)?(?:[_-]?\d+)*(?:\.\w+)?$", re.IGNORECASE)
_CHANNEL_PATH = re.compile(
    r"/(?:(?:index|list|default|more|news_?list|channel|column|node)(?:[_-]?\d{1,3})*\.\w+)?$", re.IGNORECASE
)
_TEXT_PATH = re.compile(r"(?:19|20)\d\d[/_-]?(?:0\d|1[0-2])|\d{5,}[^/]*$")
"""With a date or a long number, as systems make them for each text."""
_LIST_FOLDER = re.compile(
    r"/(?:news_?)?(?:list|index|columns?|channels?|node|class|categor(?:y|ies)|tags?)(?![a-z])", re.I
)
_TEASER_END = re.compile(r"(?:…|\.\.\.|。。。)[\s\[【(]*(?:[\[【(<]?(?:详细|更多|全文|查看|阅读).{0,4})?$")
_DATED = re.compile(r"\d{1,2}[-/.月]\d{1,2}")
_ROW_CHARS = 40
"""Beside the link in a board's row: author, counts and date; in other lists a date alone (`_DATE_CHARS`)."""
_SHARE_WITH_TITLE, _SHARE_WITHOUT = 0.5, 0.25
"""More of the lines than this are items of a list: below a printed title an article may hold some links."""
_DATE_CHARS = 16
_LONGEST_TEASER = 220
_FEWEST_BELOW = 8
_PAGE = ("html", "body")
_MOST_BETWEEN = 3
"""Lines among the entries of a list that are none: a heading, 更多, the number of a page."""


def is_item(line: Line) -> bool:
    """Tell whether a line is a link, or a link with its date; a board's row has author and counts, too."""
    beside = _ROW_CHARS if line.text.count("\t") > 1 and line.linked >= _SHORTEST_ENTRY else _DATE_CHARS
    return line.is_link or (line.linked > 5 and len(line.text) - line.linked <= beside)


def is_entry(line: Line) -> bool:
    """Tell whether a line is the link to one text, by its length, rather than a menu's or a file's."""
    return is_item(line) and _SHORTEST_ENTRY <= line.linked <= 60 and not names_file(line.text)


def is_list(url: str, layout: Layout, title: Title, body: Body) -> bool:
    """Tell whether the region of the text is links, or teasers that each begin with one."""
    if not any(_may_be_of_list(layout.lines[number]) for number in body.lines):
        return _is_of_links(url, title, body)
    share = _SHARE_WITH_TITLE if title.lines else _SHARE_WITHOUT
    region = [number for number in body.lines if not is_button(layout.lines[number].text)]
    items = sum(is_item(layout.lines[number]) for number in region)
    teasers = find_teasers(layout.lines, region)
    prose = [number for number in region if weigh(layout.lines[number]) > 0] if teasers else []
    if prose and teasers.issuperset(prose):
        return True
    return body.is_links or (items > 0 and items + len(teasers) >= max(FEWEST_ITEMS, share * len(region)))


def is_short_list(url: str, own: Sequence[Line]) -> bool:
    """Tell whether one or two entries are all there is: dated, or on a page whose address is a list's."""
    entries = [line for line in own if is_entry(line)]
    return bool(entries) and (
        any(_DATED.search(line.text) for line in entries)
        or _LIST_PATH.search(split_address(url).path) is not None
    )


def _is_of_links(url: str, title: Title, body: Body) -> bool:
    """Below a text with a title of its own, links to others may be most of its box."""
    return body.is_links and not (title.lines and _is_of_text(url))


def heads_a_list(url: str, layout: Layout, title: Title, body: Body) -> bool:
    """Tell whether a text only introduces what is listed right below it.

    Texts have lists of others below them, too: so the address must be that of a channel, and the list must
    be the longer, or the channel's own: dated, in the box of the heading, announced as nothing else, with
    more entries than the text has lines.
    """
    if not body.lines or not is_channel(url):
        return False
    below = body.lines[-1] + 1
    entries = list(_entries_below(layout.lines[below:]))
    if len(entries) < _FEWEST_BELOW:
        return False
    text = sum(len(layout.lines[number].text) for number in body.lines)
    is_main = len(entries) > len(body.lines) and _are_dated(entries)
    is_own = is_main and _is_in_box_of(title, layout, below) and not _are_announced(layout, below)
    return is_own or sum(len(line.text) for line in entries) > text


def _are_dated(entries: Sequence[Line]) -> bool:
    return all(_DATED.search(line.text) for line in entries)


def _are_announced(layout: Layout, number: int) -> bool:
    """Tell whether a heading (相关新闻) says of the entries from a line on that they are other texts."""
    return any(announces_links(line.text) for line in layout.lines[number : number + _MOST_BETWEEN])


def _is_in_box_of(title: Title, layout: Layout, number: int) -> bool:
    """Tell whether a line stands in a box that holds the title and is not the page."""
    box = layout.boxes[layout.lines[number].box]
    while box.parent >= 0 and not (title.lines and box.first <= title.lines.start < box.end):
        box = layout.boxes[box.parent]
    return box.tag not in _PAGE


def is_channel(url: str) -> bool:
    """Tell whether an address is that of a channel, of which a text has none: /aqsc/, /aqsc/list_2.shtml."""
    address = split_address(url)
    return not address.query and bool(_CHANNEL_PATH.search(address.path)) and not _is_of_text(url)


def _is_of_text(url: str) -> bool:
    path = split_address(url).path
    return _TEXT_PATH.search(path) is not None and not _LIST_FOLDER.search(path)


def _entries_below(lines: Iterable[Line]) -> Iterator[Line]:
    between = 0
    for line in lines:
        between = 0 if is_entry(line) else between + 1
        if between > _MOST_BETWEEN:
            return
        if not between:
            yield line


def _may_be_of_list(line: Line) -> bool:
    return is_item(line) or _TEASER_END.search(line.text) is not None


def find_teasers(lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
    """Return those numbered lines that begin a text and end in …, each below the link to its whole."""
    below_links = (number for number in numbers if _is_below_link(lines, number))
    return {
        number
        for number in below_links
        if len(lines[number].text) <= _LONGEST_TEASER and _TEASER_END.search(lines[number].text)
    }


def _is_below_link(lines: Sequence[Line], number: int) -> bool:
    """Tell whether a link stands above a line, or its date between them."""
    above = [*lines[max(0, number - 2) : number]]
    if len(above) == 2 and len(above[1].text) <= _DATE_CHARS and not above[1].linked:
        del above[1]
    return bool(above) and is_item(above[-1])
