"""Pinyin glued in by a mirror's byte replacements, undone byte by byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text import clean
from archive.text.mirror.damage import SMALL_TABLE, convert_with_pinyin, full_table, to_traditional

GATE = "礦(kuàng)區(qū)會(huì)議"
"""Three annotations that agree with the table, so that the text counts as a mirror's."""


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("創(chuàng)新形式", "創新形式"),
        ("年初工作會(huì )上", "年初工作會上"),
        # Only the trail byte is left; the comma's bytes were those of 。 and 現.
        ("開展活動,F(xiàn)提出意見", "開展活動。現提出意見"),
        # Inside a character: a row of misread ones until an ASCII trail byte.
        ("因?yàn)椴糠謫T工", "因為部分員工"),
        ("認真?zhèn)鬟_上級精神", "認真傳達上級精神"),
        # Until the next annotation.
        ("總經理?xiàng)罾ぶ鞒謺?huì)議", "總經理楊坤主持會議"),
        ("著(zhe)重抓好", "著重抓好"),
    ],
)
def test_repairs(damaged: str, repaired: str) -> None:
    assert clean(f"{GATE}。{damaged}。").body == f"礦區會議。{repaired}。"


@pytest.mark.parametrize(
    "text",
    [
        "（一）总投资GDP(亿元)，见(a)和(b)两项，共三家(含一家外委)。",
        "“垚”(yáo)是三个土，“犇”(bēn)是三头牛，“淼”(miǎo)是三个水。",
        "創(chuàng)一字常被讀錯。",
        "生字：礦(kuàng)工、煤(méi)炭、燈(dēng)光、飯(fàn)盒。",
        "怎么办?(huì)后再说。",
    ],
)
def test_leaves_what_is_no_mirrors(text: str) -> None:
    assert clean(text).body == text


def test_marks_a_mirror_and_stays_silent_about_others() -> None:
    assert "mirror" in clean(GATE).flags
    assert "mirror" not in clean("礦區會議").flags


def test_an_exact_repair_has_full_confidence() -> None:
    edits = [edit for edit in clean(f"{GATE}。創(chuàng)新").edits if edit.rule == "glued_pinyin"]
    assert [edit.confidence for edit in edits] == [1.0] * 4


def test_a_byte_that_is_gone_is_named_and_flagged() -> None:
    cleaned = clean(f"{GATE}。因?yàn)椴糠謫,完了。")
    assert "\ufffd" in cleaned.body
    assert "residual" in cleaned.flags


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("使全?。梗慈f(wàn)戶受益", "使全省９４萬戶受益"),
        ("提出要求?；顒又?，各隊", "提出要求。活動\ufffd，各隊"),
        ("到底行不行?，誰說了算", "到底行不行?，誰說了算"),
    ],
)
def test_a_split_mark_gives_back_what_is_exact_and_names_what_is_lost(damaged: str, repaired: str) -> None:
    cleaned = clean(f"{GATE}。{damaged}。")
    assert cleaned.body == f"礦區會議。{repaired}。"
    assert ("residual" in cleaned.flags) == ("\ufffd" in repaired)


def _as_gbk_has_it(prose: str) -> str:
    """A converter that works on GBK bytes loses what GBK lacks, such as the ³ of 万m³."""
    return to_traditional(prose.encode("gbk", "replace").decode("gbk"))


def test_a_table_like_a_mirrors_leaves_no_wrong_character(prose: str) -> None:
    cleaned = clean(convert_with_pinyin(prose, SMALL_TABLE))
    assert f"{cleaned.title}\n{cleaned.body}" == _as_gbk_has_it(prose)


def test_half_width_commas_change_nothing(prose: str) -> None:
    cleaned = clean(convert_with_pinyin(prose, {**SMALL_TABLE, "，": ","}))
    assert f"{cleaned.title}\n{cleaned.body}" == _as_gbk_has_it(prose).replace("，", ",")


def test_the_worst_table_never_raises_and_is_flagged(prose: str) -> None:
    cleaned = clean(convert_with_pinyin(prose, full_table()))
    assert "mirror" in cleaned.flags


@given(st.text(alphabet="?()（）創会F,，yànchuàgxi 礦kuàngqū因\n", max_size=80))
def test_no_brackets_raise(text: str) -> None:
    clean(GATE + text)
