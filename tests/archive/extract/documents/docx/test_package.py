"""Word files whose package is not as it should be, and still holds the whole text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from archive.extract import extract
from crawler.samples.docx import make_docx
from tests.archive.extract.docx_files import rewritten

URL = "http://www.qingshan.example/u/plan.docx"
WHOLE = make_docx("安全月活动方案", ["各单位：", "现将方案印发，请遵照执行。"])
RELATION = (
    b'<Relationship Id="rId99" Target="%b" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%b"/></Relationships>'
)


def related_to(target: bytes, kind: bytes) -> bytes:
    return rewritten(
        WHOLE,
        lambda name, data: (
            data.replace(b"</Relationships>", RELATION % (target, kind))
            if name == "word/_rels/document.xml.rels"
            else data
        ),
    )


def of_type(mime: bytes) -> bytes:
    plain = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return rewritten(WHOLE, lambda name, data: data.replace(plain, mime))


def without(part: str) -> bytes:
    return rewritten(WHOLE, lambda name, data: None if name == part else data)


def renamed(change: Callable[[str], str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo()
            member.filename = change(name)  # set behind its constructor, which would put it right
            new.writestr(member, old.read(name))
    return written.getvalue()


def strict(name: str, data: bytes) -> bytes:
    usual, iso = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    return data.replace(usual + b"wordprocessingml/2006/main", iso + b"wordprocessingml/main").replace(
        usual + b"officeDocument/2006/relationships", iso + b"officeDocument/relationships"
    )


@pytest.mark.parametrize(
    "body",
    [
        related_to(b"../NULL", b"image"),
        related_to(b"media/image7.png", b"image"),
        related_to(b"#_Toc1", b"hyperlink"),
        of_type(b"vnd.ms-word.document.macroEnabled.main+xml"),
        of_type(b"vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
        without("[Content_Types].xml"),
        without("word/_rels/document.xml.rels"),
        without("_rels/.rels"),
        rewritten(WHOLE, strict),
        renamed(lambda name: name.replace("/", "\\")),
        renamed(lambda name: f"/{name}"),
        b"\xef\xbb\xbf\r\n" + WHOLE,
        WHOLE + b"<script></script>",
    ],
    ids=[
        *("null", "no-picture", "anchor", "macros", "template", "no-types", "no-relations", "no-root"),
        *("strict", "backslashes", "from-the-root", "blanks-before", "bytes-behind"),
    ],
)
def test_the_text_is_read(body: bytes) -> None:
    blocks = extract(body, URL, {"content-type": "text/html"}).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "安全月活动方案"),
        ("paragraph", "各单位："),
        ("paragraph", "现将方案印发，请遵照执行。"),
    ]


def test_without_style_sheet_a_heading_is_a_paragraph() -> None:
    assert {block.kind for block in extract(without("word/styles.xml"), URL).blocks} == {"paragraph"}
