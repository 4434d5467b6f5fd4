from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import InputError
from archive.ingest import texts_in
from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf


def test_a_file_is_one_text(tmp_path: Path, notice: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(notice, "gb18030")
    ((page,),) = texts_in(path)
    assert page.text == notice


@pytest.mark.parametrize(
    ("name", "body", "what"),
    [
        ("a.docx", make_docx("通知", ["一"])[:3_000], "is damaged"),
        ("a.pdf", make_pdf([]), "holds no text that can be read: it is a scan"),
        ("a.txt", "　\n　".encode(), "holds no text"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_file(tmp_path: Path, name: str, body: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    with pytest.raises(InputError) as caught:
        next(texts_in(path))
    assert caught.value.what.startswith(f"{path} {what}")
    assert caught.value.remedy


def test_an_old_doc_names_the_programs_that_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    path = tmp_path / "方案.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(InputError, match="before 2007") as caught:
        list(texts_in(path))
    assert "antiword" in caught.value.remedy


def test_a_list_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "list.html"
    items = "".join(
        f"<li><a href='{n}.htm'>青山煤矿召开第{n}次安全例会</a> 2010-06-0{n}</li>" for n in range(1, 9)
    )
    path.write_text(f"<html><body><ul>{items}</ul></body></html>", "utf-8")
    with pytest.raises(InputError, match="holds no article"):
        next(texts_in(path))
