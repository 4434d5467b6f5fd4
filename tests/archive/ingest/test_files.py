from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

import pytest

from archive.errors import InputError
from archive.extract.media import Media
from archive.ingest import files
from archive.ingest.files import read_file, readable

NOTICE = "关于开展安全生产月活动的通知\n各单位：现通知如下。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def test_a_text_comes_with_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, "gb18030")
    file = read_file(path)
    assert (file.path, file.body, file.media) == (path, NOTICE.encode("gb18030"), Media.TEXT)


def test_a_long_file_comes_whole(tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    path.write_text(NOTICE * 5_000)
    assert read_file(path).body == (NOTICE * 5_000).encode()


def test_the_name_tells_a_page_from_a_text(tmp_path: Path) -> None:
    for name in ("a.html", "a.txt"):
        (tmp_path / name).write_text("<p>通知</p>")
    assert read_file(tmp_path / "a.html").media is Media.HTML
    assert read_file(tmp_path / "a.txt").media is Media.TEXT


def test_the_address_is_made_of_the_bytes_alone(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text(NOTICE)
    exchange = read_file(tmp_path / "一.txt").exchange("2026-01-02T03:04:05Z")
    assert exchange.url == f"urn:sha256:{hashlib.sha256(NOTICE.encode()).hexdigest()}"
    assert (exchange.record_type, exchange.file_name, exchange.mime) == ("resource", "一.txt", "text/plain")
    assert str(tmp_path) not in repr(exchange)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is empty"),
        (b"\r\n \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "is a JPEG picture"),
        (b"PK\5\6" + bytes(18), "is a zip archive"),
        (
            b"PK\3\4" + bytes(26) + b"archive/a.warc.gz" + bytes(99),
            "is a ZIP file .* cut or damaged. Fetch it",
        ),
        (b"\1\2\3\4\5\6\7", "is a binary file"),
        (OLE + "Workbook".encode("utf-16-le"), "is an old Office file"),
    ],
)
def test_what_holds_no_text_is_named_for_what_it_is(body: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(body)
    with pytest.raises(InputError, match=f"通知.txt {reason}") as caught:
        read_file(path)
    assert caught.value.remedy


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match=r"missing\.txt does not exist"):
        read_file(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="pipe is not a regular file"):
        read_file(tmp_path / "pipe")
    with pytest.raises(InputError, match=r"not a regular file|can't be read"):
        read_file(tmp_path)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 70_000)
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 70_001)
    with pytest.raises(InputError, match="larger than 70,000 bytes"):
        read_file(path)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InputError, match=r"can't be read \(Permission denied\)"):
        read_file(tmp_path / "a.txt")


def test_names_of_old_systems_are_read() -> None:
    assert readable(os.fsdecode("开展活动的通知.txt".encode("gb18030"))) == "开展活动的通知.txt"
    assert readable("通知.txt") == "通知.txt"


ARC = b"filedesc://old.arc 0.0.0.0 20060601080000 text/plain 20\n1 0 InternetArchive\n\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (ARC, "an ARC file"),
        (gzip.compress(ARC, mtime=0), "an ARC file"),
        (gzip.compress(b"<p>", mtime=0), "a gzip file"),
        (b"\x28\xb5\x2f\xfd\x04\0", "packed with zstd"),
    ],
)
def test_the_form_of_other_archives_is_named(tmp_path: Path, body: bytes, told: str) -> None:
    path = tmp_path / "old.warc.gz"
    path.write_bytes(body)
    with pytest.raises(InputError, match=told):
        read_file(path)


def test_a_warc_file_may_begin_with_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "old.warc"
    path.write_bytes(b"\r\n\r\nWARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n")
    assert read_file(path).media is Media.WARC
