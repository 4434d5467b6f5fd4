from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from archive.extract.media import Media, sniff, utf16_codec
from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf

TEXT = "关于开展“安全生产月”活动的通知\r\n\r\n各单位：\r\n　　为落实2011年安全工作部署，现通知如下。\r\n"
TRADITIONAL = "關於開展「安全生產月」活動的通知\r\n各單位:現通知如下。\r\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x02\0\0\0\xd3\x10?1" + bytes(range(256)) * 4
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def make_zip(*names: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name in names:
            package.writestr(name, "内容")
    return written.getvalue()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_text_in_every_charset(charset: str) -> None:
    assert sniff(TEXT.encode(charset), "通知.txt") is Media.TEXT


def test_big5_is_text() -> None:
    assert sniff(TRADITIONAL.encode("big5"), "a.txt") is Media.TEXT


def test_text_without_a_name_is_text() -> None:
    assert sniff(TEXT.encode("gb18030"), "urn:sha256:00") is Media.TEXT


@pytest.mark.parametrize(
    "codec",
    ["utf-16-le", "utf-16-be"],
)
def test_utf16_without_mark_is_told_by_its_bytes(codec: str) -> None:
    assert utf16_codec((TEXT * 3).encode(codec)) == codec
    assert utf16_codec("同志们、朋友们，今天召开动员大会。".encode(codec)) == codec
    assert utf16_codec(TEXT.encode("gb18030")) is None


@pytest.mark.parametrize("body", [b"", b" \r\n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe\r\0\n\0", bytes(4096)])
def test_nothing_but_blanks_is_empty(body: bytes) -> None:
    assert sniff(body, "a.txt") is Media.EMPTY


@pytest.mark.parametrize(
    "body",
    [
        PNG,
        make_zip("图/1.jpg"),
        make_zip(),
        make_zip("xl/workbook.xml"),
        OLE,
        gzip.compress(b"a"),
        b"\1\2\3\4\5",
    ],
    ids=["png", "zip", "empty-zip", "xlsx", "xls", "gzip", "bytes"],
)
def test_a_renamed_binary_is_binary(body: bytes) -> None:
    assert sniff(body, "通知.txt", {"content-type": "text/plain"}) is Media.BINARY


def test_docx_is_told_from_other_zips() -> None:
    body = make_docx("通知", ["一"])
    assert sniff(body, "download.aspx") is Media.DOCX
    assert sniff(b"\xef\xbb\xbf\r\n" + body) is Media.DOCX, "a script left a mark and a blank line before it"
    assert sniff(body[: len(body) // 2], "a.docx") is Media.DOCX, "cut off, and still a docx to complain of"


def test_ole_files_are_old_word_locked_docx_or_foreign() -> None:
    assert sniff(OLE + "WordDocument".encode("utf-16-le"), "a.doc") is Media.DOC
    assert sniff(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx") is Media.DOCX


def test_warc_plain_and_packed() -> None:
    record = b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    assert sniff(record) is Media.WARC
    assert sniff(gzip.compress(record), "a.txt") is Media.WARC


def test_pdf_with_bytes_before_its_signature() -> None:
    body = make_pdf(["通知"])
    assert sniff(body, "a.txt") is Media.PDF
    assert sniff(b"\r\n" + body) is Media.PDF
    assert sniff(bytes(range(1, 32)) + body) is Media.PDF
    assert sniff(b"<b>Notice</b>: a.php<html>" + body) is Media.PDF
    assert sniff("每个 PDF 文件都以 %PDF-1.4 开头。".encode()) is Media.TEXT


@pytest.mark.parametrize(
    ("body", "name", "mime", "expected"),
    [
        ("<!DOCTYPE html><p>通知", "a.txt", "text/plain", Media.HTML),
        ("\n<!-- 首页 --><HTML><body>通知", "", "", Media.HTML),
        ('<?xml version="1.0"?><html>', "", "", Media.HTML),
        ("<div>通知</div>", "a.txt", "", Media.TEXT),
        ("<div>通知</div>", "", "text/plain; charset=gbk", Media.TEXT),
        ("<div>通知</div>", "", "", Media.HTML),
        ("通知", "http://a.cn/x.shtml?b=1", "", Media.HTML),
        ("通知", "", "text/html", Media.HTML),
        ("煤量<500吨、进尺>30米", "urn:sha256:0", "", Media.TEXT),
    ],
)
def test_page_or_text(body: str, name: str, mime: str, expected: Media) -> None:
    headers = {"content-type": mime} if mime else {}
    assert sniff(body.encode(), name, headers) is expected


RSS = '<rss version="2.0"><channel><item><title>例会召开</title></item></channel></rss>'
DECLARED = '<?xml version="1.0" encoding="utf-8"?>'
JSON = '{"code": 0, "rows": [{"title": "例会召开", "content": "<p>青山煤矿</p>"}]}'


@pytest.mark.parametrize(
    ("body", "mime"),
    [
        (RSS, ""),
        (DECLARED + RSS, "text/html"),
        (DECLARED + "<?xml-stylesheet href='a.xsl'?><!-- x --><feed><entry/></feed>", "text/xml"),
        (DECLARED + "<root><code>0</code></root>", ""),
        (JSON, ""),
        ("\ufeff " + JSON, "text/html"),
        ("[{}, {}]", ""),
        (f"show({JSON})", "application/javascript"),
        ("p { margin: 0 }", "text/css"),
    ],
)
def test_what_is_written_for_programs_is_no_text(body: str, mime: str) -> None:
    assert sniff(body.encode(), "", {"content-type": mime}) is Media.BINARY


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (DECLARED + "<div>通知</div>", Media.HTML),
        (DECLARED + "<?xml-stylesheet href='a.xsl'?><html><p>通知", Media.HTML),
        ("{注：以下从略}", Media.TEXT),
        ("[2011年]", Media.TEXT),
        ("[1, 2]", Media.TEXT),
        ("{" * 9_000 + "}" * 9_000, Media.TEXT),
        ("<编者按>各单位：现通知如下。", Media.TEXT),
    ],
)
def test_what_only_looks_like_data(body: str, expected: Media) -> None:
    assert sniff(body.encode()) is expected


MHT = (
    "From: <Saved by Chromium>\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="x"\r\n\r\n'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\rtf1\ansi\ansicpg936 \'cd\'a8\'d6\'aa\par}", Media.DOC),
        (DECLARED + '<w:wordDocument xmlns:w="x"/>', Media.DOC),
        (DECLARED + "<pkg:package/>", Media.DOC),
        (MHT, Media.MHT),
        ("Re: multipart/related\n各单位：现通知如下。", Media.TEXT),
    ],
)
def test_what_word_and_browsers_save_is_told_under_any_name(body: str, expected: Media) -> None:
    assert sniff(body.encode(), "a.doc", {"content-type": "application/msword"}) is expected


def test_a_page_in_utf16() -> None:
    assert sniff("<html><body><p>通知</p></body></html>".encode("utf-16")) is Media.HTML


def test_a_few_stray_nuls_make_no_binary() -> None:
    assert sniff((TEXT * 20).encode("gb18030") + b"\0" * 500, "a.txt") is Media.TEXT
    assert sniff((TEXT * 20).replace("落实", "落\0实", 1).encode("gb18030"), "a.txt") is Media.TEXT
