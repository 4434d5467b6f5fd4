"""How each system addresses and links the pages of its lists, and its articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

HOME = "http://www.shiling.example"
PAGES, ROWS = 3, 4
_SYLLABLES = ("an", "quan", "yue", "sheng", "chan")


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
    "numbers": Manner(
        lambda n: "/plus/list.php?tid=3" if n == 1 else f"/plus/list.php?tid=3&PageNo={n}",
        lambda n: f"/plus/view.php?aid={470 + n}",
        lambda n: "".join(
            f'<a href="/plus/list.php?tid=3&PageNo={m}">{m}</a>' for m in range(1, PAGES + 1) if m != n
        ),
    ),
    "rows_counted": Manner(
        lambda n: "/news" if n == 1 else f"/news?start={(n - 1) * ROWS}",
        lambda n: f"/news/detail/{470 + n}",
        lambda n: f'<a href="/news?start={n * ROWS}">»</a>' if n < PAGES else "",
    ),
    "box_to_choose_from": Manner(
        lambda n: f"/news/list_7_{n}.asp",
        lambda n: f"/news/show_{470 + n}.asp",
        lambda n: "".join(f'<option value="list_7_{m}.asp">第{m}页</option>' for m in range(1, PAGES + 1)),
    ),
    "script_function": Manner(
        lambda n: "/djgz/list.shtml" if n == 1 else f"/djgz/list-p{n}.shtml",
        lambda n: f"/djgz/2023{n:02}/{470 + n}.shtml",
        lambda n: (
            "<script>function turn(u, n) { location.href = u + '-p' + n + '.shtml'; }</script>"
            f"<a href=\"javascript:turn('/djgz/list',{n + 1})\">下一页</a>"
        ),
    ),
    "posted_form": Manner(
        lambda n: "/news.do?type=dj" if n == 1 else f"/news.do?type=dj#pageNo={n}",
        lambda n: f"/view.do?id={470 + n}",
        lambda n: (
            "<script>function go(n) { var f = document.forms['f']; f.pageNo.value = n; f.submit(); }</script>"
            '<form name="f" method="post" action="/news.do?type=dj">'
            f'<input type="hidden" name="pageNo" value="{n}">'
            f'<a href="javascript:go({min(n + 1, PAGES)})">下一页</a></form>'
        ),
    ),
    "box_to_write_into": Manner(
        lambda n: "/dang/list.asp" if n == 1 else f"/dang/list.asp?pno={n}",
        lambda n: f"/dang/read.asp?id={470 + n}",
        lambda n: f'<form action="list.asp">第{n}页 到<input name="pno" size="2">页</form>',
    ),
    "grid_view": Manner(
        lambda n: "/list.aspx" if n == 1 else f"/list.aspx#__EVENTTARGET=G$1&__EVENTARGUMENT=Page${n}",
        lambda n: f"/show.aspx?id={470 + n}",
        lambda n: (
            '<input type="hidden" name="__VIEWSTATE" value="A">'
            f"<a href=\"javascript:__doPostBack('G$1','Page${n + 1}')\">{n + 1}</a>"
        ),
    ),
    "blog": Manner(
        lambda n: "/?cat=4" if n == 1 else f"/?cat=4&paged={n}",
        lambda n: f"/?p={470 + n}",
        lambda n: f'<a href="/?cat=4&paged={n + 1}">&laquo; 较旧的文章</a>' if n < PAGES else "",
    ),
    "newspaper": Manner(
        lambda n: f"/html/2023-05/{28 - 7 * n:02}/node_1.htm",
        lambda n: f"/html/2023-05/{28 - 7 * ((n - 1) // ROWS + 1):02}/content_{470 + n}.htm",
        lambda n: f'<a href="../{21 - 7 * n:02}/node_1.htm">上一期</a>' if n < PAGES else "",
    ),
    "index_of_a_script": Manner(
        lambda n: "/zwgk/dj/" if n == 1 else f"/zwgk/dj/index_{n - 1}.htm",
        lambda n: f"/zwgk/dj/2023{n:02}/t2023{n:02}05_{900 + n}.htm",
        lambda n: f"<script>var countPage = {PAGES}; document.write('<a href=index.htm>1</a>');</script>",
    ),
    "without_an_ending": Manner(lambda n: f"/news/12_20_{n}", lambda n: f"/newsinfo/{900 + n}"),
    "names_of_their_own": Manner(
        lambda n: "/news/" if n == 1 else f"/news/p/{n}/",
        lambda n: f"/2023/05/{'-'.join(_SYLLABLES[: n % 5 + 1])}-{'abcdefghijkl'[n - 1]}/",
        _next(lambda n: f"/news/p/{n}/"),
    ),
    "discuz": Manner(
        lambda n: f"/forum.php?mod=forumdisplay&fid=7&page={n}",
        lambda n: f"/forum.php?mod=viewthread&tid={440 + n}",
        _next(lambda n: f"/forum.php?mod=forumdisplay&fid=7&page={n}"),
    ),
}
