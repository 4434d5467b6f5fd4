"""The name of a site in a page's `<title>`, told from the title of the article."""

from __future__ import annotations

import re

from archive.fold import fold

_SEPARATOR = re.compile(
    r"(?:(?<!\s)\s+)?(?:[_|｜»«]|(?<![-—])(?!(?<=[A-Za-z\d])-[A-Za-z\d])[-–—](?![-—])|-{2,}|\s[-–—]{1,2}\s)\s*"
)
"""The hyphen of Blog-Pub and COVID-19 is none."""
_SITE_WORDS = re.compile(
    r"(?:网|网站|之声|之窗|之家|热线|平台|在线|公司|集团|门户|论坛|博客|频道|首页|中心|新闻|资讯|委员会|局|矿|报|号|政府)$"
)
_SURE_SITE = re.compile(r"(?:网|网站|之窗|热线|在线|门户|论坛|博客|首页|公司|集团)$")
_LONGEST_SITE = 12
_WELCOME = re.compile("(?:热烈)?(?:欢迎|谢谢|感谢)您?(?:的?(?:光临|来到|访问|浏览|进入)|您)")


def split_site_name(head: str) -> tuple[str, str | None]:
    """Split `开展安全月活动_青山矿业网` into title and site; the title alone where it has no site's name."""
    marks = list(_SEPARATOR.finditer(head))
    for mark in marks:
        rest = _SEPARATOR.split(head[mark.end() :])
        if mark.start() >= 4 and (
            _SITE_WORDS.search(fold(rest[-1])) or (len(rest) > 1 and len(rest[-1]) <= 12)
        ):
            return head[: mark.start()], rest[-1] or None
    if len(marks) == 1:
        first, behind = head[: marks[0].start()], head[marks[0].end() :]
        if len(first) < len(behind) and names_site(first):
            return behind, first
    return head, None


def names_site(text: str) -> bool:
    """Tell whether a text is surely a site's name: a title may end with 开创新局 or 致矿工报."""
    return len(text) <= _LONGEST_SITE and _SURE_SITE.search(fold(text)) is not None


def is_named_as_site(name: str) -> bool:
    """Tell whether a page's name, its site's cut off, is one of a site or welcomes its readers."""
    return _SITE_WORDS.search(fold(name)) is not None or _WELCOME.match(name) is not None


def is_site_of(text: str, head: str) -> bool:
    """Tell whether a line is the site's name that a head holds beside a title: 开展安全月活动 青山新闻网."""
    return text in (split_site_name(head)[1] or "") or (text != head and names_site(text))
