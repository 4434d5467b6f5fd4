from __future__ import annotations

import pytest

from crawler.samples.texts import read_text

DECLARED = """\
path: /a/t1.htm
title: 关于开展“一学二比”⏎活动的意见
date: 2010-06-03T09:12:05
source: 宣传科
author:

各单位：
全矿职工总数⏎的一半参加。
- 一班
| 单位 | 人数 |
⟦省略30⟧
====
@ P1.docx 附件：名单
> 宣传科
抓好落⟦未完12⟧
"""


def test_the_clean_text_has_neither_marks_nor_hard_wraps() -> None:
    text = read_text("qingshan", DECLARED)
    assert text.title == "关于开展“一学二比”活动的意见"
    assert text.body.split("\n") == [
        *("各单位：", "全矿职工总数的一半参加。", "一班", "单位\t人数"),
        *("附件：名单", "宣传科", "抓好落"),
    ]


def test_each_mark_makes_its_kind_of_line() -> None:
    first, second = read_text("qingshan", DECLARED).parts
    assert [line.kind for line in first] == [
        *("paragraph", "paragraph", "list_item", "table_row", "omission"),
    ]
    assert [line.kind for line in second] == ["attachment", "signature", "paragraph"]
    assert second[0].href == "P1.docx"


def test_what_is_printed_keeps_the_breaks_that_are_none_of_the_text() -> None:
    text = read_text("qingshan", DECLARED)
    assert text.wrapped_title == "关于开展“一学二比”\n活动的意见"
    assert text.lines[1].wrapped == "全矿职工总数\n的一半参加。"


def test_withheld_characters_are_counted() -> None:
    text = read_text("qingshan", DECLARED)
    assert (text.omissions, text.tail_chars) == ((30, 12), 12)
    assert text.declared_chars == text.shown_chars + 42


def test_an_empty_key_is_an_empty_value() -> None:
    assert read_text("qingshan", DECLARED).header == {"source": "宣传科", "author": ""}


def test_a_declaration_without_a_date_is_refused() -> None:
    with pytest.raises(KeyError, match="date"):
        read_text("qingshan", "path: /a\ntitle: 通知\n\n各单位：\n")
