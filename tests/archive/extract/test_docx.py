from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from archive.errors import InputError
from archive.extract import docx
from archive.extract.docx import extract_docx
from archive.model import Block, Extraction
from crawler.samples.docx import make_docx

URL = "urn:sha256:00"
GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def extraction_of(document: WordDocument) -> Extraction:
    written = io.BytesIO()
    document.save(written)
    return extract_docx(written.getvalue(), URL)


def lines_of(document: WordDocument) -> list[str]:
    return [block.text for block in extraction_of(document).blocks]


def with_xml(*fragments: str) -> WordDocument:
    """A document whose body is these elements."""
    document = Document()
    for fragment in fragments:
        name, _, rest = fragment.partition(">")
        document.element.body.insert_element_before(parse_xml(f"{name} {_NAMES}>{rest}"), "w:sectPr")
    return document


_NAMES = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_blocks_come_in_the_order_of_the_page() -> None:
    body = make_docx(
        "关于开展安全生产月活动的通知", ["各单位：", "", "现通知如下。"], [["矿井", "人数"], ["一号", "30"]]
    )
    assert extract_docx(body, URL).blocks == (
        Block(kind="heading", text="关于开展安全生产月活动的通知", level=1),
        Block(kind="paragraph", text="各单位："),
        Block(kind="paragraph", text=""),
        Block(kind="paragraph", text="现通知如下。"),
        Block(kind="table_row", text="矿井\t人数"),
        Block(kind="table_row", text="一号\t30"),
    )


def test_a_table_stands_between_its_paragraphs() -> None:
    document = Document()
    document.add_paragraph("前")
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "中一\n中二"
    document.add_paragraph("后")
    assert lines_of(document) == ["前", "\t中一 中二", "后"]


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    document = Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "框内第一段\n框内第二段"
    assert {block.kind for block in extraction_of(document).blocks} == {"paragraph"}


def test_headings_keep_their_level() -> None:
    document = Document()
    document.add_heading("一、指导思想", level=2)
    document.add_heading("总体要求", level=3)
    document.add_paragraph("一、这样写的段落由后面的步骤认出")
    blocks = extraction_of(document).blocks
    assert [(block.kind, block.level) for block in blocks] == [
        ("heading", 1),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_a_long_paragraph_in_a_heading_style_is_a_paragraph() -> None:
    document = Document()
    document.add_heading("各单位要提高认识，加强领导，精心组织，确保活动取得实效。" * 3, level=1)
    assert extraction_of(document).blocks[0].kind == "paragraph"


def test_properties_are_not_believed() -> None:
    document = Document()
    document.core_properties.title, document.core_properties.author = "文档1", "微软用户"
    document.add_paragraph("通知")
    extraction = extraction_of(document)
    assert (extraction.title, extraction.author, extraction.charset) == (None, None, None)


def test_line_breaks_part_blocks_and_tabs_are_blanks() -> None:
    xml = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>"
    assert lines_of(with_xml(xml)) == ["甲", "乙 丙"]


def test_content_controls_and_insertions_are_read() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('控件内')}</w:sdtContent></w:sdt>"
    inserted = "<w:p><w:ins><w:r><w:t>插入的</w:t></w:r></w:ins></w:p>"
    assert lines_of(with_xml(control, inserted)) == ["控件内", "插入的"]


def test_deleted_hidden_and_field_text_is_left_out() -> None:
    xml = (
        "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>留</w:t></w:r></w:p>"
    )
    assert lines_of(with_xml(xml)) == ["留"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框中文字')}</w:txbxContent>"
    xml = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>"
    )
    assert lines_of(with_xml(xml, paragraph("后文"))) == ["正文", "框中文字", "后文"]


def test_footnotes_stand_at_the_end_behind_their_marks() -> None:
    document = with_xml(
        '<w:p><w:r><w:t>引文</w:t><w:footnoteReference w:id="2"/><w:t>。</w:t></w:r></w:p>', paragraph("后文")
    )
    note = f'<w:footnote w:id="2">{paragraph(" 见文件汇编。")}</w:footnote>'
    notes = f"<w:footnotes {_NAMES}>{note}</w:footnotes>"
    mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), mime, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert lines_of(document) == ["引文[1]。", "后文", "[1] 见文件汇编。"]


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
    root.append(parse_xml(f'<w:abstractNum {_NAMES} w:abstractNumId="77">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {_NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
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


def test_pictures_alone_are_a_scan() -> None:
    document = Document()
    document.add_picture(io.BytesIO(GIF))
    extraction = extraction_of(document)
    assert (extraction.kind, extraction.warnings) == ("unreadable", ("scan_without_text",))


def test_no_text_and_no_picture_is_empty() -> None:
    assert extraction_of(Document()).kind == "empty"


def test_a_password_is_named() -> None:
    with pytest.raises(InputError, match=r"locked with a password.*remove the password"):
        extract_docx(LOCKED, URL)


def without_document(body: bytes) -> bytes:
    return _rewritten(body, lambda name, data: None if name == "word/document.xml" else data)


def with_broken_xml(body: bytes) -> bytes:
    return _rewritten(body, lambda name, data: data[:-90] if name == "word/document.xml" else data)


def with_macros(body: bytes) -> bytes:
    plain, macros = b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
    return _rewritten(body, lambda name, data: data.replace(plain, macros))


def with_flipped_byte(body: bytes) -> bytes:
    place = body.index(b"word/document.xml") + 60
    return body[:place] + bytes([body[place] ^ 0xFF]) + body[place + 1 :]


def _rewritten(body: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            if (data := change(name, old.read(name))) is not None:
                new.writestr(name, data)
    return written.getvalue()


@pytest.mark.parametrize("damage", [without_document, with_broken_xml, with_macros, with_flipped_byte])
def test_a_damaged_document_is_named(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(InputError, match=r"is damaged.*Fetch it again"):
        extract_docx(damage(make_docx("通知", ["一", "二"])), URL)


@pytest.mark.parametrize("kept", [4, 100, 5_000, -30])
def test_a_document_cut_off_is_named(kept: int) -> None:
    with pytest.raises(InputError, match="is damaged"):
        extract_docx(make_docx("通知", ["一", "二"])[:kept], URL)


@pytest.mark.parametrize("limit", ["MAX_MEMBERS", "MAX_UNPACKED", "MAX_XML"])
def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, limit, 3)
    monkeypatch.delattr(docx, "Document")
    with pytest.raises(InputError, match=r"more than a text can need.*\.txt"):
        extract_docx(make_docx("通知", []), URL)


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document'
    body = _rewritten(
        make_docx("通知", ["一"]),
        lambda name, data: (
            data.replace(b"<w:document", bomb, 1).replace("一".encode(), b"&b;")
            if name == "word/document.xml"
            else data
        ),
    )
    assert "aaa" not in extract_docx(body, URL).text


def test_text_boxes_nested_without_end_are_read_once() -> None:
    box = paragraph("芯")
    for _ in range(30):
        box = f"<w:p><w:r><w:txbxContent>{box}</w:txbxContent></w:r></w:p>"
    assert "".join(lines_of(with_xml(box))) == "芯"
