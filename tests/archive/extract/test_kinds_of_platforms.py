"""Lists and searches as the platforms print them; beside them, articles that look much like what is none."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import PageKind
from tests.archive.extract.platform_pages import (
    ASP,
    CARDS,
    DATE_FIRST,
    EMPIRE,
    FOOT,
    HOST,
    NAV,
    PAGER,
    PROSE,
    SENTENCE,
    TRS,
    items,
    kind_at,
)


@pytest.mark.parametrize("form", [TRS, ASP, EMPIRE, CARDS, DATE_FIRST])
@pytest.mark.parametrize("count", [1, 2, 3, 25])
def test_a_listing_however_short(form: str, count: int) -> None:
    crumb = (
        "<div class=crumb>当前位置：<a href=/>首页</a> &gt; <a href=/aq/>安全生产</a></div><h2>安全生产</h2>"
    )
    listed = items(count, form)
    listed = f"<table>{listed}</table>" if form == ASP else f"<ul>{listed}</ul>"
    assert kind_at("/aq/index_2.html", f"{NAV}{crumb}{listed}{PAGER}{FOOT}") == "listing"
    assert kind_at("/aq/", f"{crumb}{listed}") == "listing"


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/index.shtml", "/default.aspx", "/main.htm", "/index.php"]
)
def test_a_home_page(path: str) -> None:
    columns = "".join(f"<div><h3>栏目</h3><ul>{items(8, TRS)}</ul></div>" for _ in range(4))
    assert (
        kind_at(path, f"{NAV}{columns}<div class=links>友情链接：<a href=//a.example>矿业网</a></div>{FOOT}")
        == "home"
    )


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (
            "/search?q=安全",
            f"<form><input name=q></form><p>搜索结果：共找到28条</p><ul>{items(9, TRS)}</ul>",
        ),
        ("/jsearch/search.do?q=a", f"<p>为您找到相关结果约28条</p>{items(9, EMPIRE)}"),
        (
            "/e/search/result/?searchid=3",
            f"<p>系统搜索到约有 28 项符合 安全 的查询结果</p>{items(9, EMPIRE)}",
        ),
        ("/plus/search.php?keyword=x", "<h1>站内搜索</h1><p>没有搜索到与“安全”相关的内容</p>"),
        ("/Search.aspx", f"<p>关键字“安全”的检索结果，共 9 条记录</p>{items(9, EMPIRE)}"),
    ],
)
def test_search_results(path: str, source: str) -> None:
    assert kind_at(path, f"{NAV}{source}{FOOT}") == "search"


@pytest.mark.parametrize(
    "source",
    [
        # A word of an error, a login or a search in an article's own text.
        f"<h1>网站404页面专项整治</h1>{PROSE}",
        f"<h1>青山煤矿组织登录安全培训平台</h1><div class=login>登录 注册<input type=password></div>{PROSE}",
        f"<h1>关于系统错误停机的通报</h1><p>系统错误导致停机。{SENTENCE}</p>{PROSE}",
        f"<h1>搜索结果显示安全意识提升</h1>{PROSE}",
        # Short articles, with and without a heading.
        f"<h1>一句话新闻</h1><div class=zw>{SENTENCE}</div>",
        "<h1>喜报</h1><p>我矿安全生产突破三千天！</p>",
        "<h1>停电通知</h1><p>明日8时至12时，生活区停电检修。</p><p>机电科</p><p>2010年6月3日</p>",
        "<h1>任免名单</h1><table><tr><td>张山</td><td>矿长</td></tr><tr><td>李川</td><td>书记</td></tr></table>",
        "<h1>附件下载</h1><p>请各单位下载填报。</p><p><a href=a.doc>附件1：安全月活动统计表.doc</a></p>",
        "<h1>学习通知</h1><p>请登录安全培训平台，完成六月份学习任务。</p><p>教育科</p><p>2010年6月3日</p>",
        "<h1>更正</h1><p>昨日刊登的信息有误，特此更正。</p><p>宣传科</p>",
        # An article among lists, and one that a script decorates.
        f"<h1>安全例会召开</h1>{PROSE}<div><h3>相关新闻</h3><ul>{items(10, TRS)}</ul></div>",
        f"<h1>安全例会召开</h1>{PROSE}<script>if(self!=top) top.location=self.location</script>",
        f"<noscript>请开启JavaScript</noscript><div id=app><h1>安全例会召开</h1>{PROSE}</div>"
        "<script src=a.js></script>",
        f"<h1>安全例会召开</h1><p>记者在现场看到，<a href=/t/>安全月</a>活动{SENTENCE}</p>",
        f"<h1>安全例会召开</h1>{PROSE}<p><a href=/login>登录</a>后发表评论</p>",
        # Verse: short lines, no prose.
        "<h1>矿工之歌</h1><p>煤海深处灯光闪<br>百里巷道战犹酣<br>乌金滚滚向前方<br>矿工儿女志如钢</p>",
    ],
)
@pytest.mark.parametrize("around", ["", NAV])
def test_what_is_an_article_all_the_same(source: str, around: str) -> None:
    assert kind_at("/a/3.htm", f"{around}{source}{FOOT if around else ''}") == "article"


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("listing", f"{NAV}<ul>{items(9, TRS)}</ul>"),
        ("not_found", "<p>第28次例会：该文章已被删除</p>"),
        ("login", "<p>第28次例会</p><form>会员登录<input type=password></form>"),
        ("error", "<p>第28次例会</p><p>数据库连接出错</p>"),
        ("shell", "<p>第28次例会</p><div id=app></div><script src=/js/app.js></script>"),
        ("redirect", "<p>第28次例会</p><script>location.href='/b.htm'</script>"),
    ],
)
def test_its_text_is_returned_whatever_it_is(kind: PageKind, source: str) -> None:
    source = source.replace("第9次", "第28次")
    extraction = extract(f"<html><body>{source}</body></html>".encode(), f"{HOST}/a/3.htm")
    assert (extraction.kind, "第28次" in extraction.text) == (kind, True)
