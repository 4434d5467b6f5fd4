from __future__ import annotations

import pytest

from archive.extract.titles import Title, find_title, split_site_name
from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout


def _title(source: str) -> Title:
    tree, _ = parse_tree(f"<html>{source}</html>")
    return find_title(read_layout(tree), tree)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (
            "<title>开展安全月活动_青山矿业网</title><h1>青山矿业网</h1><h2>开展安全月活动</h2>",
            "开展安全月活动",
        ),
        (
            "<title>青山煤矿</title><h1>关于开展主题教育活动的通知</h1><p>正文。</p>",
            "关于开展主题教育活动的通知",
        ),
        (
            "<title>网站</title><h1>关于开展“强基固本”<br>主题教育的意见</h1>",
            "关于开展“强基固本”主题教育的意见",
        ),
        # Two cells, one title: only the head says that they belong together.
        (
            "<title>关于开展“强基固本”主题教育的意见</title><tr><td>关于开展“强基固本”</td></tr><tr><td>主题教育的意见</td></tr>",
            "关于开展“强基固本”主题教育的意见",
        ),
        ("<title>矿区简讯三则</title><p>今天，矿区召开会议。</p>", "矿区简讯三则"),
        ("<title>矿区简讯三则-青山煤矿外网</title><p>今天，矿区召开会议。</p>", "矿区简讯三则"),
        ("<title>显示</title><p>今天，矿区召开会议。</p>", None),
        ("<p>今天，矿区召开会议。</p>", None),
    ],
)
def test_title(source: str, title: str | None) -> None:
    assert _title(source).text == title


def test_the_lines_of_a_title_are_known() -> None:
    title = _title(
        "<title>开展安全月活动_青山矿业网</title><body><p>首页</p><h1>开展安全月活动</h1><p>正文</p>"
    )
    assert (title.lines, title.site_name) == (range(1, 2), "青山矿业网")


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        ("开展安全月活动_青山矿业网", ("开展安全月活动", "青山矿业网")),
        ("开展安全月活动-新闻中心-青山煤矿", ("开展安全月活动", "青山煤矿")),
        ("开展安全月活动 | 青山礦業網", ("开展安全月活动", "青山礦業網")),
        ("打赢“百日会战”——采一队纪事", ("打赢“百日会战”——采一队纪事", None)),
        ("2010-2012年规划", ("2010-2012年规划", None)),
        ("", ("", None)),
    ],
)
def test_site_names_are_split_off(head: str, parts: tuple[str, str | None]) -> None:
    assert split_site_name(head) == parts
