"""Texts that introduce a list, and lists that stand below a text."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import PageKind
from tests.archive.extract.platform_pages import FOOT, HOST, NAV

SENTENCE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
LINKS = [f"<a href='{n}.htm'>青山煤矿第{n}次安全例会顺利召开</a>" for n in range(1, 29)]
LOOSE = "<br>".join(LINKS)
ITEMS = f"<ul>{''.join(f'<li>{link}</li>' for link in LINKS)}</ul>"
DATED = f"<ul>{''.join(f'<li>{link}<span>2010-06-03</span></li>' for link in LINKS)}</ul>"
ROWS = "".join(f"<tr><td>{link}</td><td>张三</td><td>12/345</td><td>2010-06-03</td></tr>" for link in LINKS)


def kind(path: str, source: str) -> PageKind:
    page = f"<html><body>{NAV}<div class=main>{source}</div>{FOOT}</body></html>"
    return extract(page.encode(), HOST + path).kind


@pytest.mark.parametrize("path", ["/aqsc/", "/aqsc/index_2.html", "/aqsc/list.shtml"])
@pytest.mark.parametrize("sentences", [1, 2, 4, 6])
@pytest.mark.parametrize(
    "layout", ["<p>{}</p>" + LOOSE, "<p>{}</p>" + DATED, "<div>{}</div><div>" + ITEMS + "</div>"]
)
def test_a_text_that_introduces_a_longer_list(path: str, sentences: int, layout: str) -> None:
    assert kind(path, f"<h2>安全生产</h2>{layout.format(SENTENCE * sentences)}") == "listing"


@pytest.mark.parametrize("path", ["/aqsc/", "/aqsc/index_2.html", "/aqsc/list.shtml"])
@pytest.mark.parametrize(
    "layout", ["<p>{0}</p>" + DATED, "<div><p>{0}</p><p>{0}</p></div><div>" + DATED + "</div>"]
)
def test_a_text_that_is_longer_than_the_channels_own_list(path: str, layout: str) -> None:
    assert kind(path, f"<h2>安全生产</h2>{layout.format(SENTENCE * 20)}") == "listing"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/gaikuang/", f"<h1>企业简介</h1><p>{SENTENCE * 20}</p>{ITEMS}"),
        ("/gaikuang/", f"<h1>企业简介</h1><p>{SENTENCE * 20}</p><h3>相关新闻</h3>{DATED}"),
        ("/gaikuang/", f"<h1>企业简介</h1>{f'<p>{SENTENCE}</p>' * 30}{DATED}"),
        ("/gaikuang/", f"<h1>企业简介</h1><p>2010-06-03 来源：宣传科</p><p>{SENTENCE * 20}</p>{DATED}"),
        ("/gaikuang/jianjie_12345.html", f"<h1>企业简介</h1><p>{SENTENCE * 20}</p>{DATED}"),
        ("/gaikuang/", f"<h1>企业简介</h1><p>{SENTENCE * 20}</p></div><div>{DATED}"),
        ("/kaimen/", f"<h1>矿区开门</h1><p>2010-06-03</p><p>{SENTENCE * 4}</p></div><div>{DATED}"),
        ("/2010/06/kaimen/", f"<h1>矿区开门</h1><p>{SENTENCE * 4}</p></div><div>{DATED}"),
        ("/a/t20100603_345.htm", f"<h1>例会召开</h1><p>{SENTENCE * 2}</p>{ITEMS}"),
        ("/html/76543.html", f"<h1>例会召开</h1><p>{SENTENCE * 6}</p>{LOOSE}"),
        ("/gaikuang/", f"<h1>企业简介</h1><p>{SENTENCE * 4}</p>{'<br>'.join(LINKS[:5])}"),
    ],
)
def test_a_text_with_links_to_others_below(path: str, source: str) -> None:
    assert kind(path, source) == "article"


@pytest.mark.parametrize("path", ["/column/20345.html", "/list/20345.html", "/tags/123456.html"])
def test_a_long_number_in_a_folder_of_lists_is_no_texts_own(path: str) -> None:
    assert kind(path, f"<h1>安全生产</h1><p>{SENTENCE}</p>{DATED}") == "listing"


def test_the_rows_of_a_board_are_items() -> None:
    assert kind("/forum-2-1.html", f"<table>{ROWS}</table>") == "listing"


def test_a_table_of_names_is_none() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>张三</td><td><a href=x>综采队</a></td></tr>" for n in range(28))
    assert kind("/a/3.htm", f"<h1>先进个人名单</h1><table>{rows}</table>") == "article"
