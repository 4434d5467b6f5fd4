from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from archive.errors import InputError
from archive.extract.documents.pdf import document as pdf
from archive.extract.documents.pdf.document import extract_pdf
from archive.extract.documents.pdf.furniture import without_furniture
from archive.extract.documents.pdf.lines import PrintedLine, printed_lines
from archive.extract.documents.pdf.paragraphs import join_paragraphs
from crawler.samples.pdf import make_pdf

URL = "urn:sha256:00"
TITLE = "关于开展“安全生产月”活动的通知"
PARAGRAPH = (
    "　　为认真落实上级关于加强安全生产工作的一系列部署，进一步夯实矿井安全基础，经研究决定，"
    "在全矿范围内开展以“人人讲安全”为主题的安全生产月活动，现将有关事项通知如下。"
)
TABLE_OF_ROWS = [f"第{number}采区 {number * 7}吨" for number in range(1, 70)]


def texts(body: bytes) -> list[str]:
    return [block.text for block in extract_pdf(body, URL).blocks]


def printed(text: str, *, start: float = 0, depth: float = 0, size: float = 10) -> PrintedLine:
    return PrintedLine(text=text, start=start, end=start + size * len(text), depth=depth, size=size)


def locked(body: bytes, password: str, owner_password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(body))
    writer.encrypt(password, owner_password, algorithm="AES-256")
    return saved(writer)


def saved(writer: PdfWriter) -> bytes:
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def named(body: bytes, character: str, meaning: str) -> bytes:
    """What the font says that a character means is another thing."""
    writer = PdfWriter(clone_from=io.BytesIO(body))
    names = writer.pages[0]["/Resources"]["/Font"]["/F1"]["/ToUnicode"].get_object()  # type: ignore[index]
    code, other = (text.encode("utf-16-be", "surrogatepass").hex().encode() for text in (character, meaning))
    names.set_data(names.get_data().replace(b"<%s> <%s>" % (code, code), b"<%s> <%s>" % (code, other)))
    return saved(writer)


def places(body: bytes) -> Iterator[tuple[float, float, float, float]]:
    with closing(PdfDocument(body)) as document, closing(document[0]) as page:
        for line in printed_lines(page):
            yield line.start, line.end, line.depth, line.size


def scan(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(595, 842)
        picture = DecodedStreamObject()
        picture.set_data(b"\0" * 12)
        for name, value in (("Type", "XObject"), ("Subtype", "Image"), ("ColorSpace", "DeviceRGB")):
            picture[NameObject(f"/{name}")] = NameObject(f"/{value}")
        for name, number in (("Width", 2), ("Height", 2), ("BitsPerComponent", 8)):
            picture[NameObject(f"/{name}")] = NumberObject(number)
        drawing = DecodedStreamObject()
        drawing.set_data(b"/Im0 Do")
        page[NameObject("/Contents")] = writer._add_object(drawing)
        pictures = DictionaryObject({NameObject("/Im0"): writer._add_object(picture)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    return saved(writer)


def test_lines_are_joined_and_page_numbers_go() -> None:
    body = make_pdf(
        [TITLE, "", "各单位：", PARAGRAPH, "一、指导思想", PARAGRAPH, "安全监察部", "2011年6月1日"]
    )
    assert texts(body) == [
        TITLE, "各单位：", PARAGRAPH, "一、指导思想", PARAGRAPH, "安全监察部", "2011年6月1日",
    ]  # fmt: skip


def test_lines_in_columns_are_joined() -> None:
    first = "矿党委要求各单位把学习教育同当前的生产结合起来，做到两不误、两促进，不搞形式。"
    second = "机电队把课堂搬到井口，每天班前会上由一名党员领学十分钟，月底由支部统一考一次，成绩张榜公布。"
    lines = [text[at : at + 16] for text in (first, second) for at in range(0, len(text), 16)]
    assert join_paragraphs(list(map(printed, ["井口的课堂", *lines]))) == ["井口的课堂", first, second]


def test_slogans_of_one_width_stay_apart() -> None:
    slogans = [f"人人讲安全个个会应急之{number}" for number in "一二三四五六七八"]
    assert join_paragraphs(list(map(printed, slogans))) == slogans


def test_no_paragraph_begins_with_a_closing_mark() -> None:
    lines = list(map(printed, ["“药方才能开对。", "”周立民说。", "会议结束。"]))
    assert join_paragraphs(lines) == ["“药方才能开对。”周立民说。", "会议结束。"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = [f"第{number}条" for number in range(1, 34)]
    assert texts(make_pdf([*lines, PARAGRAPH]))[-1] == PARAGRAPH


def test_table_rows_stay_apart_and_numbers_inside_the_page_stay() -> None:
    assert texts(make_pdf(TABLE_OF_ROWS)) == TABLE_OF_ROWS


def test_a_number_at_the_edge_that_does_not_count_pages_stays() -> None:
    assert texts(make_pdf([TITLE, "合计", "2011"]))[-1] == "2011"


@pytest.mark.parametrize("header", ["青山矿业文件", "青山矿业安全简报  第{}期"])
def test_headers_that_repeat_go(header: str) -> None:
    per_page = 34
    pages = [
        [header.format(page), *(f"{page * page + row}号面进尺{row}米" for row in range(per_page - 1))]
        for page in range(4)
    ]
    found = texts(make_pdf([line for page in pages for line in page]))
    assert found == [line for page in pages for line in page[1:]]


@given(st.lists(st.lists(st.text("12 页第—", min_size=1, max_size=4), max_size=6), max_size=6))
def test_lines_are_left_out_or_stay_as_they_are(pages: list[list[str]]) -> None:
    drawn = [[printed(text, depth=depth) for depth, text in enumerate(page)] for page in pages]
    lines = iter([line for page in drawn for line in page])
    assert all(line in lines for line in without_furniture(drawn)), "a subsequence"


def test_no_title_is_made_up_and_properties_are_not_believed() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf([TITLE, PARAGRAPH])))
    writer.add_metadata({"/Title": "Microsoft Word - 文档1", "/Author": "微软用户"})
    extraction = extract_pdf(saved(writer), URL)
    assert (extraction.title, extraction.fields.get("author"), extraction.blocks[0].text) == (
        None,
        None,
        TITLE,
    )


def test_a_scan_is_unreadable() -> None:
    extraction = extract_pdf(scan(3), URL)
    assert (extraction.kind, extraction.warnings) == ("unreadable", ("scan_without_text",))


def test_single_scanned_pages_are_told() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf([TITLE, PARAGRAPH])))
    writer.append(PdfReader(io.BytesIO(scan(1))))
    extraction = extract_pdf(saved(writer), URL)
    assert (extraction.kind, extraction.warnings) == ("article", ("pages_without_text",))


def test_a_font_without_characters_is_unreadable() -> None:
    body = make_pdf(["\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008"] * 5)
    assert extract_pdf(body, URL).warnings == ("text_layer_unreadable",)


def test_characters_without_a_name_are_told_apart_from_hyphens() -> None:
    nothing = named(make_pdf(["甲" * 30] * 5), "甲", "\0")
    assert extract_pdf(nothing, URL).warnings == ("text_layer_unreadable",)
    lines = ["矿党委甲第二次学习安排在本月下旬", "中外合资-", "经营的矿井"]
    assert texts(named(make_pdf(lines), "甲", "\0")) == [
        "矿党委\ufffd第二次学习安排在本月下旬",
        "中外合资-经营的矿井",
    ]


@pytest.mark.parametrize("meaning", ["𠮷", "甲乙", "\ufffe", "\ud842"])
def test_lines_stand_where_they_are_printed_whatever_a_character_counts(meaning: str) -> None:
    body = make_pdf(["甲" * 20, "", PARAGRAPH, "安全监察部"])
    assert [*places(named(body, "甲", meaning))][-4:] == [*places(body)][-4:]


def test_a_page_that_can_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: PdfPage) -> list[PrintedLine]:
        raise PdfiumError("Failed to load text page.")

    monkeypatch.setattr(pdf, "printed_lines", broken)
    with pytest.raises(InputError, match=r"is damaged \(page 1: Failed to load text page"):
        extract_pdf(make_pdf([TITLE]), URL)


def test_a_password_is_named() -> None:
    with pytest.raises(InputError, match=r"locked with a password.*print it to a new PDF"):
        extract_pdf(locked(make_pdf([TITLE]), "secret", "owner"), URL)


def test_a_file_that_only_forbids_printing_is_read() -> None:
    assert texts(locked(make_pdf([TITLE, PARAGRAPH]), "", "owner")) == [TITLE, PARAGRAPH]


@pytest.mark.parametrize("kept", [9, 100, 0.3, 0.6, 0.9])
def test_a_file_cut_off_is_named(kept: float) -> None:
    body = make_pdf([TITLE, *[PARAGRAPH] * 40])
    end = int(kept * len(body)) if 0 < kept < 1 else int(kept)
    with pytest.raises(InputError, match=r"is damaged.*Fetch it again"):
        extract_pdf(body[:end], URL)


def test_garbage_inside_is_named_or_survived() -> None:
    body = make_pdf([TITLE, PARAGRAPH])
    for position in range(0, len(body) - 40, 97):
        broken = body[:position] + b"\0<</(\xff" + body[position + 6 :]
        try:
            assert extract_pdf(broken, URL).kind in ("article", "unreadable")
        except InputError as error:
            assert error.remedy


def test_too_many_pages_and_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    body = make_pdf(TABLE_OF_ROWS)
    monkeypatch.setattr(pdf, "MAX_CHARS", 100)
    with pytest.raises(InputError, match="more than 100 characters"):
        extract_pdf(body, URL)
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(InputError, match="3 pages, the limit is 1"):
        extract_pdf(body, URL)


def test_a_stream_that_unpacks_without_end_holds_no_text() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf([TITLE])))
    stream = DecodedStreamObject()
    stream.set_data(b" " * 80_000_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    assert extract_pdf(saved(writer), URL).kind == "unreadable"


def test_a_page_turned_on_the_screen_is_read_as_it_was_written() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(make_pdf([TITLE, PARAGRAPH, "一、指导思想", PARAGRAPH])))
    writer.pages[0].rotate(90)
    assert texts(saved(writer)) == [TITLE, PARAGRAPH, "一、指导思想", PARAGRAPH]


@pytest.mark.parametrize("angle", [90, 180])
def test_a_page_turned_when_it_was_printed_is_read_as_it_runs(angle: int) -> None:
    reader = PdfReader(io.BytesIO(make_pdf([TITLE, PARAGRAPH, "一、指导思想", PARAGRAPH, PARAGRAPH])))
    writer = PdfWriter()
    for upright in reader.pages:
        turned = writer.add_blank_page(1_200, 1_200)
        turned.merge_transformed_page(
            upright, Transformation().translate(-300, -400).rotate(angle).translate(600, 600)
        )
    assert texts(saved(writer)) == [TITLE, PARAGRAPH, "一、指导思想", PARAGRAPH, PARAGRAPH]


def test_the_lines_of_a_title_are_joined() -> None:
    title = [printed("关于开展安全生产月活动的", size=20), printed("通知", start=100, size=20)]
    lines = [*title, printed("（2011年）", start=70, size=20), printed(PARAGRAPH)]
    assert join_paragraphs(lines) == ["关于开展安全生产月活动的通知", "（2011年）", PARAGRAPH]


def test_full_lines_are_joined_over_columns_but_not_under_an_indent() -> None:
    first = "矿党委要求各单位把学习教育同生产结合起来，不搞形式。"
    second = "机电队把课堂搬到井口，每天班前会上由一名党员领学十分钟，月底统一考一次，成绩张榜。"
    lines = [
        printed(first[:14], start=20), printed(first[14:], start=0),
        printed(second[:14], start=20), printed(second[14:28], start=300), printed(second[28:], start=300),
    ]  # fmt: skip
    assert join_paragraphs(lines) == [first, second]


def test_a_signature_set_to_the_right_keeps_its_lines() -> None:
    lines = [
        printed(PARAGRAPH[2:40]),
        printed("青山煤矿安全监察部办公室", start=260),
        printed("六月一日", start=340),
    ]
    assert join_paragraphs(lines) == [line.text for line in lines]


def test_a_header_written_behind_the_text_goes_in_small_letters_from_two_pages() -> None:
    text = [printed(f"安全是{word}。", depth=depth) for depth, word in enumerate("天地人和", start=1)]
    header = [printed("内部资料", depth=0, size=7)]
    assert without_furniture([[*text, *header], [*text, *header]]) == [*text, *text]
    header = [printed("内部资料", depth=0)]
    assert without_furniture([[*text, *header]] * 2) == [*text, *header] * 2


FIRST, SECOND = (
    "矿党委要求各单位把学习教育同当前的生产结合起来，做到两不误、两促进，不搞形式主义，不走过场。",
    "机电队把课堂搬到井口，每天班前会上由一名党员领学十分钟，月底由支部统一考一次，成绩张榜公布。",
)


def set_in_lines(text: str, starts: tuple[float, ...], depth: float, pitch: float = 15) -> list[PrintedLine]:
    """Lines that end at 250 pt; the first begins at the first of `starts`, all others at the second."""
    lines: list[PrintedLine] = []
    while text:
        start = starts[min(len(lines), 1)]
        count = round((250 - start) / 10)
        lines.append(printed(text[:count], start=start, depth=depth + len(lines) * pitch))
        text = text[count:]
    return lines


@pytest.mark.parametrize("labels", ["1. 2. 3.", "（1） （2） （3）", "● ● ●"])
def test_items_whose_number_stands_out_are_joined(labels: str) -> None:
    items = [f"{label}{FIRST}" for label in labels.split()]
    lines = [line for n, item in enumerate(items) for line in set_in_lines(item, (0, 20), 100 * n)]
    assert join_paragraphs(lines) == items


def test_an_indented_paragraph_below_a_numbered_line_begins_anew() -> None:
    heading = f"一、{FIRST[:22]}。"
    lines = [printed(heading), *set_in_lines(SECOND, (20, 0), 15), *set_in_lines(FIRST, (20, 0), 90)]
    assert join_paragraphs(lines) == [heading, SECOND, FIRST]


def test_paragraphs_without_indents_are_parted_by_their_gaps() -> None:
    sentence = "月底由支部统一考一次成绩，张榜公布，不合格者补考。"
    whole = sentence + FIRST  # a sentence ends where its first line does
    texts = [whole, SECOND, whole, SECOND, whole]
    lines = [line for n, text in enumerate(texts) for line in set_in_lines(text, (0, 0), 60 * n)]
    assert len(sentence) == 25
    assert join_paragraphs(lines) == texts


def test_without_gaps_a_sentence_that_ends_with_its_line_ends_the_paragraph() -> None:
    sentence = "月底由支部统一考一次成绩，张榜公布，不合格者补考。"
    lines = set_in_lines(sentence + FIRST, (0, 0), 0)
    assert join_paragraphs(lines) == [sentence, FIRST]
