from __future__ import annotations

import pytest
from hypothesis import example, given
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


_ADDRESSES = (
    *(
        "http://www.qingshan.example/x.htm",
        "http://[bad/address",
        "http://www.qingshan.example:99999/x_1.htm",
    ),
    *("http://青山／矿.example/", "http://www.qingshan.example/x.php?page=²", "urn:sha256:0", ""),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join), st.sampled_from(_ADDRESSES))
def test_no_page_raises_and_all_text_can_be_stored(source: str, url: str) -> None:
    extraction = extract_html(source.encode(), url)
    extraction.text.encode("utf-8")
    assert all(block.text and "\n" not in block.text for block in extraction.blocks)


@given(st.binary(max_size=300), st.sampled_from(_ADDRESSES))
@example("下一页".encode(), "http://[bad/address")
@example(b"<script>createPageHTML(3,0,'x','htm')</script>", "http://[bad/x.htm")
def test_no_bytes_raise(body: bytes, url: str) -> None:
    extract_html(body, url)


@pytest.mark.parametrize(
    "source",
    [
        "<a href='http://[x/a.doc'>附件</a>",
        "<a href='//青山／矿.example/a.doc'>附件</a>",
        "<base href='http://[x'><a href='x_2.htm'>下一页</a>",
        "<a href='?page=²'>下一页</a>",
        f"<script>createPageHTML({'9' * 5_000}, 0, 'x', 'htm')</script>",
        "<script>createPageHTML(3, 0, 'x', 'htm', '[')</script>",
        "<h1>动员</h1><p>发布时间：2010-06-03T09:12:00+99:00</p>",
        '<script type=\'application/ld+json\'>{"datePublished": "2010-06-03T09:12:00-77:77"}</script>',
        "<iframe src='//[x'></iframe><img src='http://a:x/'>",
    ],
)
@pytest.mark.parametrize("url", _ADDRESSES)
def test_what_a_page_states_wrongly_does_not_raise(source: str, url: str) -> None:
    assert extract_html(f"<html><body>{source}</body></html>".encode(), url).url == url


def test_what_cannot_be_read_is_named() -> None:
    assert extract(b"", "urn:sha256:0").kind == "empty"
    picture = extract(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "http://www.qingshan.example/a.png")
    assert (picture.kind, picture.warnings) == ("unreadable", ("unread_binary",))


def test_plain_text_is_dispatched() -> None:
    assert (
        extract("安全第一\n预防为主".encode(), "http://www.qingshan.example/a.txt").text
        == "安全第一\n预防为主"
    )
