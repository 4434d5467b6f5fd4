from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.extract.documents.plain_text import extract_plain_text

URL = "urn:sha256:00"
LINES = [
    "　　关于开展“安全生产月”活动的",
    "    通知",
    "",
    "各单位：",
    "　　现就有关事项通知如下，请认真贯彻执行。",
    "",
]
TRADITIONAL = "關於開展安全生產月活動的通知\n各單位：現就有關事項通知如下，請認真貫徹執行。"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_come_out_as_they_stand(charset: str, line_end: str) -> None:
    extraction = extract_plain_text(line_end.join(LINES).encode(charset), URL)
    assert [block.text for block in extraction.blocks] == LINES
    assert extraction.text == "\n".join(LINES)
    assert extraction.replaced_chars == 0


def test_big5() -> None:
    extraction = extract_plain_text(TRADITIONAL.encode("big5"), URL)
    assert (extraction.text, extraction.charset) == (TRADITIONAL, "big5hkscs")


@pytest.mark.parametrize(
    "body", [b"", b" \r\n \r\n", "　　\n　".encode("gb18030"), "\ufeff　".encode("utf-16-le")]
)
def test_blanks_alone_are_empty(body: bytes) -> None:
    assert extract_plain_text(body, URL).kind == "empty"


def test_padding_at_the_end_is_no_text() -> None:
    assert extract_plain_text("通知\r\n".encode() + b"\x1a\0\0\0", URL).text == "通知\n"


def test_nothing_is_taken_from_the_text() -> None:
    extraction = extract_plain_text("通知\n作者：某某 2010-08-11".encode(), URL)
    assert (extraction.title, extraction.byline, dict(extraction.fields)) == (None, None, {})
    assert extraction.kind == "article"


@given(st.lists(st.text("煤矿安全，。 \t　ab1<>&", max_size=20), max_size=8))
def test_text_is_the_file_whatever_stands_in_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert extract_plain_text(text.encode(), URL).text == text


@given(st.binary(max_size=300))
def test_no_bytes_are_refused(body: bytes) -> None:
    assert extract_plain_text(body, URL).kind in ("article", "empty")
