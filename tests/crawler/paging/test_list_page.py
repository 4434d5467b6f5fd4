"""The links of one list page, and what they say."""

from __future__ import annotations

from crawler.paging.list_page import ListPage

BASE = "http://mine.example/news/"


def test_links_are_absolute_and_only_of_the_web() -> None:
    html = """<base href="/tzgg/"><div class="list"><a href="a.htm#1">1</a><a href="mailto:x@y.z">2</a>
    <a href=" ../b.htm ">3</a></div><a href="c.htm">4</a><a href="c.htm">5</a>"""
    page = ListPage(BASE, html)

    assert list(page.links(".list")) == ["http://mine.example/tzgg/a.htm", "http://mine.example/b.htm"]
    assert len(list(page.links())) == 3


def test_a_link_says_what_a_reader_sees() -> None:
    page = ListPage(BASE, "<a href=a.htm>招标\u200b公告 <b>\u202e一</b></a>")

    assert list(page.titles().values()) == ["招标公告 一"]


def test_addresses_in_a_script() -> None:
    page = ListPage(BASE, r"var list = [{'link_add':'http:\/\/mine.example\/a.htm'},{'link_add':'b.htm'}]")
    assert list(page.scripted(r"'link_add':'([^']+)'")) == ["http://mine.example/a.htm", BASE + "b.htm"]


def test_a_broken_base_leaves_the_links_of_a_list() -> None:
    page = ListPage(BASE, "<base href='http://[x'><a href='1.htm'>青山煤矿安全例会</a>")
    assert list(page.links()) == [f"{BASE}1.htm"]
