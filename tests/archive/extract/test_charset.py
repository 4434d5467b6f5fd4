from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.extract.charset import decode, decode_as

SIMPLIFIED = "为扎实推进主题教育活动，矿党委成立领导小组，制定实施方案，把责任落实到每一个班组和岗位。"
TRADITIONAL = "為扎實推進主題教育活動，礦黨委成立領導小組，制定實施方案，把責任落實到每一個班組和崗位。"
CASES = [(SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gb18030"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "big5hkscs")]


@pytest.mark.parametrize("declared", [None, "utf-8", "gb2312", "big5", "iso-8859-1", "no-such-charset"])
@pytest.mark.parametrize(("text", "charset"), CASES)
def test_the_bytes_decide_whatever_is_declared(text: str, charset: str, declared: str | None) -> None:
    decoded = decode(text.encode(charset), declared)
    assert (decoded.text, decoded.charset, decoded.replaced_chars) == (text, charset, 0)


@pytest.mark.parametrize("script", [5_000, 30_000])
@pytest.mark.parametrize(("text", "charset"), CASES)
def test_a_text_far_behind_the_first_chinese_is_reached(text: str, charset: str, script: int) -> None:
    page = f"<title>通知</title><script>{'x' * script}</script><p>{text * 3}</p>"
    decoded = decode(page.encode(charset), "iso-8859-1")
    assert (decoded.text, decoded.charset) == (page, charset)


@pytest.mark.parametrize(("text", "charset"), CASES)
def test_three_broken_bytes_cost_three_characters(text: str, charset: str) -> None:
    body = bytearray((text * 4).encode(charset))
    for position in (30, 90, 200):
        body[position] = 0xFF
    decoded = decode(bytes(body))
    assert decoded.charset == charset
    assert 1 <= decoded.replaced_chars <= 9
    assert decoded.text[-60:] == (text * 4)[-60:]


@pytest.mark.parametrize(
    ("mark", "codec"),
    [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"", "utf-16-le")],
)
def test_utf_16(mark: bytes, codec: str) -> None:
    page = f"<html><body><p>{SIMPLIFIED}</p></body></html>"
    decoded = decode(mark + page.encode(codec))
    assert (decoded.text, decoded.charset) == (page, codec)


def test_utf_8_mark_is_no_text() -> None:
    assert decode(codecs.BOM_UTF8 + b"abc").text == "abc"


def test_a_forced_charset_is_obeyed() -> None:
    assert decode_as("安全".encode("gbk"), "gb2312").charset == "gb18030"
    with pytest.raises(LookupError):
        decode_as(b"x", "no-such-charset")


@given(st.binary(max_size=200), st.none() | st.text(max_size=8))
def test_no_bytes_raise(body: bytes, declared: str | None) -> None:
    decoded = decode(body, declared)
    assert decoded.replaced_chars == decoded.text.count("\ufffd") or decoded.replaced_chars == 0
