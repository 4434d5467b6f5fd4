from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from archive.errors import InputError
from archive.ingest.contents import texts_in
from archive.ingest.warc import exchanges_in, pages
from archive.store.exchange import Exchange
from tests.archive.ingest.foreign_records import HTML, SITE, MakePage, MakeWarc, answer, contents, passed_over


def test_a_page_keeps_its_address_and_its_day(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    path.write_bytes(make_warc(answer("1.htm", page("通知"))))
    (exchange,) = exchanges_in(path)
    assert isinstance(exchange, Exchange)
    assert (exchange.url, exchange.captured_at) == (f"{SITE}/1.htm", "2012-03-04T05:06:07Z")
    assert (exchange.record_type, exchange.status, exchange.mime) == ("response", 200, "text/html")
    assert exchange.wire == page("通知")


@pytest.mark.parametrize("packed", [True, False])
def test_answers_that_hold_a_text_are_taken_and_all_others_have_their_reason(
    path: Path, make_warc: MakeWarc, page: MakePage, packed: bool
) -> None:
    answers = [
        (f"{SITE}/robots.txt", "200 OK", {"Content-Type": "text/plain"}, b"User-agent: *"),
        answer("1.htm", page("通知")),
        (f"{SITE}/2.htm", "404 Not Found", HTML, page("没有")),
        (f"{SITE}/3.htm", "302 Found", HTML, page("别处")),
        (f"{SITE}/4.js", "200 OK", {"Content-Type": "text/javascript"}, b"alert('a')"),
        answer("5.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", {}),
        answer("6.txt", "通知".encode(), {}),
        ("dns:www.qingshan.example", "200 OK", {"Content-Type": "text/plain"}, b"1.2.3.4"),
    ]
    path.write_bytes(make_warc(*answers, packed=packed))
    assert contents(path) == ([f"{SITE}/1.htm", f"{SITE}/6.txt"], [])
    assert passed_over(path) == {
        f"{SITE}/robots.txt": "robots.txt",
        f"{SITE}/2.htm": "answered 404",
        f"{SITE}/3.htm": "answered 302",
        f"{SITE}/4.js": "a picture, script or other file without a text",
        f"{SITE}/5.png": "a picture, script or other file without a text",
        "dns:www.qingshan.example": "no address of the web",
    }


@pytest.mark.parametrize("has_converter", [True, False])
def test_old_word_files_are_taken_where_a_program_reads_them(
    path: Path, make_warc: MakeWarc, has_converter: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "has_converter", lambda: has_converter)
    path.write_bytes(make_warc(answer("1.doc", rb"{\rtf1 \'cd\'a8}", {})))
    reason = "an old Word or RTF file, which no program here can read"
    assert contents(path)[0] == ([f"{SITE}/1.doc"] if has_converter else [])
    assert passed_over(path) == ({} if has_converter else {f"{SITE}/1.doc": reason})


def test_chunks_are_put_together_and_packed_bodies_stay_as_they_are(
    path: Path, make_warc: MakeWarc, page: MakePage
) -> None:
    packed = gzip.compress(page("通知"))
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    headers = {**HTML, "Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    path.write_bytes(make_warc(answer("1.htm", chunked, headers)))
    (exchange,) = exchanges_in(path)
    assert isinstance(exchange, Exchange)
    assert (exchange.wire, exchange.capture().body) == (packed, page("通知"))


@pytest.mark.parametrize("packed", [True, False])
def test_cut_anywhere_what_stands_before_is_taken(
    path: Path, make_warc: MakeWarc, page: MakePage, packed: bool
) -> None:
    one = make_warc(answer("1.htm", page("一")), packed=packed)
    two = make_warc(answer("2.htm", b"<p>2"), packed=packed, headed=False)
    for kept in range(1, len(two), 3):
        path.write_bytes(one + two[:kept])
        urls, faults = contents(path)
        is_nearly_whole = kept > len(two) - 12
        assert urls == [f"{SITE}/1.htm"] or is_nearly_whole, kept
        assert len(faults) == 1 and "is cut or damaged at byte" in faults[0], kept


def _is_unpacked_as(packed: bytes, other: bytes) -> bool:
    try:
        return gzip.decompress(packed) == gzip.decompress(other)
    except (EOFError, OSError, zlib.error):
        return False


def test_damage_in_the_middle_is_named(
    path: Path, make_warc: MakeWarc, page: MakePage, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = (make_warc(answer(f"{name}.htm", page(name))) for name in ("一", "二"))
    for place in [*range(2), *range(20, len(two), 11)]:
        altered = two[:place] + bytes([two[place] ^ 0x55]) + two[place + 1 :]
        if _is_unpacked_as(altered, two):  # Only the time in a member's head is another.
            continue
        path.write_bytes(one + altered)
        urls, faults = contents(path)
        assert urls[0] == f"{SITE}/%E4%B8%80.htm" and len(faults) == 1, place
        assert capsys.readouterr().err == ""


def test_a_file_with_nothing_but_a_head(path: Path, make_warc: MakeWarc) -> None:
    path.write_bytes(make_warc())
    assert contents(path) == ([], [])


def test_a_record_too_large_is_named_and_the_rest_goes_on(
    path: Path, make_warc: MakeWarc, page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MAX_BYTES", 2_000)
    path.write_bytes(make_warc(answer("1.htm", page("一") * 10), answer("2.htm", page("二"))))
    urls, faults = contents(path)
    assert urls == [f"{SITE}/2.htm"]
    assert faults == [f"{SITE}/1.htm is larger than 2,000 bytes. Import its text as .txt."]


def test_an_encoding_that_nothing_undoes_is_named_and_the_rest_goes_on(
    path: Path, make_warc: MakeWarc, page: MakePage
) -> None:
    strange = {**HTML, "Content-Encoding": "compress"}
    path.write_bytes(make_warc(answer("1.htm", page("一"), strange), answer("2.htm", page("二"))))
    urls, faults = contents(path)
    assert urls == [f"{SITE}/2.htm"]
    assert "compress" in faults[0]


def test_texts_come_before_the_fault(path: Path, make_warc: MakeWarc, page: MakePage) -> None:
    path.write_bytes(make_warc(answer("1.htm", page("一"))) + b"\x1f\x8b\x08\0torn")
    texts = texts_in(path)
    assert [page.url for page in next(texts)] == [f"{SITE}/1.htm"]
    with pytest.raises(InputError, match="is cut or damaged"):
        next(texts)


def test_a_file_that_is_gone_is_named(path: Path) -> None:
    assert "can't be read" in contents(path)[1][0]
