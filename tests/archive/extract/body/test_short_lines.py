"""Texts without a sentence: verse, slogans, names; and menus and forms, which are none."""

from __future__ import annotations

from archive.extract import extract

HEAD = "<h1>井下的灯</h1><p>作者：白桦林 发布日期：2012-07-05 阅读：66</p>"
VERSE = [f"照过第{n}道断层" for n in "一二三四五六七八"]
MENU = "<ul>" + "".join(f"<li><a href={n}.htm>栏目之{n}</a></li>" for n in range(9)) + "</ul>"
FOOT = "<div class=foot>版权所有 青山煤矿</div>"


def _page(inner: str) -> str:
    return f"<html><head><title>井下的灯_青山煤矿</title></head><body>{MENU}{inner}{MENU}{FOOT}</body></html>"


def test_a_poem_is_kept_line_by_line() -> None:
    page = _page(f"<div>{HEAD}<div class=c>{'<br>'.join(VERSE)}</div></div>")
    got = extract(page.encode(), "http://www.qingshan.example/wx/9.html")
    assert (got.kind, got.text) == ("article", "\n".join(VERSE))
    assert got.fields["author"] == "白桦林"


def test_a_few_words_below_a_title_are_no_poem() -> None:
    page = _page(f"<div>{HEAD}<p>{SENTENCE}</p></div><p>电话</p><p>传真</p>")
    assert extract(page.encode(), "http://www.qingshan.example/wx/9.html").text == SENTENCE


SENTENCE = "六月以来，矿区各单位围绕目标，逐项分解任务，压实责任，取得了新的成绩。"


def test_a_list_of_names_ends_above_the_sites_foot() -> None:
    names = ["赵文锋", "张文", "李明", "王建平", "陈文", "孟庆东", "韩东"]
    lines = "".join(f"<p>{line}</p>" for line in (*names, "版权所有 青山煤矿", "技术支持：云岭软件"))
    page = f"<html><head><title>先进个人名单</title></head><body><h1>先进个人名单</h1>{lines}</body></html>"
    got = extract(page.encode(), "http://www.qingshan.example/mz/3.html")
    assert (got.text, got.author) == ("\n".join(names), None)


def test_a_list_of_links_below_a_title_is_no_poem() -> None:
    links = "".join(f"<li><a href={n}.htm>关于召开第{n}次安全例会的通知</a></li>" for n in range(20))
    page = _page(f"<h1>通知公告</h1><ul>{links}</ul>")
    assert extract(page.encode(), "http://www.qingshan.example/tz/").kind == "listing"
