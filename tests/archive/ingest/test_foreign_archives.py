"""WARC files of others: references, rendered pages, encodings, damage on the way."""

from __future__ import annotations

import base64
import gzip
import hashlib
from pathlib import Path

import brotli
import pytest
import zstandard

from archive.ingest import import_paths
from archive.ingest.warc import exchanges_in
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from tests.archive.ingest.foreign_records import (
    HTML,
    SITE,
    MakePage,
    MakeWarc,
    answer,
    bodies,
    faults,
    passed_over,
    record,
)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("named_by", ["address", "digest"])
def test_reference_is_read_through(
    path: Path, make_warc: MakeWarc, page: MakePage, packed: bool, named_by: str
) -> None:
    digest = f"sha1:{base64.b32encode(hashlib.sha1(page('通知')).digest()).decode()}"
    if named_by == "digest":
        first = record("response", f"{SITE}/1.htm", page("通知"), packed=packed, WARC_Payload_Digest=digest)
        refers = {"WARC_Payload_Digest": digest}
    else:
        first = make_warc(answer("1.htm", page("通知")), packed=packed)
        refers = {
            "WARC_Refers_To_Target_URI": f"{SITE}/1.htm",
            "WARC_Refers_To_Date": "2012-03-04T05:06:07.890Z",
        }
    revisits = [record("revisit", f"{SITE}/{n}.htm", b"", packed=packed, **refers) for n in (2, 3)]
    path.write_bytes(b"".join([first, *revisits]))
    assert bodies(path) == {f"{SITE}/{n}.htm": page("通知") for n in (1, 2, 3)}
    assert faults(path) == []


def test_reference_to_nothing_is_told(path: Path) -> None:
    path.write_bytes(record("revisit", f"{SITE}/2.htm", b"", WARC_Payload_Digest="sha1:B"))
    assert passed_over(path) == {f"{SITE}/2.htm": "a reference to a record that is not in the file"}


def test_rendered_and_saved_pages_keep_address_and_day(path: Path, page: MakePage) -> None:
    path.write_bytes(
        b"".join(
            [
                record("conversion", f"{SITE}/1.htm", page("一")),
                record("resource", f"{SITE}/2.htm", page("二")),
                record("resource", "urn:view:http://a.example", page("三")),
            ]
        )
    )
    days = {found.url: found.captured_at for found in exchanges_in(path) if isinstance(found, Exchange)}
    assert days == {f"{SITE}/{n}.htm": "2013-01-01T00:00:00Z" for n in (1, 2)}
    assert passed_over(path) == {"urn:view:http://a.example": "no address of the web"}


@pytest.mark.parametrize("encoding", ["br", "zstd"])
def test_encodings_of_today(path: Path, make_warc: MakeWarc, page: MakePage, encoding: str) -> None:
    packed = brotli.compress(page("通知")) if encoding == "br" else zstandard.compress(page("通知"))
    headers = {**HTML, "Content-Encoding": encoding}
    broken = answer("2.htm", b"\xff no such thing", headers)
    bomb = brotli.compress(bytes(10**8)) if encoding == "br" else zstandard.compress(bytes(10**8))
    path.write_bytes(make_warc(answer("1.htm", packed, headers), broken, answer("3", bomb, headers)))
    assert bodies(path) == {f"{SITE}/1.htm": page("通知")}
    unfit, too_large = faults(path)
    assert f"not in the encoding '{encoding}'" in unfit
    assert "unpacks to more than" in too_large


@pytest.mark.parametrize("packed", [True, False])
def test_damaged_record_is_named_by_its_place_and_the_others_go_in(
    path: Path, make_warc: MakeWarc, page: MakePage, packed: bool
) -> None:
    one, two, three = (
        make_warc(answer(f"{n}.htm", page(f"第{n}号")), packed=packed, headed=False) for n in (1, 2, 3)
    )
    path.write_bytes(one + two[:-200] + two[-170:] + three)
    assert {f"{SITE}/1.htm", f"{SITE}/3.htm"} <= bodies(path).keys()
    (fault,) = faults(path)
    assert "is cut or damaged at byte " in fault
    path.write_bytes(one + two[: len(two) // 2] + b"\0" * 99 + three)
    assert {f"{SITE}/1.htm", f"{SITE}/3.htm"} <= bodies(path).keys()
    assert len(faults(path)) == 1


def test_a_file_packed_as_a_whole_is_unpacked(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    plain = make_warc(*(answer(f"{n}.htm", page(f"第{n}号")) for n in (1, 2, 3)), packed=False)
    path.write_bytes(gzip.compress(plain))
    assert bodies(path).keys() == {f"{SITE}/{n}.htm" for n in (1, 2, 3)}
    assert faults(path) == []
    path.write_bytes(gzip.compress(plain)[:-30])
    assert f"{SITE}/1.htm" in bodies(path)
    (fault,) = faults(path)
    assert "it ends inside a record" in fault


def test_a_page_that_was_unpacked_keeps_its_header(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    stated = {"gzip": "1", "br": "2", "zstd": "3", "utf-8": "4", "none": "5"}
    answers = (answer(f"{n}.htm", page(n), {**HTML, "Content-Encoding": name}) for name, n in stated.items())
    path.write_bytes(make_warc(*answers))
    assert bodies(path) == {f"{SITE}/{n}.htm": page(n) for n in stated.values()}


def test_an_older_copy_of_the_same_bytes_in_another_file(
    archive: Archive, folder: Path, page: MakePage
) -> None:
    first = record("response", f"{SITE}/1.htm", page("通知"))
    referring = {
        "WARC_Refers_To_Target_URI": f"{SITE}/1.htm",
        "WARC_Refers_To_Date": "2013-01-01T00:00:00.25Z",
        "WARC_Date": "2014-01-01T00:00:00Z",
    }
    later = [record("revisit", f"{SITE}/{n}.htm", b"", packed=True, **referring) for n in (1, 2)]
    (folder / "b.warc.gz").write_bytes(b"".join(later))
    assert import_paths(archive, [folder]).skipped == {
        "a reference to a record that is not in the file, nor in the archive": 2
    }
    (folder / "a.warc.gz").write_bytes(first)
    report = import_paths(archive, [folder], selection="all")
    assert (report.new, report.unchanged, report.failed) == (2, 1, ())
    seen = archive.db.execute("SELECT first_seen, last_seen FROM articles ORDER BY url").fetchall()
    assert seen[0] == ("2013-01-01T00:00:00Z", "2014-01-01T00:00:00Z")


def test_a_reference_without_a_head_has_that_of_the_original(path: Path, page: MakePage) -> None:
    plain = record("response", f"{SITE}/1.htm", page("通知"), packed=False, WARC_Record_ID="<urn:uuid:1>")
    head = "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Record-ID: <urn:uuid:2>\r\nWARC-Refers-To: <urn:uuid:1>"
    rest = f"WARC-Target-URI: {SITE}/2.htm\r\nWARC-Date: 2014-01-01T00:00:00Z\r\nContent-Length: 0"
    path.write_bytes(plain + f"{head}\r\n{rest}\r\n\r\n\r\n\r\n".encode())
    assert bodies(path)[f"{SITE}/2.htm"] == page("通知")


def test_a_record_that_is_not_what_it_says_is_named_and_taken(path: Path, page: MakePage) -> None:
    wrong = record("response", f"{SITE}/1.htm", page("通知"), WARC_Payload_Digest="sha1:" + "A" * 32)
    cut = record("response", f"{SITE}/2.htm", page("通报"), WARC_Truncated="length")
    path.write_bytes(wrong + cut)
    assert bodies(path).keys() == {f"{SITE}/1.htm", f"{SITE}/2.htm"}
    first, second = faults(path)
    assert "does not have the digest that it states" in first
    assert "only the beginning of the page (WARC-Truncated: length)" in second
