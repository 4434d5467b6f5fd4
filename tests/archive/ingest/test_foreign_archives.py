"""WARC files of others: references, rendered pages, encodings, damage on the way."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest
import zstandard

from archive.ingest.warc import exchanges_in
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
    digest = "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
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
