from __future__ import annotations

import pytest

from archive.extract.tree import parse_tree
from archive.extract.walk import read_layout


def _lines(source: str) -> list[str]:
    return [line.text for line in read_layout(parse_tree(source)[0]).lines]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<td>　　一段<br><br>二段<br/>三段</td>", ["一段", "二段", "三段"]),
        ("<p>一<b>二</b><span> 三</span></p>四", ["一二 三", "四"]),
        ("<p>落实责\n  任，确保\n安全</p>", ["落实责任，确保安全"]),
        ("<p>English\nwords</p>", ["English words"]),
        ("<pre>一行\n二行\n\n三行</pre>", ["一行", "二行", "三行"]),
        ("<p>甲<!-- 注 -->乙<script>var a;</script>丙<style>p{}</style></p>", ["甲乙丙"]),
        ("<p>甲<span style='DISPLAY: none'>版权所有</span>乙</p>", ["甲乙"]),
        ("<div hidden><p>甲</p></div><p>乙</p>", ["乙"]),
        ("<p>甲<font class='jammer'>x7</font>乙<span style='font-size:0px'>版权</span>丙</p>", ["甲乙丙"]),
        ("<style>.ad, .c9{color:red; display:none}</style><p>甲<i class='b c9'>站</i>乙</p>", ["甲乙"]),
        ("<div style='visibility: hidden'><p>甲</p></div>", ["甲"]),
        ("<div style='font-size:0'><span style='font-size:16px'>甲</span></div>", ["甲"]),
        ("<p>甲\u200b乙\x01\ufeff</p>", ["甲乙"]),
        ("<p>甲</p><embed src=a.swf><p>乙</p><p>丙</p>", ["甲", "乙", "丙"]),
        ("<noscript>甲</noscript><select><option>乙</option></select>", []),
        ("<p>甲<select><optgroup><option>一<option>二</optgroup></select>乙</p><p>丙</p>", ["甲乙", "丙"]),
        ("<div><div hidden><p>甲<b>乙</b></p><p>丙</p></div>丁<p>戊</p></div>己", ["丁", "戊", "己"]),
        (
            "<table><tr><td>甲</td><td><b>一</b></td>\n</tr><tr><td>乙</td></tr></table>丙",
            ["甲\t一", "乙", "丙"],
        ),
        ("", []),
    ],
)
def test_lines(source: str, lines: list[str]) -> None:
    assert _lines(source) == lines


def test_data_rows_are_one_line_layout_rows_are_not() -> None:
    data = "<table><tr><td>区队</td><td>隐患</td></tr><tr><td>采一队</td><td> 12 </td></tr></table>"
    assert _lines(data) == ["区队\t隐患", "采一队\t12"]
    layout = "<table><tr><td>栏目</td><td>" + "<p>正文</p>" * 8 + "</td></tr></table>"
    assert _lines(layout) == ["栏目"] + ["正文"] * 8
    column = "<table><tr><td><p>栏目</p></td><td><h1>动员大会</h1><p>正文</p></td></tr></table>"
    assert _lines(column) == ["栏目", "动员大会", "正文"]
    alone = "<table><tr><td>栏目</td><td><p>动员大会</p><p>正文</p></td></tr></table>"
    assert _lines(alone) == ["栏目", "动员大会", "正文"]
    nested = f"<table><tr><td>左</td><td>{data}</td></tr></table>"
    assert _lines(nested) == ["左", "区队\t隐患", "采一队\t12"]


def test_lines_know_their_links_and_their_weight() -> None:
    layout = read_layout(
        parse_tree("<p><a href=1>首页</a> | 正文</p><p><b>一、总则</b></p><p><a name=x>锚</a></p>")[0]
    )
    assert [(line.linked, line.bold) for line in layout.lines] == [(2, False), (0, True), (0, False)]


def test_boxes_hold_runs_of_lines() -> None:
    layout = read_layout(parse_tree("<div id=A class='b C'><p>一</p><div></div><p>二</p></div><p>三</p>")[0])
    box = next(box for box in layout.boxes if box.tag == "div")
    assert (box.first, box.end, box.marks) == (0, 2, " b c a ")
    assert [box.tag for box in layout.boxes] == ["html", "body", "div", "p", "p", "p"]


def test_dropped_elements_are_passed_over() -> None:
    tree, _ = parse_tree("<p>一<span class=x>二</span>三</p><div class=x>四</div>")
    assert [line.text for line in read_layout(tree, tree.cssselect(".x")).lines] == ["一三"]


def test_a_page_that_is_hidden_whole_is_one_box_without_lines() -> None:
    layout = read_layout(parse_tree("<html style='display:none'><body><p>一</p></body></html>")[0])
    assert not layout.lines
    assert [(box.tag, box.parent, box.first, box.end) for box in layout.boxes] == [("html", -1, 0, 0)]
