from __future__ import annotations

import pytest

from crawler.paging import ListPage
from crawler.probe.links import articles_of, channels_below, channels_of

HOME = "http://www.shiling.example"
URL = f"{HOME}/djgz/"


def articles(html: str) -> list[str]:
    return [link.url.removeprefix(URL) for link in articles_of(ListPage(URL, html))]


def rows(form: str, count: int = 5) -> str:
    return "".join(form.format(n=n, title=f"石岭煤矿第{n}采区召开动员会") for n in range(1, count + 1))


@pytest.mark.parametrize(
    "form",
    [
        "<li><a href='{n}.htm'>{title}</a><span>[05-0{n}]</span></li>",
        "<li><a href='{n}.htm' title='{title}'>石岭煤矿第…</a> 23/05/0{n}</li>",
        "<tr><td><a href='/'>要闻</a> <a href='{n}.htm'>{title}</a></td><td>2023年5月{n}日</td></tr>",
        "<li><a href='{n}.htm'><p>{title}</p><i>2023.05.0{n}</i></a></li>",
        "<dl><dt>2023-5-{n}</dt><dd><a href='{n}.htm'>{title}</a></dd></dl>",
        "<a href='{n}.htm'>{title}</a>(2023-05-0{n})<br>",
        "<li><a href='{n}.htm'>{title}</a><i>5月{n}日</i></li>",
        "<p><a href='{n}.htm'>{title}</a> (5/{n})</p>",
        "<p><a href='#' onclick=\"window.open('{n}.htm')\">{title}</a> 2023-05-0{n}</p>",
        "<p><a href='{n}.htm'>{title}</a> <a href='/u/3'>管理员</a> 2023-5-{n} <a href='/c/9'>安全</a></p>",
        "<p><a href='{n}.htm'>{title}</a></p>",
    ],
)
def test_rows_of_a_list(form: str) -> None:
    assert articles(f"<div>{rows(form)}</div>") == [f"{n}.htm" for n in range(1, 6)]


@pytest.mark.parametrize(
    "form",
    [
        "<a href='{n}.htm'><b>1{n}</b><i>2023-05</i><h3>{title}</h3><p>矿长讲话</p></a>",
        "<dl><dt><em>2023.05</em><b>0{n}</b></dt><dd><a href='{n}.htm'>{title}</a></dd></dl>",
        "<li><b>{n}</b><i>5月</i><a href='{n}.htm'>{title}</a></li>",
    ],
)
def test_a_day_may_have_a_box_of_its_own(form: str) -> None:
    assert articles(f"<div>{rows(form, 2)}</div>") == ["1.htm", "2.htm"]


@pytest.mark.parametrize(
    "form",
    [
        "<li><b>{n}</b><i>2023.45</i><a href='{n}.htm'>{title}</a></li>",
        "<li><a href='{n}.htm'>{title}</a><i>3.5</i><i>12</i></li>",
        "<li><a href='{n}.htm'>{title}</a></li>",
    ],
)
def test_two_titles_without_a_date_are_no_list(form: str) -> None:
    assert articles(f"<div>{rows(form, 2)}</div>") == []
    assert len(articles(f"<div>{rows(form, 3)}</div>")) == 3


def test_a_dated_notice_does_not_hide_a_list_without_dates() -> None:
    notice = "<p><a href='t9.htm'>关于春节放假的通知</a> 2023-01-09</p>"
    assert len(articles(notice + rows("<a href='{n}.htm'>{title}</a>"))) == 5


@pytest.mark.parametrize(
    "html",
    [
        "<p>2026年11月1日 <a href='#'>设为首页</a></p>",
        "<p>2026-11-01 <a href='/'>返回首页</a></p>",
        "<p><a href='/2026/11/'>2026年11月</a></p>",
        "<p>2026-11-01 <a href='index_2.html'>下一页</a></p>",
        "<p>2026-11-01 <a href='http://other.example/1.htm'>外站的一条安全生产新闻</a></p>",
    ],
)
def test_a_date_beside_it_makes_no_article(html: str) -> None:
    assert articles(html) == []


def test_what_a_name_below_that_of_the_site_has_is_its_own() -> None:
    html = rows("<li><a href='http://dj.shiling.example/{n}.htm'>{title}</a> 2023-05-0{n}</li>")
    assert len(articles(html)) == 5


def test_a_picture_may_say_more() -> None:
    pictures = "<a href='/tz/'><img src='more.gif'></a><a href='/dj/'><img src='1.gif' alt='更多'></a>"
    html = f"{pictures}<a href='/x/'>更多&gt;&gt;</a>"
    found = channels_of(ListPage(URL, html), ())
    assert [url.removeprefix(HOME) for url in found] == ["/tz/", "/dj/", "/x/"]


@pytest.mark.parametrize(
    ("name", "may_be_a_list"),
    [
        *[(name, False) for name in ("公司简介", "联系我们", "返回首页", "网站地图", "设为首页", "登录")],
        *[(name, True) for name in ("党建工作", "领导讲话", "投稿选登", "基层概览", "组织建设", "关于党史")],
    ],
)
def test_what_a_menu_names_beside_its_channels(name: str, may_be_a_list: bool) -> None:
    html = f"<a href='/x/'>{name}</a>"
    assert bool([*channels_of(ListPage(URL, html), ())]) == may_be_a_list


def test_parts_of_a_channel_are_below_its_address_or_behind_more() -> None:
    html = "<a href='zzjs/'>组织建设</a><a href='/tzgg/'>通知公告</a><a href='/dj.htm'>更多</a>" + rows(
        "<li><a href='{n}.htm'>{title}</a></li>"
    )
    found = [url.removeprefix(HOME) for url in channels_below(ListPage(URL, html))]
    assert found == ["/djgz/zzjs/", "/dj.htm"]
    assert [*channels_below(ListPage(f"{HOME}/djgz.htm", html))] == [f"{HOME}/dj.htm"]


def test_channels_have_short_names() -> None:
    html = "<a href='/tzgg/'>通知公告</a><a href='index_2.html'>2</a><a href='9.htm'>石岭煤矿召开动员会议</a>"
    assert list(channels_of(ListPage(URL, html), ())) == [f"{HOME}/tzgg/"]
