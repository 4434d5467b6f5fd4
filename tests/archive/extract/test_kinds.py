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
        ("error", "/a/5.asp", "<p>Microsoft VBScript 运行时错误 '800a01a8'</p>"),
        ("error", "/a/6.htm", "<h1>502 Bad Gateway</h1><hr>nginx"),
        ("empty", "/a/7.htm", "<html><head><title>x</title></head><body><script>go()</script></body></html>"),
    ],
)
def test_what_a_page_is(kind: PageKind, path: str, source: str) -> None:
    extraction = extract(f"<html><body>{source}</body></html>".encode(), f"http://www.qingshan.example{path}")
    assert extraction.kind == kind


def test_a_page_that_is_no_article_still_has_its_text() -> None:
    page = f"<html><body>{NAV}<ul>{LIST}</ul></body></html>"
    assert "第28次安全例会" in extract(page.encode(), "http://www.qingshan.example/list.htm").text
