"""What a reader sees on the pages of a Word document, in its order."""

from __future__ import annotations

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from archive.extract.documents.docx.document import extract_docx
from archive.model import Block
from crawler.samples.docx import make_docx
from tests.archive.extract.docx_files import (
    NAMES,
    URL,
    extraction_of,
    lines_of,
    paragraph,
    with_xml,
)


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
    assert (extraction.title, extraction.fields.get("author"), extraction.charset) == (None, None, None)


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
    notes = f"<w:footnotes {NAMES}>{note}</w:footnotes>"
    mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), mime, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert lines_of(document) == ["引文[1]。", "后文", "[1] 见文件汇编。"]
