"""Files that can't be read are named with what to do, and the others are taken all the same."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from crawler.samples.docx import make_docx
from crawler.samples.pdf import make_pdf
from tests.crawler.cli.written import TEXT, write


def _locked_pdf(path: Path) -> Path:
    writer = PdfWriter(clone_from=write(path, make_pdf(TEXT.splitlines())))
    writer.encrypt("geheim")
    writer.write(path)
    return path


def _locked_docx(path: Path) -> Path:
    """Word's encrypted files are OLE containers with a stream of this name."""
    names = "EncryptedPackage".encode("utf-16-le")
    return write(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(1024))


def _cut_warc(path: Path) -> Path:
    head = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>"
    return write(path, gzip.compress(head)[:-12])


def _other_zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", TEXT)
    return path


BAD_FILES: dict[str, Callable[[Path], Path]] = {
    "empty.txt": lambda path: write(path, b""),
    "blank.txt": lambda path: write(path, " \n\n\u3000\n"),
    "picture.txt": lambda path: write(path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
    "cut.docx": lambda path: write(path, make_docx("题", [TEXT])[:800]),
    "locked.docx": _locked_docx,
    "locked.pdf": _locked_pdf,
    "cut.warc.gz": _cut_warc,
    "other.docx": _other_zip,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file_is_named_and_the_rest_goes_on(campaign_archive: Any, tmp_path: Path, name: str) -> None:
    good, bad = write(tmp_path / "good.txt", TEXT), BAD_FILES[name](tmp_path / name)
    data = tmp_path / "data"

    done = campaign_archive("import", "--data", data, bad, good, code=1)
    assert name in done.stderr
    assert done.stdout.startswith("1 new")
    campaign_archive("check", "--data", data)

    cleaned = campaign_archive("clean", "--json", bad, good, code=1)
    assert name in cleaned.stderr
    assert [json.loads(line)["file"] for line in cleaned.stdout.splitlines()] == [str(good)]


def test_same_bytes_under_another_name_are_unchanged(campaign_archive: Any, tmp_path: Path) -> None:
    one, other = write(tmp_path / "one.txt", TEXT), write(tmp_path / "other.txt", TEXT)
    data = tmp_path / "data"
    assert campaign_archive("import", "--data", data, one).stdout.startswith("1 new, 0 changed, 0 unchanged")
    assert campaign_archive("import", "--data", data, other).stdout.startswith(
        "0 new, 0 changed, 1 unchanged"
    )
