"""A title with its date announces a text, were it a picture alone: what stands beside it is no notice."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import PageKind
from tests.archive.extract.platform_pages import FOOT, HOST, NAV

HEAD = "<h1>青山煤矿职工运动会掠影</h1><p>2010-06-03 来源：青山矿报</p>"
PICTURE = "<p><img src=a.jpg></p>"
PASSWORD = "用户名<input name=u> 密码<input type=password name=p><input type=submit value=登录>"


def kind(source: str) -> PageKind:
    return extract(f"<html><body>{NAV}{source}{FOOT}</body></html>".encode(), f"{HOST}/a/3.htm").kind


@pytest.mark.parametrize(
    "source",
    [
        f"<div class=login><form>{PASSWORD}</form></div><div>{HEAD}{PICTURE}</div>",
        f"<form>站内搜索<input></form>{HEAD}<p><a href=/u/a.doc>秩序册.doc</a></p>",
        f"{HEAD}{PICTURE}<form><textarea></textarea>请输入验证码<input></form>",
        f"{HEAD}{PICTURE}<form>您还没有登录，请登录<textarea></textarea></form>",
        f"{HEAD}{PICTURE}<p>您需要登录后才可以发表评论</p>",
        f"{HEAD}{PICTURE}<div>相关新闻</div><p>没有相关内容</p>",
        f"{HEAD}<p>系统繁忙，请稍后再试！</p>",
        f"{HEAD}<div>您的浏览器不支持视频播放，请启用JavaScript</div><script>play()</script>",
        f"{HEAD}<p>退休的老李自动返回岗位。</p><script>document.f.submit()</script>",
    ],
)
def test_it_is_an_article(source: str) -> None:
    assert kind(source) == "article"


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ("not_found", f"{HEAD}<p>该内容已被发布者删除</p>"),
        ("login", f"{HEAD}<p>请登录后查看全文</p>"),
        ("login", f"<h1>会员登录</h1><p>2010-06-03</p><form>{PASSWORD}</form>"),
        ("error", "<h1>访问被拦截</h1><p>2010-06-03 10:00:00</p>"),
        ("error", "<p>青山煤矿</p><p>系统繁忙，请稍后再试！</p>"),
        ("error", "<p>请输入验证码<input></p>"),
    ],
)
def test_what_says_that_the_text_is_not_there(expected: PageKind, source: str) -> None:
    assert kind(source) == expected
