"""What stands in the lines of a Word document beside plain runs, and what is kept from its readers."""

from __future__ import annotations

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from archive.extract.documents.docx.equations import equation_text
from archive.extract.documents.docx.symbols import symbol
from tests.archive.extract.docx_files import NAMES, lines_of, paragraph, with_xml

DELETED_END = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(instruction: str, result: str = "") -> str:
    def mark(place: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{place}"/></w:r>'

    middle = len(instruction) // 2  # Word parts an instruction among runs
    halves = (instruction[:middle], instruction[middle:])
    told = "".join(f"<w:r><w:instrText>{half}</w:instrText></w:r>" for half in halves)
    return mark("begin") + told + mark("separate") + (run(result) if result else "") + mark("end")


def with_styles(document: WordDocument, *styles: str) -> WordDocument:
    for style in styles:
        name, _, rest = style.partition(" ")
        document.styles.element.append(parse_xml(f"{name} {NAMES} {rest}"))
    return document


def test_an_encircled_number_is_one() -> None:
    encircled = field(r" eq \o\ac(○,1) ")
    line = f"<w:p>{encircled}{run('检查；')}{field('PAGE', '7')}{field('DATE')}</w:p>"
    assert lines_of(with_xml(line)) == ["①检查；7"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r" eq \o\ac(○,1) ", "①"),
        (r"eq \o\ac(○,密)", "密"),
        (r"eq \o\ac(□,21)", "21"),
        (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(qīng),青)', "青"),
        (r"eq \o(\s\up 5(联合),\s\do 2(发文))", "联合发文"),
        (r"eq \f(1,2)", "1/2"),
        (r"REF _Ref1 \h (a,b)", ""),
        (r"EQUIPMENT (a,b)", ""),
        ("eq", ""),
    ],
)
def test_what_an_equation_prints(instruction: str, shown: str) -> None:
    assert equation_text(instruction) == shown


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "00A8", "□"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F061", "α"),
        ("宋体", "2460", "①"),
        ("Webdings", "F022", ""),
        ("Wingdings", "F04A", ""),
        ("Wingdings", "", ""),
        ("宋体", "FFFFFFFFF", ""),
    ],
)
def test_symbols_by_their_font(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


def test_symbols_and_formulas_stand_in_their_place() -> None:
    choice = f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>{run("同意")}</w:p>'
    formula = (
        f'<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{run("效率")}'
        "<m:oMath><m:f><m:num><m:r><m:t>产量</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>工数</m:t></m:r></m:den></m:f></m:oMath></w:p>"
    )
    assert lines_of(with_xml(choice, formula)) == ["☑同意", "效率产量/工数"]


def test_styles_hide_and_runs_may_show_again() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr></w:style>"
    quiet, shown = run("隐", '<w:rStyle w:val="Quiet"/>'), run("又见", '<w:vanish w:val="0"/>')
    document = with_styles(
        with_xml(
            f"<w:p>{run('见')}{quiet}</w:p>",
            f'<w:p><w:pPr><w:pStyle w:val="Silent"/></w:pPr>{run("也隐")}{shown}</w:p>',
        ),
        f'<w:style w:type="character" w:styleId="Quiet">{hidden}',
        '<w:style w:type="paragraph" w:styleId="Silent"><w:basedOn w:val="Mute"/></w:style>',
        f'<w:style w:type="paragraph" w:styleId="Mute">{hidden}',
    )
    assert lines_of(document) == ["见", "又见"]


def test_paragraphs_whose_end_was_deleted_or_hidden_go_on() -> None:
    hidden_end = "<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>"
    document = with_xml(
        f"<w:p>{DELETED_END}{run('前半')}</w:p>",
        paragraph("后半"),
        f"<w:p>{DELETED_END}<w:del><w:r><w:delText>整段</w:delText></w:r></w:del></w:p>",
        f"<w:p>{hidden_end}{run('要求：')}</w:p>",
        paragraph("各单位照办。"),
        f"<w:p>{DELETED_END}{run('末尾')}</w:p>",
    )
    assert lines_of(document) == ["前半后半", "要求：各单位照办。", "末尾"]


def test_a_deleted_end_does_not_reach_into_a_table() -> None:
    row = f"<w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr>"
    document = with_xml(f"<w:p>{DELETED_END}{run('表前')}</w:p>", f"<w:tbl>{row}</w:tbl>")
    assert lines_of(document) == ["表前", "甲\t乙"]


def test_alternatives_around_paragraphs_are_read_once() -> None:
    both = "".join(f"<mc:{name}>{paragraph('方案')}</mc:{name}>" for name in ("Choice", "Fallback"))
    assert lines_of(with_xml(f"<mc:AlternateContent>{both}</mc:AlternateContent>")) == ["方案"]


def test_the_letterhead_in_old_word_art_is_read() -> None:
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="青山矿务局文件"/></v:shape>'
    document = with_xml(f"<w:p>{run('密级：内部')}<w:r><w:pict>{shape}</w:pict></w:r></w:p>")
    assert lines_of(document) == ["密级：内部", "青山矿务局文件"]


def test_an_empty_document_has_no_line() -> None:
    assert lines_of(Document()) == []
