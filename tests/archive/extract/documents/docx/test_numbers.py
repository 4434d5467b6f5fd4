"""Automatic numbers of Word, written out."""

from __future__ import annotations

import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from archive.extract.documents.docx.number_formats import written
from archive.model import Block
from tests.archive.extract.docx_files import (
    NAMES,
    extraction_of,
    lines_of,
    with_xml,
)


def numbered_document(*paragraphs: tuple[int, str]) -> WordDocument:
    """一、 on level 0, （1） on level 1, a bullet on level 2."""
    levels = [("chineseCounting", "%1、"), ("decimal", "（%2）"), ("bullet", "\uf06c"), ("decimal", "%1.%4")]
    xml = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    document = with_xml(
        *(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
            f"<w:r><w:t>{text}</w:t></w:r></w:p>"
            for depth, text in paragraphs
        )
    )
    root = document.part.numbering_part.element
    root.append(parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="77">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    return document


def test_automatic_numbers_are_written_out() -> None:
    document = numbered_document((0, "目标"), (1, "甲"), (1, "乙"), (0, "措施"), (1, "丙"), (3, "丁"))
    assert lines_of(document) == ["一、目标", "（1）甲", "（2）乙", "二、措施", "（1）丙", "二.1 丁"]


def test_numbers_above_ten() -> None:
    document = numbered_document(*[(0, "条")] * 21)
    assert lines_of(document)[9:11] + lines_of(document)[19:] == [
        "十、条",
        "十一、条",
        "二十、条",
        "二十一、条",
    ]


def test_bullets_are_list_items_without_their_sign() -> None:
    assert extraction_of(numbered_document((2, "项"))).blocks == (Block(kind="list_item", text="项"),)


def level(depth: int, form: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def listed(kinds: str, lists: str, *items: tuple[int, int]) -> list[str]:
    """The labels of items, each given by its list and level; `kinds` and `lists` go into numbering.xml."""
    document = with_xml(
        *(
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
            "<w:r><w:t>。</w:t></w:r></w:p>"
            for number, depth in items
        )
    )
    root = document.part.numbering_part.element
    for element in list(root):
        root.remove(element)
    for element in parse_xml(f"<w:numbering {NAMES}>{kinds}{lists}</w:numbering>"):
        root.append(element)
    return [line.removesuffix("。").strip() for line in lines_of(document)]


def kind(levels: str, number: int = 1) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'


def list_of(number: int, more: str = "", of: int = 1) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def test_articles_count_on_over_chapters() -> None:
    chapters = level(0, "chineseCountingThousand", "第%1章")
    articles = level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>')
    found = listed(kind(chapters + articles), list_of(1), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    assert found == ["第一章", "第一条", "第二条", "第二章", "第三条"]


def test_legal_numbering_prints_digits() -> None:
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert listed(kind(levels), list_of(1), (1, 0), (1, 1)) == ["第一章", "1.1"]


def test_a_list_may_begin_anew_or_change_a_level() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "（%1）")}</w:lvlOverride>'
    lists = list_of(1) + list_of(2, anew) + list_of(3, other)
    found = listed(kind(level(0, "decimal", "%1.")), lists, (1, 0), (2, 0), (2, 0), (3, 0))
    assert found == ["1.", "5.", "6.", "（二）"]


def test_a_list_may_take_its_levels_from_a_style() -> None:
    kinds = kind('<w:numStyleLink w:val="Outline"/>') + kind(
        '<w:styleLink w:val="Outline"/>' + level(0, "chineseCounting", "%1、"), number=2
    )
    assert listed(kinds, list_of(1) + list_of(2, of=2), (1, 0), (1, 0)) == ["一、", "二、"]


def test_an_empty_item_is_counted_as_word_does() -> None:
    document = numbered_document((0, "甲"), (0, ""), (0, "乙"))
    assert lines_of(document) == ["一、甲", "", "三、乙"]


def test_a_level_that_is_no_number_harms_nothing() -> None:
    broken = '<w:lvl w:ilvl="x"><w:lvlText w:val="%1"/></w:lvl>'
    assert listed(kind(broken), list_of(1), (1, 0)) == ["1"]


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("chineseCounting", 19, "十九"),
        ("chineseCounting", 101, "一〇一"),
        ("chineseCountingThousand", 100, "一百"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 112, "一百一十二"),
        ("chineseCountingThousand", 1_000, "1000"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 21, "21"),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("ideographTraditional", 11, "甲"),
        ("ideographZodiac", 12, "亥"),
        ("lowerRoman", 49, "xlix"),
        ("upperLetter", 27, "AA"),
        ("unheardOf", 7, "7"),
    ],
)
def test_forms_of_numbers(form: str, number: int, expected: str) -> None:
    assert written(number, form) == expected
