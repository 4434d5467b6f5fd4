from __future__ import annotations

import pytest

from crawler.paging import ListPage
from crawler.probe.links import articles_of, channels_of

URL = "http://www.shiling.example/djgz/"


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
    assert [url.removeprefix("http://www.shiling.example") for url in found] == ["/tz/", "/dj/", "/x/"]


def test_channels_have_short_names() -> None:
    html = "<a href='/tzgg/'>通知公告</a><a href='index_2.html'>2</a><a href='9.htm'>石岭煤矿召开动员会议</a>"
    assert list(channels_of(ListPage(URL, html), ())) == ["http://www.shiling.example/tzgg/"]
