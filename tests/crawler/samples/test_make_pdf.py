from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from crawler.samples.pdf import LINE_CHARS, PAGE_LINES, make_pdf


def pages(body: bytes) -> list[list[str]]:
    reader = PdfReader(io.BytesIO(body), strict=True)
    return [page.extract_text().split("\n") for page in reader.pages]


def test_lines_come_back_with_the_page_number_below() -> None:
    assert pages(make_pdf(["关于“安全生产月”的通知", "", "ABC 2011年"])) == [
        ["关于“安全生产月”的通知", "ABC 2011年", "— 1 —"]
    ]


def test_long_lines_and_long_texts_are_broken() -> None:
    (lines,) = pages(make_pdf(["安" * (LINE_CHARS + 3)]))
    assert [len(line) for line in lines[:2]] == [LINE_CHARS, 3]
    assert [len(page) for page in pages(make_pdf(["一"] * (PAGE_LINES + 2)))] == [PAGE_LINES + 1, 3]


def test_no_line_at_all_is_one_page() -> None:
    assert pages(make_pdf([])) == [["— 1 —"]]


def test_more_characters_than_one_section_of_the_map_holds() -> None:
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 250))
    assert "".join(pages(make_pdf([text]))[0][:-1]) == text


def test_characters_beyond_the_font_are_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        make_pdf(["𠀀"])


def test_the_same_lines_make_the_same_bytes() -> None:
    assert make_pdf(["通知"]) == make_pdf(["通知"])
