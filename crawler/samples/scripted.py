"""星河铝业 (xinghe.localhost), an invented site whose pages are empty until their scripts have run.

Served beside the five sample sites, but no part of the demo, which needs no browser.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache

from crawler.samples.pages import Page

NAME = "xinghe"
LIST = "/news/list.html"

_SHELL = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>星河铝业</title></head>
<body><div id="app"></div><noscript>请开启 JavaScript。</noscript><script>{script}</script></body></html>"""

_DRAW_LIST = """
fetch("/api/news.json").then(answer => answer.json()).then(items => {
  const rows = items.map(item => `<li><a href="${item.path}">${item.title}</a><span>${item.date}</span></li>`)
  document.querySelector("#app").innerHTML = `<ul>${rows.join("")}</ul>`
})"""

_DRAW_ARTICLE = """
fetch(location.pathname.replace("/news/", "/api/").replace(".html", ".json"))
  .then(answer => answer.json()).then(page => {
    document.title = page.title
    const text = page.text.map(line => `<p>${line}</p>`).join("")
    document.querySelector("#app").innerHTML =
      `<h1>${page.title}</h1><p>来源：${page.source} 发布时间：${page.date}</p><div>${text}</div>`
  })"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _News:
    """An article, as the site's interface gives it to its scripts."""

    title: str
    date: str
    source: str
    text: tuple[str, ...]
    """One paragraph each."""


_NEWS = (
    _News(
        title="星河铝业启动“安全生产月”活动",
        date="2023-06-01",
        source="安全环保部",
        text=(
            "6月1日，星河铝业公司在电解车间广场启动“安全生产月”活动，各车间职工代表二百余人参加。",
            "公司工会宣读了倡议书，号召全体职工人人讲安全、个个会应急，从身边的隐患查起。",
            "活动期间将开展安全知识竞赛、应急演练和“我为安全献一计”征集，各车间每周通报一次进度。",
        ),
    ),
    _News(
        title="电解一车间开展“比学赶帮”劳动竞赛",
        date="2023-05-18",
        source="公司工会",
        text=(
            "5月中旬，电解一车间在四个班组中开展“比学赶帮”劳动竞赛，比产量、比质量、比节电。",
            "竞赛实行日统计、周评比，流动红旗每周一在班前会上交接，月底表彰优胜班组。",
            "三班班长说，竞赛不只看名次，更要把好做法教给别的班组，大家一起往前走。",
        ),
    ),
    _News(
        title="公司党委召开主题教育动员会",
        date="2023-04-20",
        source="党委工作部",
        text=(
            "4月19日，星河铝业公司党委召开主题教育动员会，各党支部书记和机关党员参加会议。",
            "会议要求把学习同解决生产难题结合起来，每名支委联系一个班组，列出问题清单，逐项销号。",
            "会后，各党支部组织党员围绕降本增效展开讨论，提出合理化建议四十六条。",
        ),
    ),
)


@cache
def scripted_pages() -> Mapping[str, Page]:
    """Return all pages of the site by path."""
    return dict(_pages())


def _pages() -> Iterator[tuple[str, Page]]:
    yield LIST, _html(_DRAW_LIST)
    listed = []
    for number, news in enumerate(_NEWS, start=1):
        path = f"/news/{number}.html"
        listed.append({"path": path, "title": news.title, "date": news.date})
        yield path, _html(_DRAW_ARTICLE)
        yield f"/api/{number}.json", _json(asdict(news))
    yield "/api/news.json", _json(listed)


def _html(script: str) -> Page:
    body = _SHELL.format(script=script).encode()
    return Page(content_type="text/html; charset=utf-8", body=body)


def _json(value: object) -> Page:
    return Page(content_type="application/json", body=json.dumps(value, ensure_ascii=False).encode())
