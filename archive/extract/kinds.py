"""What a page is where it is no article: listing, home page, search, login, soft 404, error, stub."""

from __future__ import annotations

import re

from archive.addresses import split_address
from archive.extract.body.asides import is_aside
from archive.extract.body.choice import Body
from archive.extract.body.weights import weigh
from archive.extract.found import Found
from archive.extract.layout import Layout, Line
from archive.extract.listings import (
    FEWEST_ITEMS,
    heads_a_list,
    is_entry,
    is_item,
    is_list,
    is_short_list,
)
from archive.extract.notices import notice_kind, tells_of_search
from archive.extract.page import Page
from archive.extract.printed_byline import PrintedByline
from archive.extract.stubs import stub_kind
from archive.extract.titles import Title
from archive.fold import fold
from archive.model import PageKind

_SEARCH_PATH = re.compile(
    r"/(?:search|so|jsearch)(?:\b|/|\.\w+)|search\.(?:php|aspx?|jsp|do|html?)\b|[?&](?:keyword|keywords|wd|q)=",
    re.IGNORECASE,
)
_HOME_PATH = re.compile(r"/(?:(?:index|default|main)\.\w+)?", re.IGNORECASE)
_LITTLE_PROSE, _HARDLY_PROSE = 12.0, 3.0
"""Weights as in `Weights`: less than some three sentences may be a channel's, or a notice's; less than one
sentence is nobody's text."""
_BESIDE_A_NOTICE = 8.0
"""So much prose may stand beside a notice: hints what to do now."""
_TO_READ = re.compile("查看|阅读|浏览|全文|正文|内容")
_FORM = re.compile("验证码|登录|登陆|登入|用户名|密码")
_FEWEST_ENTRIES_OF_HOME = 10
_OPENING_LINES = 12


def kind_of(page: Page, found: Found) -> PageKind:
    """Return what the page is, judged by what it says, then by its form and, last, by its address."""
    _, layout, title, body, byline = found
    own = [line for line in layout.lines if not _is_of_frame(layout, line)] if _is_meagre(body) else []
    is_headed = _is_meagre(body) and _is_headed(title, byline)
    if _is_meagre(body) and (kind := _kind_by_words(page, own, title, is_headed=is_headed)):
        return kind
    if not layout.lines:
        return "empty"
    if _is_home(page.url) and _is_of_links(layout):
        return "home"
    is_listing = is_list(page.url, layout, title, body) or (
        heads_a_list(page.url, layout, title, body) and not _is_headed(title, byline)
    )
    # Below a printed title little prose is enough.
    if not is_listing and body.prose >= (_HARDLY_PROSE if title.lines else _LITTLE_PROSE):
        return "article"
    if is_headed and sum(map(is_entry, own)) < FEWEST_ITEMS:
        return "article"
    return _kind_without_prose(page, layout, own or list(layout.lines), is_listing=is_listing)


def _is_meagre(body: Body) -> bool:
    return body.prose < _LITTLE_PROSE


def _is_headed(title: Title, byline: PrintedByline) -> bool:
    """Tell whether a text is announced by title and date: it may be a picture, a film or a file alone."""
    if not title.lines or "published_at" not in byline.fields:
        return False
    named = title.text or ""
    return notice_kind(named) is None and _FORM.search(fold(named)) is None


def _kind_by_words(page: Page, own: list[Line], title: Title, *, is_headed: bool) -> PageKind | None:
    """What the page's few own lines say, or the scripts that stand for them."""
    texts = [line.text for line in own if not line.is_link]
    spoken = texts or [title.text or ""]
    notices = [(kind, text) for text in spoken if (kind := notice_kind(text)) and not _is_of_form(text, page)]
    told = [kind for kind, text in notices if not is_headed or _is_of_text(kind, text)]
    beside = sum(max(weigh(line), 0.0) for line in own if not notice_kind(line.text))
    if told and beside <= _BESIDE_A_NOTICE:
        return told[0]
    items = sum(map(is_entry, own))
    return stub_kind(page, texts) if beside <= _HARDLY_PROSE and items < FEWEST_ITEMS else None


def _is_of_text(kind: PageKind, text: str) -> bool:
    """Tell whether a notice says of the text itself that it is gone, or for whom it is."""
    return kind == "not_found" or (kind == "login" and _TO_READ.search(fold(text)) is not None)


def _is_of_form(text: str, page: Page) -> bool:
    """Tell whether a line belongs to the form for a reader's remark."""
    return _FORM.search(fold(text)) is not None and page.tree.find(".//textarea") is not None


def _is_of_frame(layout: Layout, line: Line) -> bool:
    """Tell whether a line is links, or stands in a menu, a footer or another aside."""
    if line.is_link and not is_entry(line):
        return True
    number = line.box
    while number >= 0:
        if is_aside(layout.boxes[number]):
            return True
        number = layout.boxes[number].parent
    return False


def _kind_without_prose(page: Page, layout: Layout, own: list[Line], *, is_listing: bool) -> PageKind:
    opening = " ".join(line.text for line in own[:_OPENING_LINES])
    if _asks_for_password(page):
        return "login"
    if _SEARCH_PATH.search(page.url) or tells_of_search(opening):
        return "search"
    items = sum(map(is_item, layout.lines))
    if not is_listing and 2 * items < len(layout.lines):
        return "article"
    if _is_home(page.url):
        return "home"
    return "listing" if items >= FEWEST_ITEMS or is_short_list(page.url, own) else "article"


def _is_home(url: str) -> bool:
    address = split_address(url)
    return bool(
        address.netloc and not address.query and _HOME_PATH.fullmatch(address.path or "/") is not None
    )


def _is_of_links(layout: Layout) -> bool:
    """Tell whether most lines of a page lead to others, whatever a firm says of itself between them."""
    entries = sum(map(is_entry, layout.lines))
    return entries >= _FEWEST_ENTRIES_OF_HOME and 2 * entries > len(layout.lines)


def _asks_for_password(page: Page) -> bool:
    return any((field.get("type") or "").lower() == "password" for field in page.tree.iter("input"))
