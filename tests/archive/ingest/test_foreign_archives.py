"""WARC and WACZ files of others: references, rendered pages, encodings, damage on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import brotli
import pytest
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.errors import InputError
from archive.ingest import import_paths
from archive.ingest.captures import found_in
from archive.ingest.warc import PassedOver, exchanges_in
from archive.store.archive import Archive
from archive.store.exchange import Exchange

HTML = {"Content-Type": "text/html; charset=utf-8"}
SITE = "http://www.qingshan.example"
MakeWarc = Callable[..., bytes]
MakePage = Callable[[str], bytes]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "old.warc.gz"


def _bodies(path: Path) -> dict[str, bytes]:
    return {found.url: found.capture().body for found in found_in(path) if isinstance(found, Exchange)}


def _passed_over(path: Path) -> dict[str, str]:
    return {found.url: found.reason for found in found_in(path) if isinstance(found, PassedOver)}


def _faults(path: Path) -> list[str]:
    return [str(found) for found in found_in(path) if isinstance(found, InputError)]


def _record(kind: str, url: str, body: bytes, *, packed: bool = True, **headers: str) -> bytes:
    written = BytesIO()
    writer = WARCWriter(written, gzip=packed)
    warc = {"WARC-Date": "2013-01-01T00:00:00Z", **{name.replace("_", "-"): v for name, v in headers.items()}}
    answered = kind in ("revisit", "response")
    http = {"http_headers": StatusAndHeaders("200 OK", list(HTML.items()), protocol="HTTP/1.1")}
    writer.write_record(
        writer.create_warc_record(
            url,
            kind,
            payload=BytesIO(body),
            length=len(body),
            warc_headers_dict=warc,
            **(http if answered else {"warc_content_type": "text/html"}),
        )
    )
    return written.getvalue()


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("named_by", ["address", "digest"])
def test_reference_is_read_through(
    path: Path, make_warc: MakeWarc, page: MakePage, packed: bool, named_by: str
) -> None:
    digest = "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    if named_by == "digest":
        first = _record("response", f"{SITE}/1.htm", page("通知"), packed=packed, WARC_Payload_Digest=digest)
        refers = {"WARC_Payload_Digest": digest}
    else:
        first = make_warc((f"{SITE}/1.htm", "200 OK", HTML, page("通知")), packed=packed)
        refers = {
            "WARC_Refers_To_Target_URI": f"{SITE}/1.htm",
            "WARC_Refers_To_Date": "2012-03-04T05:06:07.890Z",
        }
    revisits = [_record("revisit", f"{SITE}/{n}.htm", b"", packed=packed, **refers) for n in (2, 3)]
    path.write_bytes(b"".join([first, *revisits]))
    assert _bodies(path) == {f"{SITE}/{n}.htm": page("通知") for n in (1, 2, 3)}
    assert _faults(path) == []


def test_reference_to_nothing_is_told(path: Path) -> None:
    path.write_bytes(_record("revisit", f"{SITE}/2.htm", b"", WARC_Payload_Digest="sha1:B"))
    assert _passed_over(path) == {f"{SITE}/2.htm": "a reference to a record that is not in the file"}


def test_rendered_and_saved_pages_keep_address_and_day(path: Path, page: MakePage) -> None:
    path.write_bytes(
        b"".join(
            [
                _record("conversion", f"{SITE}/1.htm", page("一")),
                _record("resource", f"{SITE}/2.htm", page("二")),
                _record("resource", "urn:view:http://a.example", page("三")),
            ]
        )
    )
    days = {found.url: found.captured_at for found in exchanges_in(path) if isinstance(found, Exchange)}
    assert days == {f"{SITE}/{n}.htm": "2013-01-01T00:00:00Z" for n in (1, 2)}
    assert _passed_over(path) == {"urn:view:http://a.example": "no address of the web"}


@pytest.mark.parametrize("encoding", ["br", "zstd"])
def test_encodings_of_today(path: Path, make_warc: MakeWarc, page: MakePage, encoding: str) -> None:
    packed = brotli.compress(page("通知")) if encoding == "br" else zstandard.compress(page("通知"))
    headers = {**HTML, "Content-Encoding": encoding}
    broken = (f"{SITE}/2.htm", "200 OK", headers, b"\xff no such thing")
    bomb = brotli.compress(bytes(10**8)) if encoding == "br" else zstandard.compress(bytes(10**8))
    path.write_bytes(
        make_warc(
            (f"{SITE}/1.htm", "200 OK", headers, packed), broken, (f"{SITE}/3", "200 OK", headers, bomb)
        )
    )
    assert _bodies(path) == {f"{SITE}/1.htm": page("通知")}
    unfit, too_large = _faults(path)
    assert f"not in the encoding '{encoding}'" in unfit
    assert "unpacks to more than" in too_large


def test_everything_passed_over_has_its_reason(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    path.write_bytes(
        make_warc(
            (f"{SITE}/robots.txt", "200 OK", {}, b"User-agent: *"),
            (f"{SITE}/2.htm", "404 Not Found", HTML, page("没有")),
            (f"{SITE}/5.png", "200 OK", {}, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            (f"{SITE}/4.js", "200 OK", {"Content-Type": "text/javascript"}, b"alert('a')"),
        )
    )
    assert _passed_over(path) == {
        f"{SITE}/robots.txt": "robots.txt",
        f"{SITE}/2.htm": "answered 404",
        f"{SITE}/5.png": "a picture, script or other file without a text",
        f"{SITE}/4.js": "a picture, script or other file without a text",
    }


@pytest.mark.parametrize("packed", [True, False])
def test_damaged_record_is_named_by_its_place_and_the_others_go_in(
    path: Path, make_warc: MakeWarc, page: MakePage, packed: bool
) -> None:
    one, two, three = (
        make_warc((f"{SITE}/{n}.htm", "200 OK", HTML, page(f"第{n}号")), packed=packed, headed=False)
        for n in (1, 2, 3)
    )
    path.write_bytes(one + two[:-200] + two[-170:] + three)
    assert {f"{SITE}/1.htm", f"{SITE}/3.htm"} <= _bodies(path).keys()
    (fault,) = _faults(path)
    assert "is cut or damaged at byte " in fault
    path.write_bytes(one + two[: len(two) // 2] + b"\0" * 99 + three)
    assert {f"{SITE}/1.htm", f"{SITE}/3.htm"} <= _bodies(path).keys()
    assert len(_faults(path)) == 1


def _wacz(warc: bytes, digest: str | None = None) -> bytes:
    written = BytesIO()
    stated = digest or f"sha256:{hashlib.sha256(warc).hexdigest()}"
    resources = [{"path": "archive/a.warc.gz", "hash": stated}]
    with ZipFile(written, "w") as package:
        package.writestr("archive/a.warc.gz", warc)
        package.writestr("datapackage.json", json.dumps({"resources": resources}))
    return written.getvalue()


def test_pages_of_a_wacz_file(archive: Archive, tmp_path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    answers = [(f"{SITE}/{n}.htm", "200 OK", HTML, page(f"关于第{n}次检查的通报")) for n in (1, 2)]
    warc = make_warc(*answers)
    revisit = _record(
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
    warc = make_warc((f"{SITE}/1.htm", "200 OK", HTML, page("通知")))
    path.write_bytes(_wacz(warc, "sha256:0a"))
    assert "not the digest" in _faults(path)[0]
    assert list(_bodies(path)) == [f"{SITE}/1.htm"]


def test_own_package_comes_back(demo: Path, campaign_archive: Any, tmp_path: Path) -> None:
    package, data = tmp_path / "demo.wacz", tmp_path / "data"
    campaign_archive("export", "--wacz", package, "--data", demo)
    campaign_archive("import", "--data", data, package)
    with Archive.open(data) as back, Archive.open(demo) as original:
        texts = "SELECT url, title FROM articles WHERE url LIKE 'http%' ORDER BY url"
        assert back.db.execute(texts).fetchall() == original.db.execute(texts).fetchall()
    campaign_archive("check", "--data", data)
