"""The simulator does to bytes what a mirror does."""

from __future__ import annotations

import pytest

from archive.text.mirror.damage import SMALL_TABLE, convert_with_pinyin, full_table, to_traditional


@pytest.mark.parametrize(
    ("text", "table", "damaged"),
    [
        ("创新", {"創": "chuàng"}, "創(chuàng)新"),
        ("活动。现提出", {"現": "xiàn", "，": ","}, "活動,F(xiàn)提出"),
        ("因为部分员工", {"驗": "yàn"}, "因?yàn)椴糠謫T工"),
        ("总经理杨坤主持会议", {"項": "xiàng", "會": "huì"}, "總經理?xiàng)罾ぶ鞒謺?huì)議"),
        ("创新", {}, "創新"),
        ("<p class='a'>矿</p>", {"礦": "kuàng"}, "<p class='a'>礦(kuàng)</p>"),
        ("😀", {}, "?"),
    ],
)
def test_damage(text: str, table: dict[str, str], damaged: str) -> None:
    assert convert_with_pinyin(text, table) == damaged


def test_tables() -> None:
    assert SMALL_TABLE.items() <= full_table().items()
    assert len(full_table()) > 3000


def test_to_traditional_converts_character_by_character() -> None:
    assert to_traditional("开展学习ABC") == "開展學習ABC"
