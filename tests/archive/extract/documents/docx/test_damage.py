"""Word documents without a text, locked, damaged, or made to harm."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document

from archive.errors import InputError
from archive.extract.documents.docx import document as docx
from archive.extract.documents.docx.document import extract_docx
from crawler.samples.docx import make_docx
from tests.archive.extract.docx_files import (
    URL,
    extraction_of,
    lines_of,
    paragraph,
    rewritten,
    with_xml,
)

GIF = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")


def test_pictures_alone_are_a_scan() -> None:
    document = Document()
    document.add_picture(io.BytesIO(GIF))
    extraction = extraction_of(document)
    assert (extraction.kind, extraction.warnings) == ("unreadable", ("scan_without_text",))


def test_no_text_and_no_picture_is_empty() -> None:
    assert extraction_of(Document()).kind == "empty"


def test_a_password_is_named() -> None:
    with pytest.raises(InputError, match=r"locked with a password.*remove the password"):
        extract_docx(LOCKED, URL)


def without_document(body: bytes) -> bytes:
    return rewritten(body, lambda name, data: None if name == "word/document.xml" else data)


def with_broken_xml(body: bytes) -> bytes:
    return rewritten(body, lambda name, data: data[:-90] if name == "word/document.xml" else data)


def without_body(body: bytes) -> bytes:
    return rewritten(body, lambda name, data: b"<a/>" if name == "word/document.xml" else data)


def with_flipped_byte(body: bytes) -> bytes:
    place = body.index(b"word/document.xml") + 60
    return body[:place] + bytes([body[place] ^ 0xFF]) + body[place + 1 :]


@pytest.mark.parametrize("damage", [without_document, with_broken_xml, without_body, with_flipped_byte])
def test_a_damaged_document_is_named(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(InputError, match=r"is damaged.*Fetch it again"):
        extract_docx(damage(make_docx("通知", ["一", "二"])), URL)


@pytest.mark.parametrize("kept", [4, 100, 5_000, -30])
def test_a_document_cut_off_is_named(kept: int) -> None:
    with pytest.raises(InputError, match="is damaged"):
        extract_docx(make_docx("通知", ["一", "二"])[:kept], URL)


@pytest.mark.parametrize("limit", ["MAX_MEMBERS", "MAX_UNPACKED", "MAX_XML"])
def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docx, limit, 3)
    monkeypatch.delattr(docx, "read_package")
    with pytest.raises(InputError, match=r"more than a text can need.*\.txt"):
        extract_docx(make_docx("通知", []), URL)


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><w:document'
    body = rewritten(
        make_docx("通知", ["一"]),
        lambda name, data: (
            data.replace(b"<w:document", bomb, 1).replace("一".encode(), b"&b;")
            if name == "word/document.xml"
            else data
        ),
    )
    assert "aaa" not in extract_docx(body, URL).text


def test_a_zip_with_a_password_is_named() -> None:
    body = bytearray(make_docx("通知", ["一"]))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = body.find(signature)
        while place >= 0:
            body[place + flags] |= 1
            place = body.find(signature, place + 4)
    with pytest.raises(InputError, match="locked with a password"):
        extract_docx(bytes(body), URL)


def test_text_boxes_nested_without_end_are_read_once() -> None:
    box = paragraph("芯")
    for _ in range(30):
        box = f"<w:p><w:r><w:txbxContent>{box}</w:txbxContent></w:r></w:p>"
    assert "".join(lines_of(with_xml(box))) == "芯"
