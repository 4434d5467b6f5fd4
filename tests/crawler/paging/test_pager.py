"""Page numbers under a list."""

from __future__ import annotations

import pytest

from crawler.paging import FOUND_ON_PAGE, ListPage

BASE = "http://mine.example/xwzx/"


def next_page(path: str, html: str) -> str | None:
    url = FOUND_ON_PAGE.next_page(ListPage(BASE + path, html))
    return url.removeprefix(BASE) if url else None


def numbers(form: str, *shown: int) -> str:
    return " ".join(f'<a href="{form.format(n)}">[{n}]</a>' for n in shown)


@pytest.mark.parametrize(
    ("path", "html", "expected"),
    [
        ("list.asp", numbers("list.asp?p={}", 2, 3, 4), "list.asp?p=2"),
        ("list.asp?p=3", numbers("list.asp?p={}", 1, 2, 4), "list.asp?p=4"),
        ("list.asp?p=4", numbers("list.asp?p={}", 1, 2, 3), None),
        ("list.asp?p=4", numbers("list.asp?p={}", 1, 2, 3, 4), None),
        ("dj.shtml", numbers("dj_{}.shtml", 2), "dj_2.shtml"),
        ("dj_2.shtml", '<a href="dj.shtml">1</a>' + numbers("dj_{}.shtml", 3), "dj_3.shtml"),
        ("dj_3.shtml", '<a href="dj.shtml">1</a>' + numbers("dj_{}.shtml", 2), None),
        ("", "".join(f'<a href="index_{n - 1}.htm">{n}</a>' for n in (2, 3)), "index_1.htm"),
        ("l?start=20", "".join(f'<a href="l?start={20 * n - 20}">{n}</a>' for n in (1, 3, 4)), "l?start=40"),
        ("tz/7.htm", "".join(f'<a href="{10 - n}.htm">{n}</a>' for n in (2, 4, 5)), "tz/6.htm"),
        ("l.php?p=5", numbers("l.php?p={}", 1, 2, 3, 4) + '<a href="l.php?p=6">下5页</a>', "l.php?p=6"),
        (
            "l_1.asp",
            "<option value='l_1.asp'>第1页</option><option value='l_2.asp'>第2页</option>",
            "l_2.asp",
        ),
        ("list.asp", '<table id="wp-calendar"><td>' + numbers("2016/11/{}.htm", 1, 2, 3), None),
        ("list.asp", "<a href='7.htm'>2</a>", None),
        ("list.asp", "<p>2023</p>", None),
    ],
)
def test_the_number_that_follows_the_pages_own(path: str, html: str, expected: str | None) -> None:
    assert next_page(path, html) == expected


def test_a_box_without_an_end_is_read_to_a_bound() -> None:
    box = "".join(f"<option value='{number}.htm'>{number}</option>" for number in range(1, 30_000))
    assert next_page("5.htm", box) == "6.htm"
    assert next_page("25000.htm", box) is None


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="2.htm">»</a>', "2.htm"),
        ('<a href="9.htm">››</a><a href="2.htm">›</a>', "2.htm"),
        ('<a class="btn-next" href="2.htm"><i></i></a>', "2.htm"),
        ('<a class="next" href="javascript:;"><i></i></a>', None),
        ('<a href="2.htm"><img src="n.gif" alt="下一页"></a>', "2.htm"),
        ('<a href="2.htm">&laquo; 较旧的文章</a>', "2.htm"),
        ('<a href="2.htm">← 早期文章</a>', "2.htm"),
        ('<a href="2.htm">上一期</a>', "2.htm"),
        ('<a href="2.htm">查看更多</a>', "2.htm"),
        ('<a href="2.htm">更多</a>', None),
        ('<a href="3.htm">»</a>' + numbers("{}.htm", 1, 2, 3), "2.htm"),
    ],
)
def test_an_arrow_a_picture_or_other_words(html: str, expected: str | None) -> None:
    assert next_page("1.htm", html) == expected
