from __future__ import annotations

import pytest

from archive.extract import extract
from archive.extract.next_part import find_next_part
from archive.extract.page import parse
from archive.extract.part_addresses import labels_of_next

HOST = "http://www.qingshan.example"


def _next(url: str, source: str) -> str | None:
    page = parse(f"<html><body>{source}</body></html>".encode(), HOST + url)
    return find_next_part(page.tree, page.url, page.base_url, page.text)


@pytest.mark.parametrize(
    ("url", "source", "target"),
    [
        ("/a/12.shtml", "<a href='12_2.shtml'>下一页</a>", "/a/12_2.shtml"),
        ("/a/12_2.shtml", "<a href='12_3.shtml'>[下一页]</a>", "/a/12_3.shtml"),
        ("/a/12.shtml", "<b>1</b> <a href='/a/12_2.shtml'>2</a> 共2页", "/a/12_2.shtml"),
        ("/a/t1.html", "<a href='t1_1.html'>下頁</a>", "/a/t1_1.html"),
        ("/show.asp?id=7", "<a href='show.asp?id=7&page=2'>下一页&gt;&gt;</a>", "/show.asp?id=7&page=2"),
        ("/a/12.html", "<a href='12-2.html'>下页</a>", "/a/12-2.html"),
        ("/show-46-1673-1.html", "<a href='show-46-1673-2.html'>下一页</a>", "/show-46-1673-2.html"),
        ("/a/12.jhtml", "<a href='12_2.jhtml'>下一页</a>", "/a/12_2.jhtml"),
        (
            "/n1/2019/0611/c64-311.html",
            "<a href='c64-311-2.html'>【2】</a> 共2页",
            "/n1/2019/0611/c64-311-2.html",
        ),
        ("/view.aspx?id=7", "<a href='view.aspx?id=7&pageindex=2'>下一页</a>", "/view.aspx?id=7&pageindex=2"),
        ("/read.php?tid=5", "<a href='read.php?tid=5&pi=2'>下一页</a>", "/read.php?tid=5&pi=2"),
        ("/a/part2.htm", "<a href='part3.htm'>下一页</a>", "/a/part3.htm"),
        ("/a/12.htm", "<a href='12_2.htm'><img src=n.gif alt=下一页></a>", "/a/12_2.htm"),
        ("/a/t1.html", "<script>createPage(3, 0, 't1', 'html');</script>", "/a/t1_1.html"),
        ("/a/t1.html", "<script>createPageHTML(3, 0, 't1', 'html');</script>", "/a/t1_1.html"),
        ("/a/t1_1.html", '<script>createPageHTML(3, 1, "t1", "html");</script>', "/a/t1_2.html"),
        ("/a/t1.html", "<script>createPageHTML('pages', 2, 1, 't1', 'shtml', 20);</script>", "/a/t1_2.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml'>点击阅读余下全文&gt;&gt;</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml'>继续阅读</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml'>全文共3页 下一页→</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml'>下一页：二、主要做法</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "1 <a href='12_2.shtml'>(2)</a> <a href='12_3.shtml'>(3)</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "第[1]页 <a href='12_2.shtml'>第[2]页</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml'>第２页：主要做法</a>", "/a/12_2.shtml"),
        ("/a/12_2.shtml", "<a href='12_3.shtml'>第三页</a>", "/a/12_3.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml'>02</a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<a href='12_2.shtml' title=下一页><img src=n.gif></a>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<link rel=next href='12_2.shtml'>", "/a/12_2.shtml"),
        ("/a/12.shtml", "<a href='12_1.shtml'>1</a> <a href='12_2.shtml'>2</a>", "/a/12_2.shtml"),
        ("/a/12_1.shtml", "<a href='12_2.shtml'>3</a>", "/a/12_2.shtml"),
        (
            "/a/12.shtml",
            "<select><option value='12.shtml'>第1页<option value='12_2.shtml'>第2页</select>",
            "/a/12_2.shtml",
        ),
        (
            "/a/12.shtml",
            "<a href='javascript:;' onclick=\"location.href='12_2.shtml'\">下一页</a>",
            "/a/12_2.shtml",
        ),
        (
            "/a/12.shtml",
            "<input type=button value=下一页 onclick=\"window.location='12_2.shtml'\">",
            "/a/12_2.shtml",
        ),
        ("/a/12.html", "<a href='12(2).html'>下一页</a>", "/a/12(2).html"),
        ("/a/12.html", "<a href='12.2.html'>下一页</a>", "/a/12.2.html"),
        ("/a/12.html", "<a href='12p2.html'>下一页</a>", "/a/12p2.html"),
        ("/a/12/", "<a href='/a/12/page/2/'>下一页</a>", "/a/12/page/2/"),
        ("/a/12/page/2/", "<a href='/a/12/page/3/'>下一页</a>", "/a/12/page/3/"),
        ("/a/content_12.htm", "<a href='content_12_2.htm'>2</a>", "/a/content_12_2.htm"),
        (
            "/show.asp?id=7",
            "<a href='show.asp?id=7&ArticlePage=2'>[2]</a>",
            "/show.asp?id=7&ArticlePage=2",
        ),
        ("/show.asp?id=7&p=2", "<a href='show.asp?id=7&p=3'>3</a>", "/show.asp?id=7&p=3"),
        ("/a/kaimen/", "<a href='/a/kaimen/2/'>下一页</a>", "/a/kaimen/2/"),
        ("/a/kaimen/", "页码：1 <a href='/a/kaimen/2/'>2</a>", "/a/kaimen/2/"),
        ("/a/kaimen", "1 <a href='/a/kaimen/2'>2</a>", "/a/kaimen/2"),
        ("/a/kaimen.html", "1 <a href='/a/kaimen.html/2'>2</a>", "/a/kaimen.html/2"),
        ("/archives/12/", "1 <a href='/archives/12/2/'>2</a>", "/archives/12/2/"),
        (
            "/a/kaimen/2/",
            "<a href='/a/kaimen/'>1</a> 2 <a href='/a/kaimen/3/'>3</a> <a href='/a/kaimen/4/'>4</a>",
            "/a/kaimen/3/",
        ),
        ("/?p=1234", "页码：1 <a href='/?p=1234&page=2'>2</a>", "/?p=1234&page=2"),
        ("/?p=1234&page=2", "<a href='/?p=1234&page=3'>下一页</a>", "/?p=1234&page=3"),
        ("/a/kaimen/?page=2", "<a href='/a/kaimen/?page=3'>3</a>", "/a/kaimen/?page=3"),
        ("/Show.asp?ID=7", "<a href='show.asp?id=7&page=2'>下一页</a>", "/show.asp?id=7&page=2"),
        (
            "/a/t1.html",
            "<script>var _COUNT='3', _INDEX=0; createPageHTML(_COUNT, _INDEX, 't1', 'html')</script>",
            "/a/t1_1.html",
        ),
        (
            "/a/t1_1.html",
            "<script>var currentPage = 1; var countPage = 3; var nextPage = currentPage + 1;"
            "document.write('<a href=t1_' + nextPage + '.html>下一页</a>')</script>",
            "/a/t1_2.html",
        ),
    ],
)
def test_next_part(url: str, source: str, target: str) -> None:
    assert _next(url, source) == HOST + target


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("/a/12.shtml", "<a href='13.shtml'>下一页</a>"),
        ("/a/depart2.htm", "<a href='depart3.htm'>下一页</a>"),
        ("/a/12.shtml", "<a href='12_2.shtml'>下一篇</a>"),
        ("/a/12_2.shtml", "<a href='12.shtml'>上一页</a><a href='12_2.shtml'>下一页</a>"),
        ("/a/12.shtml", "<a href='http://other.example/a/12_2.shtml'>下一页</a>"),
        ("/a/12.shtml", "<a href='javascript:go(2)'>下一页</a>"),
        ("/art/2010/6/3/art_12_345.html", "<a href='art_12_347.html'>下一页</a>"),
        ("/a/t1_2.html", "<script>createPageHTML(3, 2, 't1', 'html');</script>"),
        ("/a/t1.html", "<script>createPageHTML(9, 0, 'index', 'html');</script>"),
        ("/show.asp?id=7", "<a href='show.asp?id=8&page=2'>下一页</a>"),
        ("/a/12.shtml", "<a href='12_all.shtml'>阅读全文</a>"),
        ("/a/news_3.html", "<a href='news_4.html'>下一篇：例会召开</a>"),
        ("/a/news_3.html", "<a href='news_4.html' rel=next>下一条</a>"),
        ("/a/12.shtml", "<a href='12_2.shtml'>3</a>"),
        ("/a/12.shtml", "<a href='12_1.shtml'>1</a>"),
        ("/a/12.shtml", "<a href='12_2.shtml'>图：第2采区</a>"),
        ("/a/12.shtml", "<a href='13.shtml' onclick=\"count('12_2.shtml')\">下一页</a>"),
        ("/show.asp?id=7", "<a href='show.asp?id=7&pageid=2'>下一页</a>"),
        ("/show.asp?id=7&p=2", "<a href='show.asp?id=7&p=4'>下一页</a>"),
        ("/?p=1234", "<a href='/?p=1235'>下一页</a>"),
        ("/?p=1234&page=2", "<a href='/?p=1235&page=3'>下一页</a>"),
        ("/?p=1234", "<a href='/?p=1234&page=3'>3</a>"),
        ("/?p=1234&page=2", "<a href='/?page=3'>3</a>"),
        ("/archives/12/", "<a href='/archives/13/'>下一页</a>"),
        ("/archives/12/", "<link rel=next href='/archives/13/'>"),
        ("/archives/12/", "<a href='/archives/11/2/'>2</a>"),
        ("/archives/1/", "<a href='/archives/2/'>2</a>"),
        ("/a/kaimen/", "<a href='/a/kaimen/3/'>3</a>"),
        ("/a/kaimen/", "<a href='/a/kaimen/2/'>第二季度</a>"),
        ("/a/kaimen/", "<a href='/a/kaimen/feed/'>2</a>"),
        ("/", "<a href='/2/'>2</a>"),
        ("/2010/3.html", "<a href='/2010/4.html'>下一页</a>"),
        ("/a/t1.html", "<script>createPageHTML(COUNT, 0, 't1', 'html')</script>"),
        ("/a/t1_2.html", "<script>var currentPage=2; var countPage=3; 't1_' + nextPage</script>"),
        ("/a/index.html", "<script>var currentPage=0; var countPage=9; 'list_' + nextPage</script>"),
    ],
)
def test_what_is_no_next_part(url: str, source: str) -> None:
    assert _next(url, source) is None


def test_the_part_before_does_not_follow() -> None:
    assert not labels_of_next(f"{HOST}/a/12_3.shtml", f"{HOST}/a/12_2.shtml")
    assert labels_of_next(f"{HOST}/a/12_2.shtml", f"{HOST}/a/12_3.shtml") == (3, 4)


def test_a_query_alone_leads_to_the_next_part() -> None:
    page = "<h1>通讯</h1><p>一</p><a href='?id=7&page=2'>下一页</a>"
    extraction = extract(page.encode(), "http://www.qingshan.example/show.php?id=7")
    assert extraction.next_part == "http://www.qingshan.example/show.php?id=7&page=2"
