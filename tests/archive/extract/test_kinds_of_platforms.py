"""What is no article, as the platforms print it; beside each, articles that look much like it."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import PageKind

HOST = "http://www.qingshan.example"
SENTENCE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
PROSE = f"<p>{SENTENCE}</p><p>会上，{SENTENCE}</p><p>{SENTENCE}</p>"
NAV = "<div class=nav>" + "".join(f"<a href='/{n}/'>栏目{n}</a>" for n in range(30)) + "</div>"
FOOT = "<div class=footer>版权所有：青山矿业集团　地址：青山市安全路8号　ICP备12345678号</div>"


def _items(count: int, form: str) -> str:
    return "".join(
        form.format(n=n, title=f"青山煤矿第{n}次安全例会顺利召开", date=f"2010-06-{n:02}")
        for n in range(1, count + 1)
    )


def _kind(path: str, source: str) -> PageKind:
    page = f"<html><head><title>青山矿业网</title></head><body>{source}</body></html>"
    return extract(page.encode(), HOST + path).kind


TRS = "<li><a href='./202004/t2020040{n}_35{n}.html'>{title}</a><span>{date}</span></li>"
ASP = "<tr><td>·</td><td><a href='Show.asp?id={n}'>{title}</a></td><td>[{date}]</td></tr>"
EMPIRE = "<li><h2><a href='/html/{n}.html'>{title}</a></h2><p>矿党委要求，各单位要加强领导……</p></li>"
CARDS = (
    "<div class=card><a href='/news/{n}'><h3>{title}</h3><p>矿党委要求加强领导...</p><i>{date}</i></a></div>"
)
DATE_FIRST = "<dd><em>{date}</em> <a href='c{n}/content.html'>{title}</a></dd>"
PAGER = "<div class=page>共1页 首页 上一页 <a href='index_2.html'>下一页</a> 尾页</div>"


@pytest.mark.parametrize("form", [TRS, ASP, EMPIRE, CARDS, DATE_FIRST])
@pytest.mark.parametrize("count", [1, 2, 3, 25])
def test_a_listing_however_short(form: str, count: int) -> None:
    crumb = (
        "<div class=crumb>当前位置：<a href=/>首页</a> &gt; <a href=/aq/>安全生产</a></div><h2>安全生产</h2>"
    )
    items = _items(count, form)
    items = f"<table>{items}</table>" if form == ASP else f"<ul>{items}</ul>"
    assert _kind("/aq/index_2.html", f"{NAV}{crumb}{items}{PAGER}{FOOT}") == "listing"
    assert _kind("/aq/", f"{crumb}{items}") == "listing"


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/index.shtml", "/default.aspx", "/main.htm", "/index.php"]
)
def test_a_home_page(path: str) -> None:
    columns = "".join(f"<div><h3>栏目</h3><ul>{_items(8, TRS)}</ul></div>" for _ in range(4))
    assert (
        _kind(path, f"{NAV}{columns}<div class=links>友情链接：<a href=//a.example>矿业网</a></div>{FOOT}")
        == "home"
    )


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (
            "/search?q=安全",
            f"<form><input name=q></form><p>搜索结果：共找到28条</p><ul>{_items(9, TRS)}</ul>",
        ),
        ("/jsearch/search.do?q=a", f"<p>为您找到相关结果约28条</p>{_items(9, EMPIRE)}"),
        (
            "/e/search/result/?searchid=3",
            f"<p>系统搜索到约有 28 项符合 安全 的查询结果</p>{_items(9, EMPIRE)}",
        ),
        ("/plus/search.php?keyword=x", "<h1>站内搜索</h1><p>没有搜索到与“安全”相关的内容</p>"),
        ("/Search.aspx", f"<p>关键字“安全”的检索结果，共 9 条记录</p>{_items(9, EMPIRE)}"),
    ],
)
def test_search_results(path: str, source: str) -> None:
    assert _kind(path, f"{NAV}{source}{FOOT}") == "search"


@pytest.mark.parametrize(
    "source",
    [
        "<form>用户登录<input name=u><input type=password name=p></form>",
        "<h1>会员登录</h1><form>用户名<input name=u>密码<input type=PASSWORD name=p>验证码<input></form>"
        "<p>还没有账号？立即注册</p>",
        "<div>您需要登录后才可以查看本内容</div><form>账号<input>密码<input type=password></form>",
        "<p>抱歉，您无权访问该页面，请先登录！</p>",
        "<p>本文只有会员才能阅读，请<a href=/login>登录</a>后再试。</p>",
    ],
)
def test_a_login_page(source: str) -> None:
    assert _kind("/a/3.htm", f"{NAV}{source}{FOOT}") == "login"


@pytest.mark.parametrize(
    "source",
    [
        "<h1>您访问的页面不存在</h1><p>5秒后返回首页</p>",
        "<p>对不起，该文章已被删除！</p>",
        "<h1>404</h1><p>抱歉，您要找的页面不见了</p>",
        "<script>alert('参数错误，该信息不存在');history.back();</script><p>没有找到相关信息</p>",
        "<div>提示信息：您所访问的内容已下线或已移动位置</div>",
        "<p>抱歉，指定的主题不存在或已被删除或正在被审核</p>",
        "<p>此文章不存在！</p><p>系统将在 3 秒后自动跳转</p>",
        "<h1>Not Found</h1><p>The requested URL /a/3.htm was not found on this server.</p>",
        "<p>無法找到該網頁</p>",
    ],
)
@pytest.mark.parametrize("around", ["", NAV])
def test_a_soft_404(source: str, around: str) -> None:
    assert _kind("/a/3.htm", f"{around}{source}{FOOT}") == "not_found"


@pytest.mark.parametrize(
    "source",
    [
        "<p>Microsoft VBScript 运行时错误 '800a01a8'</p><p>缺少对象</p>",
        "<h1>502 Bad Gateway</h1><hr>nginx",
        "<font>Microsoft OLE DB Provider for ODBC Drivers</font> 错误 '80004005'",
        "<h1>“/”应用程序中的服务器错误。</h1><p>未将对象引用设置到对象的实例。</p>",
        "<p>数据库连接出错，请稍后再试</p>",
        "<b>Warning</b>: mysql_connect(): Access denied for user in <b>conn.php</b> on line 3",
        "<h1>HTTP Status 500 - Internal Server Error</h1><p>java.lang.NullPointerException</p>",
        "<p>您的访问过于频繁，请稍后再试</p>",
        "<p>系统繁忙，请稍后再试！</p>",
        "<p>您的请求可能存在威胁，已被拦截</p>",
        "<p>网站正在维护中，给您带来不便敬请谅解</p>",
    ],
)
def test_an_error_page(source: str) -> None:
    assert _kind("/a/3.htm", source) == "error"


@pytest.mark.parametrize(
    "source",
    [
        "<div id=app></div><script src=/js/chunk-vendors.8f3.js></script><script src=/js/app.1.js></script>",
        "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
        "<script src=main.js></script>",
        "<noscript>请开启JavaScript后再访问</noscript><div id=__nuxt>加载中...</div>"
        "<script src=a.js></script>",
        "<div id=content>正在加载，请稍候……</div><script>$.get('/api/article?id=3', show)</script>",
        f"{NAV}<div class=title id=title></div><div id=zoom></div>"
        "<script>$.ajax({url:'/api/detail'})</script>" + FOOT,
    ],
)
def test_a_shell_that_a_script_fills(source: str) -> None:
    assert _kind("/a/3.htm", source) == "shell"


@pytest.mark.parametrize(
    "source",
    [
        "<meta http-equiv=refresh content='0;url=/new/3.htm'>",
        "<meta http-equiv='Refresh' content='3; URL=/new/3.htm'><p>页面已迁移，3秒后自动跳转</p>",
        "<script>window.location.href='/new/3.htm';</script>",
        '<script>location.replace("/new/3.htm")</script><p>正在跳转…</p>',
        "<script>top.location='/new/3.htm'</script>",
    ],
)
def test_a_stub_that_leads_elsewhere(source: str) -> None:
    assert _kind("/a/3.htm", source) == "redirect"


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
        f"<h1>安全例会召开</h1>{PROSE}<div><h3>相关新闻</h3><ul>{_items(10, TRS)}</ul></div>",
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
    assert _kind("/a/3.htm", f"{around}{source}{FOOT if around else ''}") == "article"


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("listing", f"{NAV}<ul>{_items(9, TRS)}</ul>"),
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


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "unreadable"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4, "unreadable"),
        (b"GIF89a" + bytes(range(256)) * 4, "unreadable"),
        (b"PK\x05\x06" + b"\0" * 18, "unreadable"),
        (b"Rar!\x1a\x07\x00" + bytes(range(256)) * 4, "unreadable"),
        (b"\x1f\x8b\x08\x00" + bytes(range(256)) * 4, "unreadable"),
        (b"", "empty"),
        (b" \r\n\r\n ", "empty"),
    ],
)
def test_a_file_served_as_a_page(body: bytes, kind: PageKind) -> None:
    extraction = extract(body, f"{HOST}/a/3.htm", {"content-type": "text/html"})
    assert extraction.kind == kind
