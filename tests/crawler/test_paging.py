from __future__ import annotations

import pytest

from crawler.paging import FOUND_ON_PAGE, ListPage, Numbered, Paging, Query, Repeats

BASE = "http://mine.example/xwzx/"


def next_page(path: str, html: str, paging: Paging = FOUND_ON_PAGE) -> str | None:
    url = paging.next_page(ListPage(BASE + path, html or "<p>"))
    return url.removeprefix(BASE) if url else None


@pytest.mark.parametrize(
    ("path", "script", "expected"),
    [
        ("", 'createPageHTML(3, 0, "index", "html");', "index_1.html"),
        ("index.html", "createPageHTML(3, 0, 'index', 'html');", "index_1.html"),
        ("index_1.html", 'createPageHTML(3,1,"index","html")', "index_2.html"),
        ("index_2.html", 'createPageHTML(3, 2, "index", "html")', None),
        ("index.html", 'createPage(1, 0, "index", "html")', None),
        ("list.shtml", 'createPageHTML("page_div", 3, 1, "list", "shtml", 50)', "list_2.shtml"),
        ("list_3.shtml", 'createPageHTML("page_div", 3, 3, "list", "shtml", 50)', None),
        ("index.html", "createPageHTML(total, current);", None),
    ],
)
def test_a_trs_script_says_how_many_pages_there_are(path: str, script: str, expected: str | None) -> None:
    assert next_page(path, f"<script>{script}</script>") == expected


def test_the_address_and_not_the_script_says_where_we_are() -> None:
    # A cached page prints the number of another one.
    assert (
        next_page("index_2.html", '<script>createPageHTML(9, 0, "index", "html")</script>') == "index_3.html"
    )


@pytest.mark.parametrize("text", ["下一页", "下一頁", "下页", "[下一页]", " 下一页 >", "后一页", "Next"])
def test_a_link_to_the_next_page(text: str) -> None:
    html = f'<a href="index_9.html">尾页</a><a href="./index_2.html#top"><span>{text}</span></a>'
    assert next_page("index.html", html) == "index_2.html"


@pytest.mark.parametrize("href", ["", "javascript:void(0)", "index_3.html", "#", "http://["])
def test_a_next_link_on_the_last_page_leads_nowhere(href: str) -> None:
    assert next_page("index_3.html", f'<a href="{href}">下一页</a>') is None


def test_an_article_whose_title_speaks_of_a_next_page_is_no_pager() -> None:
    assert next_page("index.html", '<a href="7.html">翻开安全生产下一页</a>') is None


@pytest.mark.parametrize(
    ("path", "paging", "expected"),
    [
        ("index.shtml", Numbered("index_{}.shtml"), "index_2.shtml"),
        ("index_27.shtml", Numbered("index_{}.shtml"), "index_28.shtml"),
        ("", Numbered("index_{}.html", second=1), "index_1.html"),
        ("list-60-1.html", Numbered("list-60-{}.html"), "list-60-2.html"),
        ("14", Query("page"), "14?page=2"),
        ("14?page=2&chid=7", Query("page"), "14?page=3&chid=7"),
        ("14?page=x", Query("page"), None),
    ],
)
def test_declared_dialects_count_up(path: str, paging: Paging, expected: str | None) -> None:
    assert next_page(path, "", paging) == expected


def test_links_are_absolute_and_only_of_the_web() -> None:
    html = """<base href="/tzgg/"><div class="list"><a href="a.htm#1">1</a><a href="mailto:x@y.z">2</a>
    <a href=" ../b.htm ">3</a></div><a href="c.htm">4</a>"""
    page = ListPage(BASE, html)

    assert list(page.links(".list")) == ["http://mine.example/tzgg/a.htm", "http://mine.example/b.htm"]
    assert len(list(page.links())) == 3


def test_a_set_of_articles_is_new_once() -> None:
    repeats = Repeats()

    assert repeats.earlier("/1", frozenset("ab")) is None
    assert repeats.earlier("/2", frozenset("bc")) is None
    assert repeats.earlier("/3", frozenset("ba")) == "/1"
    assert repeats.earlier("/1", frozenset("ab")) is None
