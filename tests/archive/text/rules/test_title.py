"""Finding the title, joining its halves, dropping its echo."""

from __future__ import annotations

import pytest

from archive.text import clean, restore

BODY = "各单位：\n为贯彻上级精神，特制定本意见。请认真抓好落实。"


def test_two_halves_become_one() -> None:
    cleaned = clean(f"关于开展\xa0“强基固本”\n主题教育的安排意见\n\n{BODY}")
    assert cleaned.title == "关于开展“强基固本”主题教育的安排意见"
    assert cleaned.body == BODY
    assert [(edit.rule, edit.put) for edit in cleaned.edits] == [("title", "")]


@pytest.mark.parametrize(
    "second", ["——在云溪矿工作会上的讲话", "一、指导意见", "各单位意见：", "（征求意见稿）", "请提意见。"]
)
def test_what_is_no_half_stays(second: str) -> None:
    text = f"关于开展“强基固本”\n{second}\n{BODY}"
    assert clean(text).body == f"{second}\n{BODY}"


def test_a_title_that_names_its_genre_is_whole() -> None:
    text = f"关于开展主题教育的通知\n主题教育实施方案\n{BODY}"
    assert clean(text).title == "关于开展主题教育的通知"


@pytest.mark.parametrize(
    "first", ["同志们：", "一、指导思想", "各位领导、同志们：", "今天的会议很重要。", "（2011年1月）", "ABC"]
)
def test_what_is_no_title(first: str) -> None:
    cleaned = clean(f"{first}\n{BODY}")
    assert cleaned.title is None
    assert cleaned.body == f"{first}\n{BODY}"


def test_a_given_title_is_believed() -> None:
    cleaned = clean(f"同志们：\n{BODY}", title="同志们：")
    assert (cleaned.title, cleaned.body) == ("同志们：", BODY)


@pytest.mark.parametrize(
    "nothing",
    ["\u200b", "\ufeff\ufeff", "\u3000", "\u200b\u3000\u200b", "\xad\u202e", "&nbsp;&nbsp;", "<br/>"],
    ids=ascii,
)
def test_a_given_title_that_shows_nothing_takes_no_line_of_the_text(nothing: str) -> None:
    """The line below it was taken for the title, and missing from the text."""
    sentence = "今天的会议很重要。"
    cleaned = clean(f"{nothing}\n\n{sentence}\n{BODY}", title=nothing)
    assert (cleaned.title, cleaned.body) == (None, f"{sentence}\n{BODY}")
    assert restore(cleaned) == cleaned.raw
    assert (
        clean(f"{nothing}\n\n关于开展主题教育的通知\n{BODY}", title=nothing).title == "关于开展主题教育的通知"
    )


def test_a_given_title_stays_one_whatever_is_repaired_in_it() -> None:
    cleaned = clean(f"\u200b同志&#20204;：\ufeff\n\n{BODY}", title="\u200b同志&#20204;：\ufeff")
    assert (cleaned.title, cleaned.body) == ("同志们：", BODY)


def test_a_title_alone_is_a_body() -> None:
    assert clean("关于开展主题教育的通知").body == "关于开展主题教育的通知"


def test_the_echo_goes() -> None:
    title = "關於開展“兩學”活動的意見"
    cleaned = clean(f"{title}\n發表時間:2006/7/8 19:12:02\n\n  {title}\n{BODY}")
    assert (cleaned.title, cleaned.body) == (title, BODY)


def test_a_refrain_is_no_title_printed_again() -> None:
    song = "我们是光荣的矿工\n向着地心前进\n乌金滚滚向前流\n我们是光荣的矿工\n井下的灯火照亮了家乡。"
    assert clean(song).body.count("我们是光荣的矿工") == 1
    assert clean(song).title == "我们是光荣的矿工"
