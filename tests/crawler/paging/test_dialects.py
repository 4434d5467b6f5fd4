from __future__ import annotations

import pytest

from crawler.paging import (
    FOUND_ON_PAGE,
    CountDown,
    DataProxy,
    ListPage,
    Numbered,
    Paging,
    Postback,
    Posted,
    Query,
    Repeats,
    Suffixed,
)

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
        (
            "index.html",
            'function createPageHTML(n, at, name, ext) {} createPageHTML(3, 0, "index", "html");',
            "index_1.html",
        ),
        ("index.html", "function createPageHTML(n, at, name, ext) { write(at + 1); }", None),
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


@pytest.mark.parametrize(
    "button",
    [
        "<input type='button' value='下一页' onclick=\"location.href='index_2.html'\">",
        "<span onclick=\"location='index_2.html'\">下一页</span>",
        "<button onclick=\"window.location.href = 'index_2.html'\"><img alt='下一页'></button>",
    ],
)
def test_the_next_page_may_be_behind_a_button(button: str) -> None:
    assert next_page("index.html", button) == "index_2.html"


def test_another_button_is_no_next_page() -> None:
    html = "<input type='button' value='查询' onclick=\"location.href='search.html'\"><span>下一页</span>"
    assert next_page("index.html", html) is None


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
        ("index.html", Numbered("index{}.html"), "index2.html"),
        ("index2.html", Numbered("index{}.html"), "index3.html"),
        ("page_09.html", Numbered("page_{:02}.html"), "page_10.html"),
        ("shijian_31.html", Numbered("shijian_31_{}.html", second=1), "shijian_31_1.html"),
        ("yaowen.html", Suffixed(), "yaowen_2.html"),
        ("yaowen_2.html", Suffixed(), "yaowen_3.html"),
        ("", Suffixed(second=1), "index_1.html"),
        ("", Suffixed(index="index.jhtml"), "index_2.jhtml"),
        ("list", Suffixed(), None),
        ("14", Query("page"), "14?page=2"),
        ("14?page=2&chid=7", Query("page"), "14?page=3&chid=7"),
        ("14?page=x", Query("page"), None),
    ],
)
def test_declared_dialects_count_up(path: str, paging: Paging, expected: str | None) -> None:
    assert next_page(path, "", paging) == expected


@pytest.mark.parametrize("form", ["index.html", "index{}_{}.html", "index{n}.html", "{}{n}.html"])
def test_a_name_without_one_place_for_its_number_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="one place for the number"):
        Numbered(form)


@pytest.mark.parametrize(
    "patterns", [("44.htm", "共(\\d+)页"), (r"(\w+)/(\d+)\.htm", "共(\\d+)页"), (r"(\d+)", "共9页")]
)
def test_a_pattern_without_one_group_for_its_number_is_refused(patterns: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="one group"):
        CountDown(patterns[0], total=patterns[1])


def test_a_set_of_articles_is_new_once() -> None:
    repeats = Repeats()

    assert repeats.earlier("/1", frozenset("ab")) is None
    assert repeats.earlier("/2", frozenset("bc")) is None
    assert repeats.earlier("/3", frozenset("ba")) == "/1"
    assert repeats.earlier("/1", frozenset("ab")) is None


DOWN = CountDown(r"\w+/(\d+)\.htm", total=r"共(\d+)页")
PORTAL = CountDown(r"index_\d+_(\d+)\.html", total=r"maxPageNum\s*=\s*(\d+)")


@pytest.mark.parametrize(
    ("path", "html", "paging", "expected"),
    [
        ("tzgg.htm", '<a href="tzgg/3.htm">2</a>共45页', DOWN, "tzgg/44.htm"),
        ("tzgg/44.htm", "", DOWN, "tzgg/43.htm"),
        ("tzgg/1.htm", "", DOWN, None),
        ("tzgg.htm", "共1页", DOWN, None),
        (
            "index.html",
            '<script>maxPageNum = 9</script><a href="index_1281_1.html">9</a>',
            PORTAL,
            "index_1281_8.html",
        ),
        ("index_1281_8.html", "", PORTAL, "index_1281_7.html"),
    ],
)
def test_the_oldest_page_is_number_one(path: str, html: str, paging: Paging, expected: str | None) -> None:
    assert next_page(path, html, paging) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("default.htm", "default_1.htm"), ("default_1.htm", "default_2.htm"), ("default_21.htm", None)],
)
def test_a_script_counts_the_pages(path: str, expected: str | None) -> None:
    assert next_page(path, "<script>var countPage = 22</script>") == expected


@pytest.mark.parametrize(
    ("path", "html", "expected"),
    [
        ("list.jsp", "第1页 共2页", "list.jsp#post:PageSizeIndex=2"),
        ("list.jsp#post:PageSizeIndex=2", "第2页 共2页", None),
        ("list.jsp#post:PageSizeIndex=2", "", "list.jsp#post:PageSizeIndex=3"),
    ],
)
def test_a_form_carries_the_number(path: str, html: str, expected: str | None) -> None:
    assert next_page(path, html, Posted("PageSizeIndex")) == expected


def test_a_postback_names_its_event() -> None:
    event = "<a href=\"javascript:__doPostBack('Pager$1','{}')\">"
    html = event.format(2) + event.format(3)
    second = next_page("list.aspx", html, Postback())
    assert second == "list.aspx#post:__EVENTTARGET=Pager%241&__EVENTARGUMENT=2"
    assert next_page(second, html, Postback()) == "list.aspx#post:__EVENTTARGET=Pager%241&__EVENTARGUMENT=3"
    assert next_page("list.aspx", "<p>", Postback()) is None


def test_a_data_proxy_counts_rows() -> None:
    page = "<script>{nextgroup: '/proxy/dataproxy.jsp?webid=4&amp;unitid=7'}</script>"
    first = DataProxy(rows=3).next_page(ListPage(BASE, page))
    assert (
        first
        == "http://mine.example/proxy/dataproxy.jsp?startrecord=1&endrecord=3&perpage=1#post:webid=4&unitid=7"
    )
    row = "<record><![CDATA[<li><a href='/a.htm'>1</a></li>]]></record>"
    answer = ListPage(first, f"<?xml version='1.0'?><datastore><totalrecord>5</totalrecord>{row}</datastore>")

    assert list(answer.links(".list")) == ["http://mine.example/a.htm"]
    second = DataProxy(rows=3).next_page(answer)
    assert second and "startrecord=4&endrecord=6" in second
    assert DataProxy(rows=3).next_page(ListPage(second, answer.html)) is None


@pytest.mark.parametrize(
    ("html", "paging"),
    [
        ("<script>createPageHTML(3, 0, 'http://[x', 'html')</script>", FOUND_ON_PAGE),
        ("<script>createPageHTML(²³, 0, 'index', 'html')</script>", FOUND_ON_PAGE),
        (f"<script>createPageHTML({'9' * 5_000}, 0, 'index', 'html')</script>", FOUND_ON_PAGE),
        (f"<script>var countPage = {'9' * 5_000};</script>", FOUND_ON_PAGE),
        ("<a href='//[x'>下一页</a>", FOUND_ON_PAGE),
        ("<script>'http://[dataproxy.jsp?col=1'</script>", DataProxy()),
        (f"<a href=\"javascript:__doPostBack('p','{'2' * 5_000}')\">2</a>", Postback()),
    ],
)
def test_a_next_page_without_an_address_is_none(html: str, paging: Paging) -> None:
    assert next_page("index.html", html, paging) is None
