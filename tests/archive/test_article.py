"""From bytes to article, through the one door."""

from dataclasses import replace

import pytest

from archive.article import compose, read
from archive.model import Article, Block, Capture, Embedded, Extraction
from archive.text.host_lines import host_lines_of

BODY = (
    "<p>今年六月，青山煤矿在全矿开展“查隐患、保安全”活动，四十六个班组全部参加，共查出各类隐患三百余条。</p>"
    * 4
)
PAGE = f"""<html><head><title>青山煤矿开展查隐患活动</title></head><body>
<div class="path">您现在的位置：<a href="/">首页</a>&gt;<a href="/aq">安全生产</a>&gt;正文</div>
<h1>青山煤矿开展查隐患活动</h1>
<div>来源：安监科　作者：李明　2010-6-3 9:12　浏览次数：316</div>
<div class="text">{BODY}<p>青山煤矿安监科</p><p>2010年6月3日</p></div>
<div class="foot">版权所有 青山煤矿　云ICP备05000000号-1</div>
<div>煤矿资讯网(http://mkzx.example)</div></body></html>"""


def article(html: str) -> Article:
    capture = Capture(
        url="http://qingshan.localhost/1.htm", captured_at="2024-01-01T00:00:00Z", body=html.encode("gb18030")
    )
    return compose([read(capture)])


def test_what_stands_around_the_text_becomes_fields() -> None:
    fields = article(PAGE).fields
    assert fields["section"] == "安全生产"
    assert fields["icp"] == "云ICP备05000000号-1"
    assert fields["claimed_url"] == "http://mkzx.example"
    assert fields["site_name"] == "煤矿资讯网"


PRINTED = "<div>来源：安监科　作者：李明　2010-6-3 9:12　浏览次数：316</div>"


@pytest.mark.parametrize(
    "byline",
    [
        "2010年6月3日",
        "2010.6.3",
        "2010-6-3阅读 16",
        "青山矿区资讯西站 2010/6/3 9:12:05 综采",
        "李明 2010-6-3 0人参与评论",
    ],
)
def test_a_byline_apart_from_the_text_is_none_of_it_however_short(byline: str) -> None:
    found = article(PAGE.replace(PRINTED, f"<span>{byline}</span>"))
    assert found.cleaned.body.startswith("今年六月，")
    assert [edit.removed.strip() for edit in found.cleaned.edits if edit.rule == "byline"] == [byline]
    assert str(found.fields["published_at"]).startswith("2010-06-03")


@pytest.mark.parametrize(
    "line", ["2010年6月3日", "（2010年6月3日在全矿大会上）", "2010.6.3", "青山煤矿矿长 李明"]
)
def test_a_line_in_the_box_of_the_text_may_be_its_own(line: str) -> None:
    found = article(PAGE.replace(PRINTED, "").replace('class="text">', f'class="text"><p>{line}</p>'))
    assert found.cleaned.body.startswith(f"{line}\n今年六月，")


def test_every_field_says_where_it_was_read() -> None:
    found = article(PAGE.replace("<p>青山煤矿安监科", "<img src=/u/1.jpg alt=查隐患现场><p>青山煤矿安监科"))
    assert found.origins.keys() == found.fields.keys()
    assert (found.origins["views"], found.origins["icp"], found.origins["written_on"]) == (
        "byline",
        "frame",
        "text",
    )
    assert [(each.kind, each.url, each.name) for each in found.embedded] == [
        ("image", "http://qingshan.localhost/u/1.jpg", "查隐患现场")
    ]


def test_byline_is_read_and_logged() -> None:
    found = article(PAGE)
    assert (found.fields["author"], found.fields["source"], found.fields["views"]) == ("李明", "安监科", 316)
    assert found.fields["published_at"] == "2010-06-03T09:12"
    assert {"title", "byline"} <= {edit.rule for edit in found.cleaned.edits}


def test_blocks_cover_the_body() -> None:
    found = article(PAGE)
    body = found.cleaned.body
    assert "".join(body[b.start : b.end] for b in found.blocks) == body.replace("\n", "")
    assert [b.kind for b in found.blocks[-2:]] == ["signature", "signature"]


@pytest.mark.parametrize(
    ("box", "count"),
    [
        ("<div class='comments'><h3>网友评论 共3条</h3><p>山里人：写得好</p></div>", 3),
        ("<div class='pl'>网友评论(<em>12</em>)</div>", 12),
        ("<div id='comment'><a href='/c'>已有5人参与评论</a></div>", 5),
        ("<p><a href='/c'>评论(2)</a> <a href='/p'>打印</a></p>", None),
        ("<div class='bar'><a href='/c'>評論(2)</a></div>", 2),
        ("<ul><li>例会</li><li>评论(2)</li><li>培训</li><li>评论(7)</li></ul>", None),
        ("<p><a href='/c'>评论员文章 2010年</a></p>", None),
    ],
)
def test_the_count_of_comments_arrives(box: str, count: int | None) -> None:
    fields = article(PAGE.replace("</body>", f"{box}</body>")).fields
    assert fields.get("comments") == count


def test_a_text_that_only_says_when_it_was_first_printed_is_dated_by_that() -> None:
    text = "青山煤矿召开安全例会，会上通报了情况。会后签订了责任书。\n此稿发表时间：2008-2-3 11:36:05"
    page = Extraction(
        url="urn:x", kind="article", title="青山煤矿召开例会", blocks=(Block(kind="paragraph", text=text),)
    )
    assert compose([page]).fields["published_at"] == "2008-02-03T11:36:05"
    dated = compose([replace(page, byline="来源：安监科 2008-2-5")]).fields
    assert (dated["published_at"], dated["first_printed_at"]) == ("2008-02-05", "2008-02-03T11:36:05")


def test_lines_of_the_host_go_from_every_page_of_a_text() -> None:
    pages = [
        Extraction(url=f"http://m.test/{n}", kind="article", title="例会", blocks=_blocks(n)) for n in "12"
    ]
    found = compose(pages, host_lines_of(["看得见的乌金"]))
    assert found.cleaned.body.count("看得见") == 0
    assert found.cleaned.body.count("会后签订了责任书。") == 2
    assert [edit.rule for edit in found.cleaned.edits].count("host_lines") == 2


def _blocks(page: str) -> tuple[Block, ...]:
    lines = (f"第{page}采煤队召开安全例会，会上通报了情况。会后签订了责任书。", "看得见的乌金")
    return tuple(Block(kind="paragraph", text=line) for line in lines)


def test_converter_damage_around_the_text_is_no_field() -> None:
    damaged = PAGE.replace("安全生产</a>", "安全生產(chǎn)</a>")
    assert "section" not in article(damaged).fields


def test_a_day_takes_its_year_from_a_date_that_only_the_pages_head_states() -> None:
    page = (
        '<html><head><meta name="PubDate" content="2011-01-04 10:15"></head><body><h1>青山煤矿召开例会</h1>'
        "<div><p>12月28日，青山煤矿召开安全例会，会上通报了全矿的安全情况。</p>"
        "<p>会后各区队签订了责任书，全月未发生轻伤以上事故，职工安全意识进一步增强。</p></div></body></html>"
    )
    capture = Capture(url="http://mine.test/a.html", captured_at="2026-11-21T01:00:00Z", body=page.encode())
    assert compose([read(capture)]).fields["event_on"] == "2010-12-28"


def _page(url: str, text: str, next_part: str | None = None) -> Extraction:
    blocks = (Block(kind="paragraph", text=text),)
    return Extraction(url=url, kind="article", title="总结", blocks=blocks, next_part=next_part)


FIRST, SECOND, THIRD = (
    _page("/12.html", "青山煤矿上半年未发生重伤以上事故，各项指标全面完成。", "/12_2.html"),
    _page("/12_2.html", "下半年要抓好雨季防汛和顶板管理，确保全年目标实现。", "/12_3.html"),
    _page("/12_3.html", "会议由矿长主持，各单位负责人参加了会议并作表态发言。"),
)


@pytest.mark.parametrize(
    ("parts", "is_told"),
    [
        ([FIRST, SECOND, THIRD], False),
        ([THIRD], False),
        ([FIRST], True),
        ([FIRST, SECOND], True),
        ([FIRST, replace(SECOND, next_part=FIRST.url)], False),
    ],
)
def test_a_further_page_that_is_not_there_is_told(parts: list[Extraction], is_told: bool) -> None:
    assert ("further_page_missing" in compose(parts).flags) == is_told


def test_a_server_that_always_sends_one_page_makes_no_text_of_copies() -> None:
    again = [replace(FIRST, url=f"/12_{n}.html", next_part=f"/12_{n + 1}.html") for n in (2, 3, 4)]
    made = compose([FIRST, *again])
    assert made.cleaned.body.count("青山煤矿") == 1
    assert "further_page_missing" in made.flags


def test_pages_of_pictures_alone_all_count() -> None:
    def pictured(number: int, *blocks: Block) -> Extraction:
        shown = (Embedded(kind="image", url=f"/{number}.jpg", name=""),)
        return replace(FIRST, url=f"/12_{number}.html", blocks=blocks, embedded=shown, next_part=None)

    caption = Block(kind="caption", text="比赛现场。")
    made = compose([FIRST, pictured(2), pictured(3), pictured(4, caption), pictured(5, caption)])
    assert len(made.embedded) == 4
    assert made.cleaned.body.count("比赛现场") == 2
