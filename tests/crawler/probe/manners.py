"""How each system addresses and links the pages of its lists, and its articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

HOME = "http://www.shiling.example"
PAGES, ROWS = 3, 4


@dataclass(frozen=True)
class Manner:
    """How one system addresses and links pages; lists and articles are counted from 1."""

    lists: Callable[[int], str]
    articles: Callable[[int], str]
    pager: Callable[[int], str] = lambda number: ""
    charset: str = "utf-8"


def _next(form: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: f'<a href="{form(number + 1)}">下一页</a>' if number < PAGES else ""


def _phpcms(number: int) -> str:
    return f"/index.php?m=content&c=index&a=lists&catid=60&page={number}"


MANNERS: Mapping[str, Manner] = {
    "trs": Manner(
        lambda n: "/djgz/" if n == 1 else f"/djgz/index_{n - 1}.html",
        lambda n: f"/djgz/2023{n:02}/t2023{n:02}05_{900 + n}.html",
        lambda n: f'<script>createPageHTML({PAGES}, {n - 1}, "index", "html");</script>',
    ),
    "empire": Manner(
        lambda n: "/aq/" if n == 1 else f"/aq/index_{n}.shtml",
        lambda n: f"/html/2023/{n:02}/05/{6600 + n}.shtml",
    ),
    "phpcms": Manner(
        _phpcms,
        lambda n: f"/index.php?m=content&c=index&a=show&catid=60&id={7400 + n}",
        _next(_phpcms),
        "gb18030",
    ),
    "phpcms_static": Manner(lambda n: f"/list-60-{n}.html", lambda n: f"/show-60-{7400 + n}-1.html"),
    "jeecms": Manner(
        lambda n: "/tzgg/" if n == 1 else f"/tzgg/index_{n}.jhtml", lambda n: f"/tzgg/{3760 + n}.jhtml"
    ),
    "vsb": Manner(
        lambda n: "/xwdt.htm" if n == 1 else f"/xwdt/{PAGES + 1 - n}.htm",
        lambda n: f"/info/1007/{6800 + n}.htm",
        lambda n: f'<a class="Next" href="/xwdt/{PAGES - n}.htm">下页</a>' if n < PAGES else "",
    ),
    "asp_net_address": Manner(
        lambda n: f"/news.aspx?cid=3&page={n}",
        lambda n: f"/show.aspx?id={470 + n}",
        lambda n: "".join(
            f'<a href="/news.aspx?cid=3&page={page}">{page}</a>' for page in range(1, PAGES + 1)
        ),
    ),
    "asp_net_pager": Manner(
        lambda n: "/list.aspx" if n == 1 else f"/list.aspx#__EVENTTARGET=Pager&__EVENTARGUMENT={n}",
        lambda n: f"/show.aspx?id={470 + n}",
        lambda n: (
            '<input type="hidden" name="__VIEWSTATE" value="A">'
            f"<a href=\"javascript:__doPostBack('Pager','{n + 1}')\">{n + 1}</a>"
        ),
    ),
    "n_portal": Manner(
        lambda n: "/n4/n62/index.html" if n == 1 else f"/n4/n62/index_1281_{PAGES + 1 - n}.html",
        lambda n: f"/n4/n62/c{9760 + n}/content.html",
        lambda n: f'<script>maxPageNum = {PAGES};</script><a href="index_1281_1.html">{PAGES}</a>',
    ),
    "static_lists": Manner(
        lambda n: "/news/yaowen.html" if n == 1 else f"/news/yaowen_{n}.html",
        lambda n: f"/news/2023{n:02}/05/c{1000 + n}.html",
    ),
    "glued_number": Manner(
        lambda n: "/GB/64093/index.html" if n == 1 else f"/GB/64093/index{n}.html",
        lambda n: f"/n1/2023/{n:02}05/c64093-{3110 + n}.html",
    ),
    "discuz": Manner(
        lambda n: f"/forum.php?mod=forumdisplay&fid=7&page={n}",
        lambda n: f"/forum.php?mod=viewthread&tid={440 + n}",
        _next(lambda n: f"/forum.php?mod=forumdisplay&fid=7&page={n}"),
    ),
}
