"""What is given away as WACZ, verified by its specification."""

from __future__ import annotations

import gzip
import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import Mock
from zipfile import ZIP_STORED, ZipFile

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.export import packed_warc
from archive.store.export.cdxj import surt
from archive.store.export.wacz import export_wacz
from archive.store.removal import remove
from tests.archive.store.damage import flip

TEXT = "各区队开展隐患排查，发现问题立即整改。" * 20


@pytest.fixture
def full(archive: Archive, crawl: Any, visit_page: Any) -> Archive:
    """Two pages with one body, a further page, and a file that belongs to the first; several WARC files."""
    files = [("/f/plan.docx", "附件：方案")]
    crawl(
        visit_page("/a.html", TEXT, next_part="/a_2.html", files=files),
        visit_page("/a_2.html", "第二部分。" * 9, "part", 2),
        visit_page("/f/plan.docx", "附件正文。" * 9, "attachment", 3),
        visit_page("/mirror.html", TEXT, at=4, next_part="/a_2.html", files=files),
        visit_page("/b.html", "另一篇文章，一直留着。" * 40, at=5),
        rotation=1_500,
    )
    return archive


def _read(path: Path) -> dict[str, bytes]:
    """The parts of a package, each of which has the digest and length that are stated of it."""
    with ZipFile(path) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
        stored = {info.filename for info in package.infolist() if info.compress_type == ZIP_STORED}
    assert {name for name in parts if name.endswith(".gz")} <= stored
    described = json.loads(parts["datapackage.json"])
    assert (described["profile"], described["wacz_version"]) == ("data-package", "1.1.1")
    for part in described["resources"]:
        body = parts[part["path"]]
        assert (part["hash"], part["bytes"]) == (_digest(body), len(body))
    stated = {part["path"] for part in described["resources"]}
    assert stated == parts.keys() - {"datapackage.json", "datapackage-digest.json"}
    digest = json.loads(parts["datapackage-digest.json"])
    assert digest == {"path": "datapackage.json", "hash": _digest(parts["datapackage.json"])}
    return parts


def _digest(body: bytes) -> str:
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def _indexed(parts: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """The captures as the index finds them: address, kind of record, text where there is one."""
    lines = gzip.decompress(parts["indexes/index.cdx.gz"]).decode().splitlines()
    assert lines == sorted(lines)
    found = []
    for line in lines:
        key, stamp, fields = line.split(" ", 2)
        entry = json.loads(fields)
        assert (key, len(stamp)) == (surt(entry["url"]), 14)
        body = parts[f"archive/{entry['filename']}"]
        at, length = int(entry["offset"]), int(entry["length"])
        (record,) = ArchiveIterator(BytesIO(body[at : at + length]), check_digests=True)
        assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]
        found.append((entry["url"].removeprefix("http://mine.test"), record.rec_type, entry["mime"]))
    return found


def test_package_is_as_specified(full: Archive, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = tmp_path / "all.wacz"
    assert export_wacz(full.directory, path, progress=lambda done, total: seen.append((done, total))) == 5
    parts = _read(path)
    assert _indexed(parts) == [
        ("/a.html", "response", "text/html"),
        ("/a_2.html", "response", "text/html"),
        ("/b.html", "response", "text/html"),
        ("/f/plan.docx", "response", "text/html"),
        ("/mirror.html", "revisit", "warc/revisit"),
    ]
    head, *pages = map(json.loads, parts["pages/pages.jsonl"].decode().splitlines())
    assert head["format"] == "json-pages-1.0"
    assert {page["url"].removeprefix("http://mine.test") for page in pages} == {
        "/a.html",
        "/b.html",
        "/mirror.html",
    }
    assert seen[-1][0] == seen[-1][1] > 0
    assert len(seen) > 1


def test_removed_text_is_not_in_it(full: Archive, tmp_path: Path) -> None:
    """Another page with the same body then has it itself."""
    with full.transaction() as db:
        db.execute("DELETE FROM attachments WHERE article_id <> 1")
    key = full.db.execute("SELECT key FROM articles WHERE id = 1").fetchone()[0]
    remove(full, key, "asked for")
    export_wacz(full.directory, tmp_path / "all.wacz")
    assert _indexed(_read(tmp_path / "all.wacz")) == [
        ("/b.html", "response", "text/html"),
        ("/mirror.html", "response", "text/html"),
    ]


@pytest.mark.parametrize("end", [None, 0], ids=["missing", "cut between two records"])
def test_a_file_that_is_missing_or_cut_is_named(full: Archive, tmp_path: Path, end: int | None) -> None:
    *_, last = sorted(full.warc_directory.iterdir())
    body = last.read_bytes()
    last.unlink()
    if end is not None:
        last.write_bytes(body[:end])
    with pytest.raises(DamageError, match=last.name):
        export_wacz(full.directory, tmp_path / "all.wacz")
    assert not [*tmp_path.glob("*.wacz*")]


def test_damage_leaves_no_package(full: Archive, tmp_path: Path) -> None:
    first = min(full.warc_directory.iterdir())
    flip(first, -60)
    with pytest.raises(DamageError, match=first.name):
        export_wacz(full.directory, tmp_path / "all.wacz")
    assert not any(path.name.startswith("all") for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.mine.example/A?b=1", "example,mine)/a?b=1"),
        ("https://mine.example:443", "example,mine)/"),
        ("http://mine.example:8080/", "example,mine:8080)/"),
        ("urn:sha256:0a", "urn:sha256:0a"),
        (
            "http://www2.mine.example/show.php?m=content&c=index&id=7",
            "example,mine)/show.php?c=index&id=7&m=content",
        ),
        ("http://mine.example/通知/1 2.htm", "example,mine)/%e9%80%9a%e7%9f%a5/1%202.htm"),
        ("http://mine.example/%E9%80%9A/", "example,mine)/%e9%80%9a/"),
        ("http://mine.example/s?q=%e4%b8%ad+x&b", "example,mine)/s?b&q=%E4%B8%AD+x"),
        ("http://mine.example/s?q=%D6%D0&(a)=~", "example,mine)/s?%28a%29=%7E&q=%EF%BF%BD%EF%BF%BD"),
        ("http://例子.example/?", "example,xn--fsqu00a)/"),
    ],
)
def test_key_of_the_index(url: str, key: str) -> None:
    assert surt(url) == key


def test_what_was_removed_is_looked_for_once(
    full: Archive, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not for each file: an archive has thousands, and a frontier of a million addresses."""
    look = Mock(return_value={})
    monkeypatch.setattr(packed_warc, "_taken_out", look)
    export_wacz(data, tmp_path / "archive.wacz")
    assert full.db.table("warc_files").count > 1
    assert look.call_count == 1
