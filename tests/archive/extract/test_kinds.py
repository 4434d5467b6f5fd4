from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import PageKind

SENTENCE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
LIST = "".join(
    f"<li><a href='{n}.htm'>青山煤矿第{n}次安全例会顺利召开</a><span>2010-06-{n:02}</span></li>"
    for n in range(1, 29)
)
TEASERS = "".join(
    f"<h2><a href={n}.htm>安全月活动总结之{n}</a></h2><p>2010-06-0{n}</p><p>{SENTENCE[:36]}...</p>"
    for n in range(1, 5)
)
TEASERS_IN_ROWS = "".join(
    f"<tr><td>·<a href={n}.htm>安全月活动总结之{n}</a></td><td></td></tr>"
    f"<tr><td><p>6月{n}日，青山煤矿召开会议，矿长讲话，{SENTENCE[:-1]}…</p></td></tr>"
    for n in range(1, 21)
)
IMPRINTS = (
    "本站所有文章版权归青山煤矿所有，未经授权，任何单位和个人不得转载，违者必究。",
    "主办：青山煤矿党委宣传部，承办：信息中心。地址：某省某市，邮编：030000，电话：0351-1234567。",
)
NAV = "<div>" + "".join(f"<a href='/{n}/'>栏目{n}</a>" for n in range(40)) + "</div>"


@pytest.mark.parametrize(
    ("kind", "path", "source"),
    [
        ("article", "/a/1.htm", f"<h1>开展安全月活动</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"),
        (
            "article",
            "/a/2.htm",
            f"{NAV}<h1>一句话新闻</h1><div class=zw>{SENTENCE}{SENTENCE}</div><ul>{LIST}</ul>",
        ),
        ("listing", "/aqsc/index_2.html", f"{NAV}<ul>{LIST}</ul>"),
        ("listing", "/fanwen/List_1.shtml", TEASERS),
        ("home", "/", f"{NAV}<ul>{LIST}</ul>"),
        ("home", "/index.html", f"{NAV}<ul>{LIST}</ul>"),
        ("home", "/", f"{NAV}<h3>要闻</h3><ul>{LIST}</ul><h3>企业简介</h3><p>{SENTENCE * 3}</p>"),
        ("article", "/", f"<h1>开展安全月活动</h1>{f'<p>{SENTENCE}</p>' * 30}<ul>{LIST}</ul>"),
        ("search", "/search?q=安全", f"<p>搜索结果：共找到28条</p><ul>{LIST}</ul>"),
        ("login", "/login.jsp", "<form>用户登录<input name=u><input type=password name=p></form>"),
        ("not_found", "/a/3.htm", "<title>404</title><h1>您访问的页面不存在</h1><p>5秒后返回首页</p>"),
        ("not_found", "/a/4.htm", "<p>对不起，该文章已被删除！</p>"),
        ("not_found", "/a/4.asp", "<h1>页面走丢了</h1><p>3秒后自动跳转到首页</p>"),
        ("not_found", "/a/4.php", "<p>没有找到您要的记录！</p>"),
        ("not_found", "/a/4.jsp", "<p>内容正在审核中，暂时无法查看</p>"),
        ("not_found", "/a/4.do", "<p>参数错误！</p>"),
        ("error", "/a/5.php", "<p>您的请求过于频繁，请稍后再试</p>"),
        ("error", "/a/5.do", "<p>该网站未备案，暂时无法访问</p>"),
        ("error", "/a/5.asp", "<p>Microsoft VBScript 运行时错误 '800a01a8'</p>"),
        ("error", "/a/6.htm", "<h1>502 Bad Gateway</h1><hr>nginx"),
        ("empty", "/a/7.htm", "<html><head><title>x</title></head><body><script>go()</script></body></html>"),
    ],
)
def test_what_a_page_is(kind: PageKind, path: str, source: str) -> None:
    extraction = extract(f"<html><body>{source}</body></html>".encode(), f"http://www.qingshan.example{path}")
    assert extraction.kind == kind


@pytest.mark.parametrize("imprint", IMPRINTS)
def test_whose_site_it_is_makes_no_article_of_a_list(imprint: str) -> None:
    page = f"{NAV}<h1>安全生产</h1><ul>{LIST}</ul><div><p>{imprint}</p><p>晋ICP备05000000号</p></div>"
    assert extract(page.encode(), "http://www.qingshan.example/aqsc/").kind == "listing"


def test_teasers_may_stand_in_rows_of_their_own() -> None:
    page = f"{NAV}<div class=main><p>本栏目刊登安全生产方面的新闻。</p><table>{TEASERS_IN_ROWS}</table></div>"
    assert extract(page.encode(), "http://www.qingshan.example/aqsc/").kind == "listing"


def test_a_page_that_is_no_article_still_has_its_text() -> None:
    page = f"<html><body>{NAV}<ul>{LIST}</ul></body></html>"
    assert "第28次安全例会" in extract(page.encode(), "http://www.qingshan.example/list.htm").text
