"""Pages without a text of their own, as the platforms print them: logins, errors, shells, redirects."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import PageKind
from tests.archive.extract.platform_pages import (
    FOOT,
    HOST,
    NAV,
    kind_at,
)


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
    assert kind_at("/a/3.htm", f"{NAV}{source}{FOOT}") == "login"


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
    assert kind_at("/a/3.htm", f"{around}{source}{FOOT}") == "not_found"


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
    assert kind_at("/a/3.htm", source) == "error"


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
    assert kind_at("/a/3.htm", source) == "shell"


@pytest.mark.parametrize(
    "source",
    [
        "<meta http-equiv=refresh content='0;url=/new/3.htm'>",
        "<meta http-equiv='Refresh' content='3; URL=/new/3.htm'><p>页面已迁移，3秒后自动跳转</p>",
        "<script>window.location.href='/new/3.htm';</script>",
        '<script>location.replace("/new/3.htm")</script><p>正在跳转…</p>',
        "<script>top.location='/new/3.htm'</script>",
        "<script>setTimeout(\"window.location.href='/index.htm'\",3000)</script><p>3秒后自动跳转</p>",
        "<script>setTimeout(function(){location.href='/index.htm'},3000)</script><p>正在跳转，请稍候</p>",
        "<script>function jump(){location.href='/new.htm'}jump();</script>",
        "<script>var url='/new.htm';window.location=url;</script>",
        "<script>if(top==self){window['location']['href']='http://www.qingshan.example/new/'}</script>",
        "<form id=f><input type=hidden name=a></form><script>document.getElementById('f').submit()</script>",
        "<frameset cols='160,*'><frame src=left.htm><frame src=main.htm>"
        "<noframes><body><p>此网页使用了框架，但您的浏览器不支持框架。</p></body></noframes></frameset>",
    ],
)
def test_a_stub_that_leads_elsewhere(source: str) -> None:
    assert kind_at("/a/3.htm", source) == "redirect"


def test_a_page_whose_body_leaves_when_loaded() -> None:
    body = b"<html><body onload=\"location.href='/new.htm'\"></body></html>"
    assert extract(body, f"{HOST}/a/3.htm").kind == "redirect"


@pytest.mark.parametrize(
    "source",
    [
        "<script>function search(){location.href='/so?k='+k.value}</script><h1>掠影</h1><img src=a.jpg>",
        "<script>function search(){location.href='/so?k='+k.value}</script><img src=a.jpg>",
        "<script>if(location.host=='a'){x()}</script>",
    ],
)
def test_a_script_that_could_leave_is_no_stub(source: str) -> None:
    assert kind_at("/a/3.htm", source) != "redirect"


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
