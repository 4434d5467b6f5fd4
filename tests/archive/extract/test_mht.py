from __future__ import annotations

import base64

import pytest

from archive.extract import extract

SENTENCE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效。"
PAGE = f"<html><body><h1>开展安全月活动</h1><p>{SENTENCE * 3}</p><a href='u/1.doc'>附件</a></body></html>"
HEADERS = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
PICTURE = "--x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n"


def part(charset: str) -> str:
    packed = base64.encodebytes(PAGE.encode(charset)).decode()
    return (
        f"--x\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: http://www.qingshan.example/a/3.htm\r\n\r\n{packed}\r\n"
    )


@pytest.mark.parametrize("charset", ["gb2312", "utf-8"])
def test_the_page_is_read_as_if_fetched_from_where_it_was_saved(charset: str) -> None:
    found = extract(f"{HEADERS}{PICTURE}{part(charset)}--x--".encode(), "urn:sha256:00")
    assert (found.url, found.kind, found.title) == ("urn:sha256:00", "article", "开展安全月活动")
    assert found.blocks[0].text == SENTENCE * 3
    assert [file.url for file in found.files] == ["http://www.qingshan.example/a/u/1.doc"]


def test_without_a_page_it_is_unread() -> None:
    found = extract(f"{HEADERS}{PICTURE}--x--".encode(), "urn:sha256:00")
    assert (found.kind, found.warnings) == ("unreadable", ("unread_binary",))


def test_one_cut_off_gives_what_is_there() -> None:
    whole = f"{HEADERS}{part('utf-8')}".encode()
    assert extract(whole[: len(HEADERS)], "urn:sha256:00").kind == "unreadable"
    assert SENTENCE in extract(whole[:-150], "urn:sha256:00").text
