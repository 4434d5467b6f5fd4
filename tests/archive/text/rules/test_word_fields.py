"""Codes of Word's fields go; words that only look like them stay."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "云溪煤矿安全生产月活动启动"
FIRST = "近日，云溪煤矿举行安全生产月活动启动仪式，矿领导小组成员和职工代表参加，会后开展了签名活动。"
LAST = "矿长要求各单位抓好落实。全矿上下迅速行动，把各项措施落实到现场、落实到班组、落实到岗位。"


@pytest.mark.parametrize(
    "code",
    [
        "PAGE PAGE 41",
        "PAGE  \\* MERGEFORMAT 3",
        " PAGE \\* Arabic 2",
        "- PAGE 5 -",
        'TOC \\o "1-3" \\h \\z \\u',
        "Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE",
    ],
)
def test_codes_go(code: str) -> None:
    cleaned = clean(f"{TITLE}\n{FIRST}\n{code}\n{LAST}")
    assert cleaned.body == f"{FIRST}\n{LAST}"
    assert "word_fields" in {edit.rule for edit in cleaned.edits}


def test_the_address_of_a_link_stays() -> None:
    line = '来稿请寄HYPERLINK "mailto:aq@yunling.example" \\t "_blank" aq@yunling.example，月底截止。'
    cleaned = clean(f"{TITLE}\n{FIRST}\n{line}\n{LAST}")
    assert "来稿请寄aq@yunling.example，月底截止。" in cleaned.body


@pytest.mark.parametrize("sound", ["见Page 3 of the manual一节。", "页码写作PAGE，链接写作HYPERLINK。"])
def test_words_stay(sound: str) -> None:
    assert sound in clean(f"{TITLE}\n{FIRST}\n{sound}\n{LAST}").body
