from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.extract import extract
from archive.extract.html_page import extract_html

_PIECES = (
    *(
        "<html>",
        "<body>",
        "<table>",
        "<tr>",
        "<td>",
        "<p>",
        "</p>",
        "</td>",
        "</table>",
        "<br>",
        "</html>",
        "<h1>",
    ),
    *("<!--", "-->", "<?xml ?>", "<pre>\n", "</pre>", "<b>", "</b>", "<div style='display:none'>", "</div>"),
    *(
        "来源：",
        "2010-06-03",
        "作者：张三",
        "安全第一，预防为主。",
        "&#xD800;",
        "&nbsp;",
        "\0",
        "<title>题</title>",
    ),
    *("附件：<a href=a.doc>表</a>", "<a href='x_2.htm'>下一页</a>"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_no_page_raises_and_all_text_can_be_stored(source: str) -> None:
    extraction = extract_html(source.encode(), "http://www.qingshan.example/x.htm")
    extraction.text.encode("utf-8")
    assert all(block.text and "\n" not in block.text for block in extraction.blocks)


@given(st.binary(max_size=300))
def test_no_bytes_raise(body: bytes) -> None:
    extract_html(body, "http://[bad/address")


def test_what_cannot_be_read_is_named() -> None:
    assert extract(b"", "urn:sha256:0").kind == "empty"
    picture = extract(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "http://www.qingshan.example/a.png")
    assert (picture.kind, picture.warnings) == ("unreadable", ("unread_binary",))


def test_plain_text_is_dispatched() -> None:
    assert (
        extract("安全第一\n预防为主".encode(), "http://www.qingshan.example/a.txt").text
        == "安全第一\n预防为主"
    )
