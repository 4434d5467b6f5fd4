"""What a page is where it is no article: listing, home page, search, login, soft 404, error, stub."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.addresses import split_address
from archive.extract.body.asides import is_aside
from archive.extract.body.choice import Body
from archive.extract.body.phrases import is_button
from archive.extract.body.weights import weigh
from archive.extract.file_links import names_file
from archive.extract.layout import Layout, Line
from archive.extract.notices import notice_kind, tells_of_search
from archive.extract.page import Page
from archive.extract.stubs import stub_kind
from archive.extract.titles import Title
from archive.model import PageKind

_SEARCH_PATH = re.compile(
    r"/(?:search|so|jsearch)(?:\b|/|\.\w+)|search\.(?:php|aspx?|jsp|do|html?)\b|[?&](?:keyword|keywords|wd|q)=",
    re.IGNORECASE,
)
_HOME_PATH = re.compile(r"/(?:(?:index|default|main)\.\w+)?", re.IGNORECASE)
_LIST_PATH = re.compile(r"/(?:index|list|default)?(?:[_-]?\d+)*(?:\.\w+)?$", re.IGNORECASE)
_TEASER_END = re.compile(r"(?:…|\.\.\.|。。。)[\s\[【(]*(?:[\[【(<]?(?:详细|更多|全文|查看|阅读).{0,4})?$")
_DATED = re.compile(r"\d{1,2}[-/.月]\d{1,2}")
_LITTLE_PROSE, _HARDLY_PROSE = 12.0, 3.0
_BESIDE_A_NOTICE = 8.0
"""So much prose may stand beside a notice: hints what to do now."""
_FEWEST_ITEMS = 3
_FEWEST_ENTRIES_OF_HOME = 10
_SHARE_WITH_TITLE, _SHARE_WITHOUT = 0.5, 0.25
"""More of the lines than this are items of a list: below a printed title an article may hold some links."""
_DATE_CHARS = 16
_LONGEST_TEASER = 220
_OPENING_LINES = 12


def kind_of(page: Page, layout: Layout, title: Title, body: Body) -> PageKind:
    """Return what the page is, judged by what it says, then by its form and, last, by its address."""
    own = [line for line in layout.lines if not _is_of_frame(layout, line)] if _is_meagre(body) else []
    if _is_meagre(body) and (kind := _kind_by_words(page, own, title)):
        return kind
    if not layout.lines:
        return "empty"
    if _is_home(page.url) and _is_of_links(layout):
        return "home"
    is_list = _is_list(layout, title, body)
    # Below a printed title little prose is enough.
    if not is_list and body.prose >= (_HARDLY_PROSE if title.lines else _LITTLE_PROSE):
        return "article"
    return _kind_without_prose(page, layout, own or list(layout.lines), is_list=is_list)


def _is_meagre(body: Body) -> bool:
    return body.prose < _LITTLE_PROSE


def _kind_by_words(page: Page, own: list[Line], title: Title) -> PageKind | None:
    """What the page's few own lines say, or the scripts that stand for them."""
    texts = [line.text for line in own if not line.is_link]
    told = [kind for text in texts or [title.text or ""] if (kind := notice_kind(text))]
    beside = sum(max(weigh(line), 0.0) for line in own if not notice_kind(line.text))
    if told and beside <= _BESIDE_A_NOTICE:
        return told[0]
    items = sum(map(_is_entry, own))
    return stub_kind(page, texts) if beside <= _HARDLY_PROSE and items < _FEWEST_ITEMS else None


def _is_of_frame(layout: Layout, line: Line) -> bool:
    """Tell whether a line is links, or stands in a menu, a footer or another aside."""
    if line.is_link and not _is_entry(line):
        return True
    number = line.box
    while number >= 0:
        if is_aside(layout.boxes[number]):
            return True
        number = layout.boxes[number].parent
    return False


def _is_list(layout: Layout, title: Title, body: Body) -> bool:
    """Tell whether the region of the text is links, or teasers that each begin with one."""
    if not _is_meagre(body) and not any(_may_be_of_list(layout.lines[number]) for number in body.lines):
        return body.is_links
    share = _SHARE_WITH_TITLE if title.lines else _SHARE_WITHOUT
    region = [number for number in body.lines if not is_button(layout.lines[number].text)]
    items = sum(_is_item(layout.lines[number]) for number in region)
    teasers = _teasers(layout.lines, region)
    prose = [number for number in region if weigh(layout.lines[number]) > 0] if teasers else []
    if prose and teasers.issuperset(prose):
        return True
    if not items and not _is_meagre(body):
        return body.is_links
    return body.is_links or (items > 0 and items + len(teasers) >= max(_FEWEST_ITEMS, share * len(region)))


def _may_be_of_list(line: Line) -> bool:
    return _is_item(line) or _TEASER_END.search(line.text) is not None


def _teasers(lines: Sequence[Line], numbers: Iterable[int]) -> set[int]:
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
    return bool(above) and _is_item(above[-1])


def _kind_without_prose(page: Page, layout: Layout, own: list[Line], *, is_list: bool) -> PageKind:
    opening = " ".join(line.text for line in own[:_OPENING_LINES])
    if _asks_for_password(page):
        return "login"
    if _SEARCH_PATH.search(page.url) or tells_of_search(opening):
        return "search"
    items = sum(map(_is_item, layout.lines))
    if not is_list and 2 * items < len(layout.lines):
        return "article"
    if _is_home(page.url):
        return "home"
    return "listing" if items >= _FEWEST_ITEMS or _is_short_list(page, own) else "article"


def _is_home(url: str) -> bool:
    address = split_address(url)
    return bool(
        address.netloc and not address.query and _HOME_PATH.fullmatch(address.path or "/") is not None
    )


def _is_of_links(layout: Layout) -> bool:
    """Tell whether most lines of a page lead to others, whatever a firm says of itself between them."""
    entries = sum(map(_is_entry, layout.lines))
    return entries >= _FEWEST_ENTRIES_OF_HOME and 2 * entries > len(layout.lines)


def _is_short_list(page: Page, own: list[Line]) -> bool:
    """Tell whether one or two entries are all there is: dated, or on a page whose address is a list's."""
    entries = [line for line in own if _is_entry(line)]
    return bool(entries) and (
        any(_DATED.search(line.text) for line in entries)
        or _LIST_PATH.search(split_address(page.url).path) is not None
    )


def _asks_for_password(page: Page) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in page.tree.iter("input"))


def _is_item(line: Line) -> bool:
    """Tell whether a line is a link, or a link with its date."""
    return line.is_link or (line.linked > 5 and len(line.text) - line.linked <= _DATE_CHARS)


def _is_entry(line: Line) -> bool:
    """Tell whether a line is the link to one text, by its length, rather than a menu's or a file's."""
    return _is_item(line) and 8 <= line.linked <= 60 and not names_file(line.text)
