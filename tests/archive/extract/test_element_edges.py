"""Words that only the edges of elements part are told apart."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.extract.element_edges import text_parted_at_edges
from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout

TEXT = "<p>矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>" * 9
URL = "http://www.qingshan.example/a/7.html"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<span>2019-06-24</span><span>青山煤矿</span>", "2019-06-24|青山煤矿"),
        ("<i class=a></i>2019-06-24<i></i>青山煤矿<i></i>88", "2019-06-24|青山煤矿|88"),
        ("<span>2019-06-24</span> <span>青山煤矿</span>", "2019-06-24 青山煤矿"),
        ("来源：<span>青山煤矿</span><em>作者：李明</em>", "来源：青山煤矿|作者：李明"),
        ("<span>青山<b>煤</b><a href=1>矿</a></span>", "青山煤矿"),
        ("<span>青山煤矿</span><button>分享</button><script>f()</script>", "青山煤矿"),
        # What is hidden, or another line, leaves it as it is.
        ("<span>青山</span><span style='display:none'>网</span><span>矿</span>", "青山矿"),
        ("<span>青山</span><span>矿</span><br>李明", "青山矿"),
    ],
)
def test_parts(line: str, text: str) -> None:
    assert text_parted_at_edges(read_layout(parse_tree(f"<p>{line}</p>")[0]), 0) == text


def test_a_byline_without_blanks() -> None:
    line = "<span>2024年6月11日 10:07</span><span>青山油田</span><span>文 丁香 石榴</span>"
    got = extract(f"<h1>春雨</h1><div>{line}</div><div>{TEXT}</div>".encode(), URL)
    assert (got.published_at, got.source, got.author) == ("2024-06-11T10:07", "青山油田", "丁香 石榴")
    assert got.byline == "2024年6月11日 10:07青山油田文 丁香 石榴"


def test_a_date_in_several_elements_is_read_as_printed() -> None:
    line = "<span>来源：青山网</span><i>2024年</i><i>6月</i><i>11日</i>"
    got = extract(f"<h1>春雨</h1><div>{line}</div><div>{TEXT}</div>".encode(), URL)
    assert (got.published_at, got.source) == ("2024-06-11", "青山网")
