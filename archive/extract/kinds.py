"""What a page is where it is no article: listing, home page, search, login, soft 404, error, nothing."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from archive.extract.body import Body
from archive.extract.page import Page
from archive.extract.titles import Title
from archive.extract.tree import Layout, Line
from archive.fold import fold
from archive.model import PageKind

_NOT_FOUND = re.compile(
    r"\b404\b|not found"
    r"|(?:页面|网页|文章|信息|内容|文件|资源)(?:不存在|未找到|没有找到|无法找到|已(?:被)?(?:删除|移除))"
    r"|(?:找不到|无法找到|没有找到|您(?:要)?访问的).{0,12}(?:页|文章|文件|内容|资源)"
)
_ERROR = re.compile(
    r"\b50[0-4]\b|server error|bad gateway|service unavailable|runtime error|fatal error"
    r"|adodb|vbscript|sql syntax|exception report|access denied|forbidden"
    r"|数据库(?:连接|出错|错误)|系统(?:发生)?错误|服务器(?:错误|繁忙)|访问过于频繁"
)
_LOGIN = re.compile("登录|登入|login|sign in")
_SEARCH = re.compile("搜索结果|检索结果|搜寻结果|共找到|条结果")
_SEARCH_PATH = re.compile(r"/(?:search|so|jsearch)\b|[?&](?:keyword|keywords|wd|q)=", re.IGNORECASE)
_HOME_PATH = re.compile(r"/(?:(?:index|default|main)\.\w+)?", re.IGNORECASE)
_OPENING_LINES = 12
_SHORT_CHARS = 400
_LITTLE_PROSE, _HARDLY_PROSE = 12.0, 3.0
_FEWEST_ITEMS = 3
_SHARE_WITH_TITLE, _SHARE_WITHOUT = 0.5, 0.25
"""More of the lines than this are items of a list: below a printed title an article may hold some links."""
_DATE_CHARS = 16


def kind_of(page: Page, layout: Layout, title: Title, body: Body) -> PageKind:
    """Return what the page is, judged by its text, its form and, last, its address."""
    if not layout.lines:
        return "empty"
    shown = sum(len(line.text) - line.linked for line in layout.lines)
    opening = fold(f"{title.text or ''} {' '.join(line.text for line in layout.lines[:_OPENING_LINES])}")
    if shown <= _SHORT_CHARS:
        if _NOT_FOUND.search(opening):
            return "not_found"
        if _ERROR.search(opening):
            return "error"
    is_list = _is_list(layout, title, body)
    # Below a printed title little prose is enough.
    if not is_list and body.prose >= (_HARDLY_PROSE if title.lines else _LITTLE_PROSE):
        return "article"
    return _kind_without_prose(page, layout, opening, is_list=is_list)


def _is_list(layout: Layout, title: Title, body: Body) -> bool:
    """Tell whether the region of the text is links, or teasers that each begin with one."""
    share = _SHARE_WITH_TITLE if title.lines else _SHARE_WITHOUT
    items = sum(_is_item(layout.lines[number]) for number in body.lines)
    return body.is_links or items >= max(_FEWEST_ITEMS, share * len(body.lines))


def _kind_without_prose(page: Page, layout: Layout, opening: str, *, is_list: bool) -> PageKind:
    if page.tree.find(".//input[@type='password']") is not None and _LOGIN.search(opening):
        return "login"
    if _SEARCH_PATH.search(page.url) or _SEARCH.search(opening):
        return "search"
    items = sum(map(_is_item, layout.lines))
    if not is_list and 2 * items < len(layout.lines):
        return "article"
    address = urlsplit(page.url)
    if _HOME_PATH.fullmatch(address.path or "/") and address.netloc and not address.query:
        return "home"
    return "listing" if items >= _FEWEST_ITEMS else "article"


def _is_item(line: Line) -> bool:
    """Tell whether a line is a link, or a link with its date."""
    rest = len(line.text) - line.linked
    return line.linked > rest or (line.linked > 5 and rest <= _DATE_CHARS)
