"""Automatic numbers of Word, written out."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml import parse_xml

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
