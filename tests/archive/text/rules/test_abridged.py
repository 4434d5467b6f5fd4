"""What an editor says of having shortened a text: told, and left where it stands."""

from __future__ import annotations

import pytest

from archive.text import clean, restore

TITLE = "在云溪煤矿半年工作会议上的讲话"
PROSE = (
    "同志们：\n这次会议的任务是总结上半年的工作，部署下半年的任务，动员全矿职工奋力完成全年目标。\n"
    "一、上半年的工作\n上半年，全矿生产原煤一百二十万吨，安全生产形势总体平稳，各项工作有序推进。\n"
    "二、下半年的任务\n各单位要加强领导，落实责任，抓好隐患排查治理，确保实现安全生产无事故。"
)

TITLES = {
    f"{TITLE}（摘要）": "（摘要）",
    f"{TITLE}（節選）": "（節選）",
    f"{TITLE}【删节版】": "【删节版】",
    f"{TITLE}（有删节）": "（有删节）",
    f"{TITLE}（摘登之二）": "（摘登之二）",
    f"{TITLE}（摘要）——李明": "（摘要）",
    "《矿山纪事》（节选）": "（节选）",
    f"{TITLE}摘要": f"{TITLE}摘要",
    "云溪煤矿典型发言摘登": "云溪煤矿典型发言摘登",
}

NOTES = (
    "（有删节）",
    "（本文有删节）",
    "(文字略有刪改)",
    "（根据录音整理，有删节）",
    "（本报发表时作了适当删减，标题为编者所加）",
    "（因篇幅所限，内容有所删节。）",
    "（以上为讲话摘要）",
    "（节选）",
    "【本文系作者在全矿干部大会上的发言节选】",
    "编者注：原文较长，刊发时有删节。",
    "本文有删改。",
    "（摘自《云溪矿报》2012年第三期）",
    "摘自《云溪矿工手册》",
)

LEFT_OUT = ("（略）", "（此处略）", "（以下从略）", "（名单略）", "（此处有删节）", "（中略）")


@pytest.mark.parametrize(("title", "words"), TITLES.items())
def test_a_title_says_it(title: str, words: str) -> None:
    cleaned = clean(f"{title}\n\n{PROSE}", title=title)
    assert cleaned.fields.get("abridgement") == words
    assert (cleaned.truncation.completeness, cleaned.title) == ("abridged", title)
    assert "abridged" in cleaned.flags and not cleaned.gaps


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("text", ["{note}\n{prose}", "{prose}\n{note}", "{prose}\n{note}\n2012年7月3日"])
def test_a_note_above_or_below_a_text_says_it_and_stays(text: str, note: str) -> None:
    raw = f"{TITLE}\n\n{text.format(note=note, prose=PROSE)}"
    cleaned = clean(raw, title=TITLE)
    assert cleaned.truncation.completeness == "abridged"
    assert note in cleaned.body and restore(cleaned) == raw
    assert str(cleaned.fields["abridgement"]).strip("。") == note.strip("。")


@pytest.mark.parametrize("note", [note for note in NOTES if note[0] in "（(" and note != "（节选）"])
def test_a_note_behind_the_last_sentence_says_it(note: str) -> None:
    assert clean(f"{TITLE}\n\n{PROSE}{note}", title=TITLE).fields.get("abridgement") == note


@pytest.mark.parametrize("words", LEFT_OUT)
def test_what_is_left_out_is_told_where_it_stands(words: str) -> None:
    cleaned = clean(
        f"{TITLE}\n\n{PROSE.replace('一、上半年的工作', f'一、上半年的工作{words}')}", title=TITLE
    )
    assert cleaned.fields.get("abridgement") == words
    assert words in cleaned.body


@pytest.mark.parametrize(
    "lead",
    [
        "七月三日，矿长李明在会上作了讲话，现将讲话摘要刊发如下，供各单位学习。",
        "会议交流了六个单位的经验。现将发言摘登如下：",
        "本报摘要发表，以飨读者。",
    ],
)
def test_an_editor_above_the_text_says_it(lead: str) -> None:
    cleaned = clean(f"{TITLE}\n\n{lead}\n{PROSE}", title=TITLE)
    assert cleaned.truncation.completeness == "abridged"
    assert str(cleaned.fields["abridgement"]) in lead


def test_several_notes_are_kept_a_line_each() -> None:
    cleaned = clean(f"{TITLE}（摘要）\n\n{PROSE}（名单略）\n（有删节）\n（有删节）", title=f"{TITLE}（摘要）")
    assert cleaned.fields["abridgement"] == "（摘要）\n（名单略）\n（有删节）"


def test_what_the_site_withholds_of_it_counts_for_more() -> None:
    cleaned = clean(f"{TITLE}\n\n（本文有删节）\n{PROSE}\n【此处内容已隐藏，请付费查看】", title=TITLE)
    assert cleaned.truncation.completeness == "truncated"
    assert cleaned.fields["abridgement"] == "（本文有删节）"


@pytest.mark.parametrize(
    "title",
    [
        "关于报送工作总结摘要的通知",
        "学习《矿山纪事（节选）》",
        "读《矿山纪事》（节选）",
        "云溪煤矿论文摘要",
        "要闻摘要",
        "云溪煤矿安全发展战略（攻略）",
        f"{TITLE}（代表摘要精神）",
    ],
)
def test_a_title_that_names_an_excerpt_is_none(title: str) -> None:
    cleaned = clean(f"{title}\n\n{PROSE}", title=title)
    assert cleaned.truncation.completeness == "complete" and "abridgement" not in cleaned.fields


@pytest.mark.parametrize(
    "line",
    [
        "摘要",
        "【摘要】",
        "[摘要]本文分析了云溪煤矿的通风系统。",
        "文章摘要：本文介绍云溪煤矿的做法。",
        "（没有删节）",
        "本文未作删节。",
        "本次会议对机构人员有删减。",
        "文中的删节号表示停顿。",
        "会上宣读了《矿山纪事》（节选）。",
        "学习篇目：《矿山纪事》（节选）",
        "节选自己的稿件时，要注明出处。",
        "职工们把学习要点摘录如下的表格贴在墙上。",
        "发现的问题较多，整改情况良好。",
        "“宁可千日不松无事，不可一日不防酿祸”（摘自《矿工格言》）",
        "——摘自《矿工格言》",
        "（发展战略）",
        "（以下简略）",
    ],
)
@pytest.mark.parametrize("text", ["{line}\n{prose}", "{prose}\n{line}"])
def test_what_only_looks_like_it_is_none(text: str, line: str) -> None:
    cleaned = clean(f"{TITLE}\n\n{text.format(line=line, prose=PROSE)}", title=TITLE)
    assert "abridgement" not in cleaned.fields and "abridged" not in cleaned.flags


def test_the_abstract_of_a_paper_is_none() -> None:
    paper = f"（摘要）\n本文分析了云溪煤矿的通风系统，提出改进的办法。\n关键词：煤矿 通风\n{PROSE}"
    assert "abridged" not in clean(f"云溪煤矿通风系统研究\n\n{paper}", title="云溪煤矿通风系统研究").flags


def test_excerpts_of_several_works_are_texts_of_their_own() -> None:
    quoted = f"{PROSE}\n（摘自《矿工格言》）\n{PROSE}\n（摘自《安全手册》）"
    assert "abridged" not in clean(f"{TITLE}\n\n{quoted}", title=TITLE).flags


@pytest.mark.parametrize(
    "attachments",
    [
        "附件：1.责任书（略）\n2.名单（略）",
        "（附件略）",
        "附表（略）",
        "附：评分表（表略）",
        "评分标准见附件2（略）。",
    ],
)
def test_an_attachment_that_is_left_out_is_no_part_of_the_text(attachments: str) -> None:
    assert "abridged" not in clean(f"{TITLE}\n\n{PROSE}\n{attachments}", title=TITLE).flags
