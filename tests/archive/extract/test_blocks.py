"""Each kind of block from each form in which pages print it."""

from __future__ import annotations

import pytest

from archive.extract import extract
from archive.model import Block, BlockKind, Embedded, Extraction, FileLink

URL = "http://www.qingshan.example/a/1.htm"
A = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
B = "会后，各区队签订了责任书，对照方案逐条落实，机电科当天完成了主提升系统的检查。"


def _read(middle: str, end: str = "") -> Extraction:
    page = f"<h1>安全生产月</h1><div class=zw><p>{A}</p>{middle}<p>{B}</p>{end}</div>"
    return extract(f"<html><body>{page}</body></html>".encode(), URL)


def _between(middle: str) -> list[Block]:
    """The blocks between the two paragraphs."""
    blocks = list(_read(middle).blocks)
    first, last = (next(n for n, block in enumerate(blocks) if block.text == text) for text in (A, B))
    return blocks[first + 1 : last]


@pytest.mark.parametrize(
    ("middle", "level"),
    [
        ("<p>一、指导思想</p>", 1),
        ("<p><b>（一）提高认识</b></p>", 2),
        ("<p>1.统一思想</p>", 3),
        ("<p>（1）宣传阶段</p>", 4),
        ("<h2>指导思想</h2>", 2),
        ("<h3>一、指导思想</h3>", 1),
        ("<p><strong>指导思想</strong></p>", 1),
        ("<p><b>指导</b><b>思想</b></p>", 1),
    ],
)
def test_headings(middle: str, level: int) -> None:
    assert [(block.kind, block.level) for block in _between(middle)] == [("heading", level)]


@pytest.mark.parametrize(
    ("middle", "kind"),
    [
        (f"<p>{A[:20]}</p>", "paragraph"),
        (f"<p><b>{A}</b></p>", "paragraph"),
        ("<ul><li>查隐患</li></ul>", "list_item"),
        ("<ol><li>保安全</li></ol>", "list_item"),
        ("<dl><dd>促生产</dd></dl>", "list_item"),
        ("<table><tr><td>机电科</td><td>21条</td></tr></table>", "table_row"),
        ("<table><tr><th>单位</th><th>隐患</th></tr></table>", "table_row"),
        ("<figure><img src=1.jpg><figcaption>动员大会会场</figcaption></figure>", "caption"),
        ("<table><caption>各单位隐患</caption></table>", "caption"),
        ("<p>图为动员大会会场</p>", "caption"),
        ("<p>上图：矿领导在井口</p>", "caption"),
        ("<p>（王山 摄）</p>", "caption"),
        ("<p>青山煤矿 供图</p>", "caption"),
    ],
)
def test_kinds(middle: str, kind: BlockKind) -> None:
    assert [block.kind for block in _between(middle)] == [kind]


@pytest.mark.parametrize(
    "end",
    [
        "<p align=right>青山煤矿党委</p><p align=right>2010年6月3日</p>",
        "<p>青山煤矿党委<br>二〇一〇年六月三日</p>",
    ],
)
def test_signature(end: str) -> None:
    """落款: a unit and a date, a line each."""
    assert [block.kind for block in _read("", end).blocks[-2:]] == ["signature", "signature"]


@pytest.mark.parametrize(
    ("end", "text", "name"),
    [
        ("<p>附件：<a href=/u/1.doc>安排表</a></p>", "附件：安排表", "安排表"),
        ("<p>附件1：<a href=/u/1.doc>安排表.doc</a></p>", "附件1：安排表.doc", "安排表.doc"),
        ("<p><a href=/u/1.doc>安排表.doc</a></p>", "安排表.doc", "安排表.doc"),
        (
            "<p>附 件 1. <a href=/u/1.doc title=安排表><img src=w.gif></a>安排表</p>",
            "附 件 1. 安排表",
            "安排表",
        ),
        ("<ul><li><a href=/u/1.doc>附件：安排表</a></li></ul>", "附件：安排表", "附件：安排表"),
    ],
)
def test_attachments_and_their_links(end: str, text: str, name: str) -> None:
    found = _read("", end)
    assert (found.blocks[-1].kind, found.blocks[-1].text) == ("attachment", text)
    assert found.files == (FileLink(url="http://www.qingshan.example/u/1.doc", name=name),)


def test_attachments_in_a_box_below_the_text() -> None:
    text = f"<div class=zw><p>{A}</p><p>{B}</p></div>"
    page = f"<h1>安全生产月</h1><div>{text}<p>附件【<a href=b.xls>统计表</a>】</p></div>"
    assert extract(page.encode(), URL).files == (
        FileLink(url="http://www.qingshan.example/a/b.xls", name="统计表"),
    )


@pytest.mark.parametrize(
    ("middle", "found"),
    [
        ("<img src=/u/1.jpg alt=会场>", Embedded(kind="image", url=f"{URL[:27]}/u/1.jpg", name="会场")),
        ("<img src=x.gif data-src=/u/1.jpg>", Embedded(kind="image", url=f"{URL[:27]}/u/1.jpg", name="")),
        ("<iframe src=/v/1 title=视频></iframe>", Embedded(kind="frame", url=f"{URL[:27]}/v/1", name="视频")),
        ("<embed src=/v/1.swf>", Embedded(kind="frame", url=f"{URL[:27]}/v/1.swf", name="")),
        ("<video src=/v/1.mp4>请升级</video>", Embedded(kind="frame", url=f"{URL[:27]}/v/1.mp4", name="")),
    ],
)
def test_pictures_and_frames(middle: str, found: Embedded) -> None:
    read = _read(middle)
    assert read.embedded == (found,)
    assert [block.text for block in read.blocks] == [A, B]


@pytest.mark.parametrize(
    "scrap",
    [
        "<span style='display:none'>转自青山网</span>",
        "<span style='DISPLAY : NONE;'>转自青山网</span>",
        "<font style='font-size:0px;color:#FFF'>转自青山网</font>",
        "<font class=jammer>转自青山网</font>",
        "<i class=hid>转自青山网</i>",
        "<span hidden>转自青山网</span>",
        "<em style='visibility:hidden'>转自青山网</em>",
        "<div style='display:none'><p>转自青山网</p></div>",
    ],
)
def test_scraps_against_copying_are_dropped(scrap: str) -> None:
    sheet = "<style>.hid{display:none}</style>"
    assert "转自" not in _read(f"{sheet}<p>全矿{scrap}职工积极参加。</p>").text
    inline = not scrap.startswith("<div")
    assert [block.text for block in _between(f"{sheet}<p>全矿{scrap}职工积极参加。</p>")] == (
        ["全矿职工积极参加。"] if inline else ["全矿", "职工积极参加。"]
    )


def test_breaks_split_and_order_is_kept() -> None:
    middle = "<p>查隐患<br/>保安全<br><br>促生产</p><table><tr><td>甲</td><td>一</td></tr></table><p>收官</p>"
    assert [block.text for block in _between(middle)] == ["查隐患", "保安全", "促生产", "甲\t一", "收官"]
