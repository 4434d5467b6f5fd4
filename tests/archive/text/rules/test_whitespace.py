"""One paragraph a line, nothing around it, nothing invisible in it."""

from __future__ import annotations

import pytest

from archive.text import clean, restore


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        ("\ufeff\r\n  第一段。\r\n\r\n\u3000\u3000第二段。  \r\n", "第一段。\n第二段。"),
        ("甲\u200b乙\xad丙\x00。", "甲乙丙。"),
        ("青山\u202e煤矿\u2066安全\u2069月\u061c。", "青山煤矿安全月。"),
        ("力争有\xa0十个。", "力争有 十个。"),
        ("张\u3000三来了。", "张\u3000三来了。"),
        ("第一段。\u2028第二段。\r第三段。", "第一段。\n第二段。\n第三段。"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_normalises(raw: str, body: str) -> None:
    cleaned = clean(raw)
    assert cleaned.body == body
    assert restore(cleaned) == raw


def test_a_break_and_what_stands_around_it_are_one_edit() -> None:
    (edit,) = clean("第一段。  \r\n\r\n\u3000第二段。").edits
    assert (edit.start, edit.removed, edit.put) == (4, "  \r\n\r\n\u3000", "\n")


def test_an_empty_first_cell_keeps_its_tab_and_an_indent_does_not() -> None:
    assert clean("\t项目\t分值\n\t安全\t40\n\t\t10\n\t以上为评分表。").body == (
        "\t项目\t分值\n\t安全\t40\n10\n以上为评分表。"
    )
