"""WACZ files of others, and our own."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from archive.ingest import import_paths
from archive.store.archive import Archive
from tests.archive.ingest.foreign_records import SITE, MakePage, MakeWarc, answer, bodies, faults, record


def _wacz(warc: bytes, digest: str | None = None, folder: str = "") -> bytes:
    written = BytesIO()
    stated = digest or f"sha256:{hashlib.sha256(warc).hexdigest()}"
    resources = [{"path": "archive/a.warc.gz", "hash": stated}]
    with ZipFile(written, "w") as package:
        package.writestr(f"{folder}archive/a.warc.gz", warc)
        package.writestr(f"{folder}datapackage.json", json.dumps({"resources": resources}))
    return written.getvalue()


def test_pages_of_a_wacz_file(archive: Archive, tmp_path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    answers = [answer(f"{n}.htm", page(f"关于第{n}次检查的通报")) for n in (1, 2)]
    warc = make_warc(*answers)
    revisit = record(
        "revisit",
        f"{SITE}/3.htm",
        b"",
        WARC_Refers_To_Target_URI=f"{SITE}/1.htm",
        WARC_Refers_To_Date="2012-03-04T05:06:07.890Z",
    )
    (tmp_path / "old.wacz").write_bytes(_wacz(warc + revisit))
    report = import_paths(archive, [tmp_path / "old.wacz"])
    assert (report.new, report.failed) == (3, ())
    rows = archive.db.execute("SELECT url, captured_at FROM captures ORDER BY url").fetchall()
    assert [row[1][:10] for row in rows] == ["2012-03-04", "2012-03-04", "2013-01-01"]
    again = import_paths(archive, [tmp_path / "old.wacz"])
    assert (again.new, again.changed, again.unchanged) == (0, 0, 3)


def test_wrong_digest_and_cut_package_are_told(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    warc = make_warc(answer("1.htm", page("通知")))
    path.write_bytes(_wacz(warc, "sha256:0a"))
    assert "not the digest" in faults(path)[0]
    assert list(bodies(path)) == [f"{SITE}/1.htm"]


def test_a_package_in_a_folder_of_its_zip(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    path.write_bytes(_wacz(make_warc(answer("1.htm", page("通知"))), folder="crawl-2012/"))
    assert list(bodies(path)) == [f"{SITE}/1.htm"]


def test_own_package_comes_back(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    package, data = tmp_path / "demo.wacz", tmp_path / "data"
    campaign_archive("export", "--wacz", package, "--data", demo)
    campaign_archive("import", "--data", data, package)
    with Archive.open(data) as back, Archive.open(demo) as original:
        texts = "SELECT url, title FROM articles WHERE url LIKE 'http%' ORDER BY url"
        assert back.db.execute(texts).fetchall() == original.db.execute(texts).fetchall()
    campaign_archive("check", "--data", data)


def test_a_package_with_a_password_is_told(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    packed = bytearray(_wacz(make_warc(answer("1.htm", page("通知")))))
    for head, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        packed[packed.find(head) + flags] |= 1
    path.write_bytes(packed)
    assert "encrypted" in faults(path)[0]
