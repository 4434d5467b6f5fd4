"""Where bytes are lost: what the other byte, the page itself and the language say about them."""

from __future__ import annotations

import pytest

from archive.text import clean
from archive.text.mirror.damage import (
    SMALL_TABLE,
    SPLIT_MARKS,
    convert_with_pinyin,
    full_table,
    to_traditional,
)
from archive.text.mirror.gbk_candidates import with_lead, with_trail
from archive.text.mirror.han_bigrams import likelihood
from archive.text.mirror.misread_row import LOST
from archive.text.mirror.page_table import PageTable

OPENING = "矿区会议现场发布规划。"


@pytest.mark.parametrize(
    "text",
    [
        "创先争优活动",  # the bytes of "ōu" in yōu are those of 玆(zī)
        "副总经理X任组长",  # the second byte of 理 and the X are those of 鞽(qiáo)
        "红烧肉肥的多",
        "学习培训、经验介绍",
    ],
)
def test_the_largest_table_is_undone(text: str) -> None:
    wanted = OPENING + text + "。"
    assert clean(convert_with_pinyin(wanted, full_table())).body == to_traditional(wanted)


def test_a_lost_byte_is_put_back_and_the_page_says_so() -> None:
    text = "使全省９４万户受益。"
    cleaned = clean(convert_with_pinyin(OPENING + text, {**SMALL_TABLE, **SPLIT_MARKS}))
    assert cleaned.body == to_traditional(OPENING + text)
    assert "estimated" in cleaned.flags
    assert any(edit.confidence < 1 for edit in cleaned.edits)


def test_a_trail_byte_that_is_read_as_a_question_mark_is_put_back() -> None:
    text = "我想那名字真个是好。"  # 个, in Traditional 82 80: nothing begins with 80
    assert clean(convert_with_pinyin(OPENING + text, SMALL_TABLE)).body == to_traditional(OPENING + text)


def test_a_character_without_both_its_bytes_does_not_end_the_row() -> None:
    text = "因为总有人在家，但大门上也贴有一张纸。"
    cleaned = clean(convert_with_pinyin(OPENING + text, SMALL_TABLE))
    assert cleaned.body == to_traditional(OPENING + text).replace("但", LOST)
    assert {"estimated", "residual"} <= set(cleaned.flags)


def test_an_exact_page_is_not_called_estimated() -> None:
    assert "estimated" not in clean(convert_with_pinyin(OPENING, SMALL_TABLE)).flags


def test_candidates_share_the_other_byte_and_fit_a_converted_page() -> None:
    assert "常" in with_trail(0xA3)
    assert "中" in with_lead(0xD6)
    assert "这" not in with_lead("这".encode("gbk")[0])


def test_words_are_likelier_than_chance_in_both_scripts() -> None:
    assert likelihood("安", "全") > likelihood("安", "泉")
    assert likelihood("礦", "區") == likelihood("矿", "区")
    assert likelihood("。", "") > likelihood("安", "")


def test_a_page_tells_its_table() -> None:
    table = PageTable.of("礦(kuàng)區(qū)開會，開會")
    assert table.favour("礦") > table.favour("創") > table.favour("會")
    assert table.bare("", "礦") < 0 < table.bare("開", "會")


def test_a_page_repeats_itself() -> None:
    table = PageTable.of("天天向上")
    assert table.repeats("天", "天") == table.repeats("今天", "向") > 0
    assert table.repeats("上", "天") == table.repeats("", "天") == table.repeats("上", "上") == 0
