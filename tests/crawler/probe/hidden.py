"""Lists that the given page does not hold itself, or not as links: scripts, frames and channels have them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.crawler.probe.manners import PAGES, ROWS


@dataclass(frozen=True)
class Hidden:
    """The pages of one site but its articles, the first one that the probe is given."""

    lists: Callable[[], dict[str, str]]
    articles: Callable[[int], str]


def _title(number: int) -> str:
    return f"石岭煤矿第{number}采区召开动员会"


def _of(page: int) -> range:
    return range((page - 1) * ROWS + 1, page * ROWS + 1)


def _page(html: str) -> str:
    return f"<title>党建工作-石岭煤矿</title>{html}"


def _rows(form: str, numbers: range) -> str:
    return "".join(f"<li>{form.format(n=n, title=_title(n))}<i>2023-05-{n:02}</i></li>" for n in numbers)


def _json(page: int, **address: str) -> str:
    rows = [
        {"title": _title(n), "date": f"2023-05-{n:02}", **{k: v.format(n=n) for k, v in address.items()}}
        for n in _of(page)
    ]
    return json.dumps({"total": PAGES * ROWS, "rows": rows}, ensure_ascii=False)


def _more_by_json() -> dict[str, str]:
    """The page holds the first rows, 加载更多 asks for the others."""
    script = "<script>var page = 1; $.getJSON('/ajax?channel=8&page=' + page, add);</script>"
    first = _page(_rows('<a href="/xw/{n}.html">{title}</a>', _of(1)) + script)
    return {"/xw/": first} | {
        f"/ajax?channel=8&page={page}": _json(page, url="/xw/{n}.html") for page in range(1, PAGES + 1)
    }


def _numbers_by_json() -> dict[str, str]:
    """The rows name no address; a script makes it."""
    script = (
        "<script>function load(page) { $.get('/api/list', {cid: 5, page: page, limit: 4}, function (r) {"
        "h += '<a href=\"/web/detail.html?id=' + r.data[i].id + '\">' + r.data[i].title; }) }</script>"
    )
    return {"/web/news.html": _page(script)} | {
        f"/api/list?cid=5&page={page}&limit=4": _json(page, id="{n}") for page in range(1, PAGES + 1)
    }


def _posted_json() -> dict[str, str]:
    script = (
        "<script>var pageNo = 1; $.ajax({url: '/api/list', type: 'POST', data: {pageNo: pageNo},"
        ' success: function (r) { s += `<a href="/web/${v.articleId}.html">`; }});</script>'
    )
    return {"/web/news.html": _page(script)} | {
        f"/api/list#pageNo={page}": _json(page, articleId="{n}") for page in range(1, PAGES + 1)
    }


def _fragments() -> dict[str, str]:
    script = '<script>$("#list").load("/party/rows.html?page=1");</script>'
    return {"/party/index.html": _page(script)} | {
        f"/party/rows.html?page={page}": _rows('<a href="/party/info_{n}.html">{title}</a>', _of(page))
        for page in range(1, PAGES + 1)
    }


def _frames() -> dict[str, str]:
    answers = {
        "/main.htm": _page("<iframe src='list.asp?page=1'></iframe>"),
        "/index.htm": _page("<frameset><frame src='top.htm'><frame src='main.htm'></frameset>"),
    }
    lists = {
        f"/list.asp?page={page}": _rows("<a href='show.asp?id={n}'>{title}</a>", _of(page))
        for page in range(1, PAGES + 1)
    }
    return dict(reversed(answers.items())) | lists


def _array() -> dict[str, str]:
    def script(page: int) -> str:
        rows = json.dumps(json.loads(_json(page, url="/news/{n}.html"))["rows"]).replace("/", "\\/")
        pager = f"createPageHTML('page', {PAGES}, {page}, 'index', 'html', {ROWS})"
        return _page(f"<script>var list = {rows}; {pager}</script>")

    return {f"/news/index_{page}.html": script(page) for page in range(1, PAGES + 1)}


def _opened() -> dict[str, str]:
    """Articles are opened by a function, which the page defines."""
    script = "<script>function show(id) { window.open('view.jsp?id=' + id); }</script>"
    row = '<a href="#" onclick="show({n}); return false">{title}</a>'
    return {f"/list.jsp?page={page}": _page(script + _rows(row, _of(page))) for page in range(1, PAGES + 1)}


def _behind_more() -> dict[str, str]:
    """The home page shows the newest of each channel; the list is behind a picture 更多."""
    newest = _rows('<a href="/col/12/{n}.html">{title}</a>', _of(1))
    more = '<a href="/col/12/"><img src="/img/more.gif"></a>'
    lists = {
        "/col/12/" if page == 1 else f"/col/12/index_{page}.html": _page(
            _rows('<a href="/col/12/{n}.html">{title}</a>', _of(page))
            + (f'<a href="/col/12/index_{page + 1}.html">下一页</a>' if page < PAGES else "")
        )
        for page in range(1, PAGES + 1)
    }
    return {"/index.html": _page(newest + more)} | lists


def _below_a_channel() -> dict[str, str]:
    """The home page names channels, which name the list."""
    form = "<a href='/dj/zzjs/content_{n}.html'>{title}</a>"
    return {
        "/index.html": _page("<a href='/dj/index.html'>党建工作</a>"),
        "/dj/index.html": _page("<a href='/dj/zzjs/list_1.html'>组织建设</a><p>栏目介绍"),
    } | {f"/dj/zzjs/list_{page}.html": _page(_rows(form, _of(page))) for page in range(1, PAGES + 1)}


def _parts_of_a_channel() -> dict[str, str]:
    """The channel shows the newest of its two parts, each of which has pages."""
    form = "<a href='/xw/{n}.html'>{title}</a>"
    newest = "".join(
        f"<h3><a href='./{part}/'>{name}</a></h3>{_rows(form, range(n, n + 2))}"
        for part, name, n in (("gz", "工作动态", 1), ("mt", "媒体报道", 9))
    )
    further = "<a href='index_1.html'>下一页</a>"
    return {
        "/index.html": _page("<a href='/xw/'>新闻中心</a>"),
        "/xw/": _page(newest),
        "/xw/gz/": _page(_rows(form, _of(1)) + further),
        "/xw/gz/index_1.html": _page(_rows(form, _of(2))),
        "/xw/mt/": _page(_rows(form, _of(3))),
    }


def _queries_of_the_root() -> dict[str, str]:
    form = "<a href='/?mod=show&id={n}'>{title}</a>"
    return {"/index.html": _page("<a href='/?mod=list&cid=4'>党建工作</a>")} | {
        f"/?mod=list&cid=4{f'&page={page}' if page > 1 else ''}": _page(
            _rows(form, _of(page)) + f"<a href='/?mod=list&cid=4&page={min(page + 1, PAGES)}'>下一页</a>"
        )
        for page in range(1, PAGES + 1)
    }


def _years() -> dict[str, str]:
    years = range(2023, 2023 - PAGES, -1)
    tabs = "".join(f'<a href="/list?year={year}">{year}</a>' for year in years)
    form = "<a href='/a/{n}.html'>{title}</a>"
    return {f"/list?year={year}": _page(tabs + _rows(form, _of(page))) for page, year in enumerate(years, 1)}


HIDDEN: Mapping[str, Hidden] = {
    "more_by_json": Hidden(_more_by_json, "/xw/{}.html".format),
    "numbers_by_json": Hidden(_numbers_by_json, "/web/detail.html?id={}".format),
    "posted_json": Hidden(_posted_json, "/web/{}.html".format),
    "fragments": Hidden(_fragments, "/party/info_{}.html".format),
    "frames": Hidden(_frames, "/show.asp?id={}".format),
    "array": Hidden(_array, "/news/{}.html".format),
    "opened": Hidden(_opened, "/view.jsp?id={}".format),
    "below_a_channel": Hidden(_below_a_channel, "/dj/zzjs/content_{}.html".format),
    "parts_of_a_channel": Hidden(_parts_of_a_channel, "/xw/{}.html".format),
    "queries_of_the_root": Hidden(_queries_of_the_root, "/?mod=show&id={}".format),
    "years": Hidden(_years, "/a/{}.html".format),
    "behind_more": Hidden(_behind_more, "/col/12/{}.html".format),
}
