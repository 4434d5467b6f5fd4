from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import InputError
from archive.ingest import captures_in, read_capture
from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf


def test_a_file_is_one_capture(tmp_path: Path, notice: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(notice, "gb18030")
    (capture,) = captures_in(path)
    assert (capture.file_name, capture.status) == ("通知.txt", None)
    assert read_capture(capture, path).text == notice


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
    (capture,) = captures_in(path)
    with pytest.raises(InputError) as caught:
        read_capture(capture, path)
    assert caught.value.what.startswith(f"{path} {what}")
    assert caught.value.remedy
