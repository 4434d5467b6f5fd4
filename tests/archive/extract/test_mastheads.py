"""A date above a title: the reader's day, which a masthead prints, or the text's own."""

from __future__ import annotations

import pytest

from archive.extract import extract

TITLE = "<title>青山煤矿开展安全月活动</title><h1>青山煤矿开展安全月活动</h1>"
TEXT = (
    "<div class=zw><p>六月以来，矿党委精心组织，周密部署，掀起活动热潮。</p>"
    "<p>会上，矿长要求各单位要加强领导，落实责任，确保活动取得实效。</p></div>"
)
MENU = "<div><a href=/>首页</a> | <a href=/n/>新闻中心</a> | <a href=/d/>党建</a></div>"
LIST = "<ul><li><a href=/>网站首页</a></li><li><a href=/n/>新闻中心</a></li></ul>"
PATH = "<div>您的位置：<a href=/>首页</a> &gt; <a href=/n/>新闻</a></div>"
SERVED = {"date": "Sat, 21 Nov 2026 23:18:38 GMT"}
DAYS = ["2026年11月22日", "2026-11-22", "2026年11月22日 星期日", "星期日 2026/11/22", "青山煤矿网 2026-11-22"]


def _date(above: str, headers: dict[str, str] | None = None, below: str = "", path: str = "/a/1.htm") -> str:
    page = f"<html><body>{above}{TITLE}{below}{TEXT}</body></html>"
    return (extract(page.encode(), f"http://www.qingshan.example{path}", headers).published_at or "")[:10]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("between", [MENU, LIST, PATH])
def test_what_stands_above_the_menu_is_the_sites(day: str, between: str) -> None:
    assert _date(f"<div>{day}</div>{between}") == ""


@pytest.mark.parametrize("day", DAYS)
def test_it_may_stand_in_the_menu(day: str) -> None:
    assert _date(f"<div>{day} <a href=/>首页</a> <a href=/n/>新闻</a></div>") == ""


@pytest.mark.parametrize("day", [*DAYS, "2026年11月22日 07:20:11", "2026-11-22 7:12"])
def test_the_day_on_which_the_page_was_served(day: str) -> None:
    """23:18 at Greenwich is the next day in China."""
    assert _date(f"<div>{day}</div><div>青山煤矿欢迎各界来访</div>", SERVED) == ""


@pytest.mark.parametrize(
    "day", ["2026年11月22日 星期日", "星期日 2026/11/22", "2026年11月22日 07:20:11", "2026-11-22 7:12"]
)
def test_a_weekday_or_a_clock_right_above_the_title(day: str) -> None:
    assert _date(f"<div>{day}</div>", SERVED) == ""


@pytest.mark.parametrize(
    "clock", ["现在时间：2026-11-22 07:20", "今日日期：2026年11月22日", "今天：2026年11月22日"]
)
def test_clocks_that_say_so(clock: str) -> None:
    assert _date(f"<div>{clock}</div>") == ""


@pytest.mark.parametrize(
    ("above", "headers"),
    [
        ("<div>2026-11-20</div>", SERVED),
        ("<div>2026-11-22</div>", SERVED),
        ("<div>2026年11月22日</div>", SERVED),
        ("<div>2026-11-22 06:10</div>", SERVED),
        ("<div>发布时间：2026-11-22</div>", SERVED),
        ("<div>2026-11-22</div>", {}),
        ("<div>2026-11-22</div>", {"date": "yesterday"}),
        ("<div>2026-11-22</div>", {"date": "Sat, 99 Nov 2026 23:18:38 GMT"}),
        (f"{MENU}<div>2026-11-20</div>", {}),
        ("<div>2026-11-20</div><div><a href=/c/>矿区文化</a></div>", {}),
        ("<div>2026-11-20 <a href=/>返回首页</a></div>", {}),
        (f"<div>发布时间：2026-11-20 来源：宣传科</div>{PATH}", {}),
    ],
)
def test_the_day_of_the_text(above: str, headers: dict[str, str]) -> None:
    assert _date(above, headers)


@pytest.mark.parametrize(
    ("below", "path"),
    [
        ("<div>2026-11-22</div>", "/a/1.htm"),
        ("<div>2026-11-22 07:20</div>", "/a/1.htm"),
        ("", "/2026-11/22/content_3.htm"),
    ],
)
def test_a_text_of_the_same_day_says_so_elsewhere(below: str, path: str) -> None:
    """Below its title, or, where the masthead of a newspaper is all that prints its day, in its address."""
    assert _date(f"<div>2026年11月22日 星期日</div>{MENU}", SERVED, below, path) == "2026-11-22"
