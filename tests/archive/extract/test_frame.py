"""The path to a page, which boxes of that name hold without a label."""

from __future__ import annotations

import pytest

from archive.extract.frame import frame_lines
from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        (
            "<ol class=breadcrumb><li>首页</li><li>党的建设</li><li>学习教育</li></ol>",
            ("首页 > 党的建设 > 学习教育",),
        ),
        (
            "<div class=el-breadcrumb><span>首页</span><span>/</span><span>党的建设</span></div>",
            ("首页/党的建设",),
        ),
        ("<div id=weizhi>主页 - 新闻 - 矿区</div>", ("主页 - 新闻 - 矿区",)),
        (
            "<ol class=breadcrumb><li>首頁</li><li>黨的建設</li></ol>",
            ("首頁 > 黨的建設",),
        ),
        # What tells of itself is given once, as printed.
        ("<div class=position>首页 > 新闻 > 矿区</div>", ("首页 > 新闻 > 矿区",)),
        # A menu is no path, nor is a box of that name that does not begin at home.
        ("<div class=menu>首页 - 新闻 - 论坛</div>", ()),
        ("<div class=position><p>招聘职位</p><p>采煤工</p></div>", ()),
        (
            "<ul class=location><li>首页<li>概况<li>新闻<li>党建<li>工会<li>安全<li>论坛</ul>",
            (),
        ),
    ],
)
def test_a_path(path: str, lines: tuple[str, ...]) -> None:
    layout = read_layout(
        parse_tree(f"<html><body>{path}<div><p>今天，矿区召开会议。</p></div></body></html>")[0]
    )
    assert frame_lines(layout, ()) == lines
