"""Bytes written out as figures are read again, outside of addresses and of what a writer quotes."""

from __future__ import annotations

from quopri import encodestring
from urllib.parse import quote

import pytest

from archive.text import clean

TITLE = "云溪煤矿安全知识竞赛"
BODY = "近日，云溪煤矿举行安全知识竞赛，8支代表队同台比拼，PM2.5、CO2等题目答对率98%。\n各单位要抓好落实。"


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_percent_codes(charset: str) -> None:
    cleaned = clean(f"{TITLE}\n{quote(BODY.encode(charset))}", title=TITLE)
    assert (cleaned.body, cleaned.flags) == (BODY, ("short",))


@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_quoted_printable(charset: str) -> None:
    cleaned = clean(encodestring(f"{TITLE}\n{BODY}".encode(charset)).decode())
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)


def test_codes_of_marks_alone() -> None:
    assert clean(f"{TITLE}\n{BODY.replace('，', '%EF%BC%8C')}", title=TITLE).body == BODY


def test_the_bytes_of_a_program() -> None:
    assert clean(f"{TITLE}\n{str(BODY.encode())[2:-1]}", title=TITLE).body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "资料见http://www.yunling.example/%E5%AE%89%E5%85%A8/%E7%94%9F%E4%BA%A7，请下载。",
        "资料见/news/%E5%AE%89%E5%85%A8，登录后下载?q=%B0%B2%C8%AB。",
        "地址栏里的%E5%AE%89就是“安”字的编码，\\u5b89也是。",
        "完成率100%，超计划5%E，方程x=AB、y=CD、z=BEEF。",
    ],
)
def test_what_stays(line: str) -> None:
    assert clean(f"{TITLE}\n{BODY}\n{line}", title=TITLE).body == f"{BODY}\n{line}"
