from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace

import brotli
import pytest
import zstandard

from archive.errors import InputError
from archive.store.exchange import Exchange

PLAIN = "安全生产".encode("gb18030") * 50


MEMBERS = gzip.compress(PLAIN[:99]) + gzip.compress(b"") + gzip.compress(PLAIN[99:])


def _gzip_with_name() -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile("news.htm", "wb", fileobj=out) as packing:
        packing.write(PLAIN)
    return out.getvalue()


def _gzip_by_hand(flags: int, fields: bytes) -> bytes:
    return bytes([31, 139, 8, flags, 0, 0, 0, 0, 2, 3]) + fields + zlib.compress(PLAIN)[2:-4] + bytes(8)


def _encoded(wire: bytes, encoding: str) -> Exchange:
    headers = (("Content-Encoding", encoding), ("X-Twice", "1"), ("x-twice", "2"))
    return Exchange(
        url="http://mine.test/", captured_at="2026-11-21T01:00:00Z", status=200, headers=headers, wire=wire
    )


@pytest.mark.parametrize(
    ("encoding", "wire"),
    [
        pytest.param("gzip", gzip.compress(PLAIN), id="gzip"),
        pytest.param("x-gzip", gzip.compress(PLAIN), id="x-gzip"),
        pytest.param("gzip", MEMBERS, id="members"),
        pytest.param("gzip", _gzip_with_name(), id="name"),
        pytest.param("gzip", _gzip_by_hand(4, b"\x02\x00ab"), id="extra_field"),
        pytest.param("gzip", _gzip_by_hand(4 | 8 | 16 | 2, b"\x01\x00an\0c\0cc"), id="all_fields"),
        pytest.param("gzip", gzip.compress(PLAIN)[:-8], id="without_trailer"),
        pytest.param("gzip", gzip.compress(PLAIN) + b"\r\n<!-- end -->", id="something_behind"),
        pytest.param("deflate", zlib.compress(PLAIN), id="zlib"),
        pytest.param("deflate", zlib.compress(PLAIN)[:-4], id="zlib_without_checksum"),
        pytest.param("deflate", zlib.compress(PLAIN)[2:-4], id="raw_deflate"),
        pytest.param("br", brotli.compress(PLAIN), id="br"),
        pytest.param("deflate, gzip", gzip.compress(zlib.compress(PLAIN)), id="two"),
        pytest.param("identity", PLAIN, id="identity"),
        pytest.param("", PLAIN, id="none"),
        pytest.param("gzip", PLAIN, id="falsely_declared"),
        pytest.param("deflate", PLAIN, id="falsely_declared_deflate"),
        pytest.param("UTF-8", PLAIN, id="a_charset"),
        pytest.param("gb2312", PLAIN, id="another_charset"),
        pytest.param("none", PLAIN, id="the_word_none"),
        pytest.param("gzip, utf-8", gzip.compress(PLAIN), id="gzip_and_a_charset"),
    ],
)
def test_content_encoding_is_undone_for_readers(encoding: str, wire: bytes) -> None:
    capture = _encoded(wire, encoding).capture()
    assert capture.body == PLAIN
    assert capture.headers["x-twice"] == "2"


@pytest.mark.parametrize("encoding", ["br", "compress", "zlib", "x\0"])
def test_encoding_that_cannot_be_undone_is_named(encoding: str) -> None:
    with pytest.raises(InputError, match=repr(encoding).replace("\\", r"\\")):
        _encoded(PLAIN, encoding).capture()


NUMBERS = ",".join(map(str, range(9_000))).encode()


@pytest.mark.parametrize(
    ("encoding", "wire"),
    [
        ("gzip", gzip.compress(NUMBERS)[:-20]),
        ("gzip", gzip.compress(NUMBERS) + gzip.compress(NUMBERS)[:99]),
        ("gzip", gzip.compress(NUMBERS)[:9]),
        ("deflate", zlib.compress(NUMBERS)[:-20]),
        ("br", brotli.compress(NUMBERS)[:-20]),
        ("zstd", zstandard.compress(NUMBERS)[:-20]),
        ("zstd", zstandard.compress(NUMBERS) + zstandard.compress(NUMBERS)[:99]),
    ],
    ids=["gzip", "second_member", "head", "deflate", "br", "zstd", "second_frame"],
)
def test_a_packed_body_that_breaks_off_is_no_whole_text(encoding: str, wire: bytes) -> None:
    found = _encoded(wire, encoding)
    with pytest.raises(InputError, match=f"packed by '{encoding}', breaks off"):
        found.capture()
    with pytest.raises(InputError, match="breaks off"):
        found.beginning(10**9)
    # Where it is known to be cut, its beginning is what there is.
    cut = replace(found, is_cut=True)
    assert cut.capture().body == cut.beginning(10**9)


def test_zstd_is_undone_frame_by_frame_and_no_further_than_asked() -> None:
    frames = zstandard.compress(NUMBERS) + zstandard.compress(b"") + zstandard.compress(PLAIN)
    assert _encoded(frames, "zstd").capture().body == NUMBERS + PLAIN
    bomb = _encoded(zstandard.compress(bytes(64 << 20)), "zstd")
    with pytest.raises(InputError, match="more than 1000 bytes"):
        bomb.capture(1000)
    assert bomb.beginning(999) == bytes(999)


@pytest.mark.parametrize("damage", [30, 2_000])
def test_a_packed_body_that_is_damaged_is_no_text(damage: int) -> None:
    wire = bytearray(gzip.compress(NUMBERS))
    wire[damage : damage + 9] = bytes(9)
    with pytest.raises(InputError, match="'gzip'"):
        _encoded(bytes(wire), "gzip").capture()


def test_decompression_bomb_is_refused() -> None:
    bomb = _encoded(gzip.compress(bytes(100_000)), "gzip")
    with pytest.raises(InputError, match="more than 1000 bytes"):
        bomb.capture(1000)
    assert len(bomb.capture(100_000).body) == 100_000


LONG = PLAIN * 1000


@pytest.mark.parametrize(
    ("encoding", "wire"),
    [("gzip", gzip.compress(LONG)), ("deflate, gzip", gzip.compress(zlib.compress(LONG))), ("", LONG)],
    ids=["one", "two", "none"],
)
def test_the_beginning_is_read_of_what_unpacks_to_more(encoding: str, wire: bytes) -> None:
    found = _encoded(wire, encoding)
    assert found.beginning(999) == LONG[:999]
    assert found.beginning(10**9) == LONG
