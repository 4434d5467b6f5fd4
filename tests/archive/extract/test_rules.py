from __future__ import annotations

import pytest

from archive.extract import SiteRules, extract

URL = "http://www.qingshan.example/a/1.htm"
PAGE = """<html><body><div class=hd><h2>青山煤矿开展安全月活动</h2><em>来源：宣传科 2010-06-03</em></div>
<div class=old><p>六月以来，该矿精心组织，周密部署，掀起活动热潮。<i class=ad>广告</i></p>
<p>各区队积极响应。</p><div class=pl>网友评论</div></div><a class=more href=1_2.htm>续</a></body></html>"""
OLD = SiteRules(
    body="div.old", title=".hd h2", byline=".hd em", drop=("i.ad", ".pl"), next_part="a.more", since="2009"
)
NEW = SiteRules(body="div.new", since="2018")


def test_a_rule_names_every_part() -> None:
    extraction = extract(PAGE.encode(), URL, rules=OLD)
    assert [block.text for block in extraction.blocks] == [
        "六月以来，该矿精心组织，周密部署，掀起活动热潮。",
        "各区队积极响应。",
    ]
    assert (extraction.title, extraction.byline) == ("青山煤矿开展安全月活动", "来源：宣传科 2010-06-03")
    assert (extraction.fields["source"], extraction.published_at) == ("宣传科", "2010-06-03")
    assert extraction.next_part == "http://www.qingshan.example/a/1_2.htm"
    assert (extraction.confidence, extraction.warnings) == ("high", ())


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (
            "<h1>青山煤矿开展安全月活动<br><span>2010-06-03 10:22:36 来源：宣传科 评论：0</span></h1>",
            "青山煤矿开展安全月活动",
        ),
        (
            "<h1>青山煤矿开展安全月活动<p>文章来源：宣传科　发布时间：2010-06-03</p></h1>",
            "青山煤矿开展安全月活动",
        ),
        ("<h1>青山煤矿<br>开展安全月活动</h1><p>来源：宣传科 2010-06-03</p>", "青山煤矿开展安全月活动"),
        (
            "<h1>青山煤矿2010年6月3日<br>开展安全月活动</h1><p>来源：宣传科 2010-06-03</p>",
            "青山煤矿2010年6月3日开展安全月活动",
        ),
    ],
)
def test_the_box_of_the_title_may_hold_the_byline(heading: str, title: str) -> None:
    text = "<p>六月以来，该矿精心组织，周密部署，掀起活动热潮，各区队积极响应，查出隐患三百条。</p>" * 3
    page = f"<html><title>新闻</title><body>{heading}<div class=text>{text}</div></body></html>"
    extraction = extract(page.encode(), URL, rules=SiteRules(title="h1", body=".text"))
    assert extraction.title == title
    assert (extraction.fields["source"], str(extraction.published_at)[:10]) == ("宣传科", "2010-06-03")


def test_the_first_version_whose_body_is_there_is_used() -> None:
    assert extract(PAGE.encode(), URL, rules=(NEW, OLD)) == extract(PAGE.encode(), URL, rules=OLD)


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        ("/t20101103_8.htm", "", "旧版的正文。"),
        ("/t20190603_8.htm", "", "新版的正文。"),
        ("/8.htm", "<meta name=PubDate content='2017-12-31 09:00'>", "旧版的正文。"),
        ("/8.htm", "<meta name=PubDate content='2018-01-01 09:00'>", "新版的正文。"),
        ("/8.htm", "", "新版的正文。"),
    ],
)
def test_where_two_versions_fit_the_page_that_of_its_time_is_used(
    path: str, head: str, expected: str
) -> None:
    page = f"<html><head>{head}</head><body><div class=old>旧版的正文。</div>"
    page += "<div class=new>新版的正文。</div></body></html>"
    extraction = extract(page.encode(), f"http://www.qingshan.example{path}", rules=(NEW, OLD))
    assert extraction.text == expected


def test_an_old_page_in_a_new_template_is_read_with_it() -> None:
    page = "<div class=new>新版的正文。</div>".encode()
    extraction = extract(page, "http://www.qingshan.example/t20101103_8.htm", rules=(NEW, OLD))
    assert (extraction.text, extraction.warnings) == ("新版的正文。", ())


def test_an_unknown_template_is_said_and_the_general_extractor_steps_in() -> None:
    extraction = extract(PAGE.encode(), URL, rules=NEW)
    assert "template_unknown" in extraction.warnings
    assert "掀起活动热潮" in extraction.text


def test_a_rule_may_name_several_elements() -> None:
    extraction = extract(PAGE.encode(), URL, rules=SiteRules(body="div.old p", drop=(".ad",)))
    assert extraction.text == "六月以来，该矿精心组织，周密部署，掀起活动热潮。\n各区队积极响应。"


def test_a_forced_charset() -> None:
    assert (
        extract(PAGE.encode("gbk"), URL, rules=SiteRules(body="div.old", charset="gbk")).charset == "gb18030"
    )
