"""The teaser printed above its own text, and paragraphs broken inside a sentence."""

from __future__ import annotations

import pytest

from archive.text import clean

OPENING = (
    "我们刚刚参加了集团公司的动员大会，各位领导的讲话都很有针对性，希望大家认真领会，做好下一步的落实工作。"
)
TEXT = f"同志们：\n{OPENING}下面我讲三点意见。\n一、提高认识\n首先，要充分认识活动的重大意义。"
LONG = (
    "集团党委确立了创先争优活动的量化工作目标，就是要争当省国资委的红旗党委，"
    "力争培育五十名年富力强的党务干部，力争有十个基层党支部建设"
)


@pytest.mark.parametrize("dots", ["...", "…", "……"])
def test_a_cut_opening_goes(dots: str) -> None:
    assert clean(f" 同志们：   {OPENING[:-1]}，{dots}\n{TEXT}").body == TEXT


@pytest.mark.parametrize("label", ["导读：", "【摘要】：", "内容预览:"])
def test_an_abstract_that_repeats_the_text_goes(label: str) -> None:
    assert clean(f"{label}{OPENING}\n{TEXT}").body == TEXT


def test_an_abstract_of_its_own_stays_and_is_noted() -> None:
    abstract = "本文回顾全年工作，总结三条经验，提出明年的四项任务和两点希望。"
    cleaned = clean(f"摘要：{abstract}\n{TEXT}")
    assert cleaned.body.startswith("摘要：")
    assert cleaned.fields["abstract"] == abstract


def test_an_ordinary_line_with_dots_stays() -> None:
    text = f"明天会怎样，谁也说不准，但我们总要做点什么……\n{TEXT}"
    assert clean(text).body == text


def test_a_broken_sentence_is_joined() -> None:
    cleaned = clean(f"{TEXT}\n{LONG}\n的先进经验得到推广。")
    assert cleaned.body.endswith("基层党支部建设的先进经验得到推广。")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (LONG + "。", "的确，这是一条好路子。"),
        (LONG, "二、工作措施"),
        (LONG, "同志们："),
        (LONG, "各单位要抓好落实。"),
        ("力争有十个党支部", "的先进经验得到推广。"),
    ],
)
def test_no_other_lines_are_joined(above: str, below: str) -> None:
    assert clean(f"{TEXT}\n{above}\n{below}").body.endswith(f"{above}\n{below}")


def test_a_quotation_that_ends_its_sentence_ends_the_paragraph() -> None:
    said = (
        "老支书说：“从下种子、浇地到治虫、收割，家家户户的难事，矿上帮扶队都管，一年四季没有断过，"
        "大家伙儿心里都有一本明明白白的账，谁也忘不了他们的好。”"
    )
    text = f"{said}\n与我们一同下乡的工会主席接过话头，讲起了三年前的事。"
    assert clean(text).body == text
