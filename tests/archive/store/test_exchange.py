from __future__ import annotations

import gzip
import zlib

import pytest

from archive.errors import InputError
from archive.store.exchange import Exchange

PLAIN = "安全生产".encode("gb18030") * 50


def _encoded(wire: bytes, encoding: str) -> Exchange:
    headers = (("Content-Encoding", encoding), ("X-Twice", "1"), ("x-twice", "2"))
    return Exchange(
        url="http://mine.test/", captured_at="2026-11-21T01:00:00Z", status=200, headers=headers, wire=wire
    )


@pytest.mark.parametrize(
    ("encoding", "wire"),
    [
        ("gzip", gzip.compress(PLAIN)),
        ("x-gzip", gzip.compress(PLAIN)),
        ("deflate", zlib.compress(PLAIN)),
        ("deflate", zlib.compress(PLAIN)[2:-4]),
        ("deflate, gzip", gzip.compress(zlib.compress(PLAIN))),
        ("identity", PLAIN),
        ("", PLAIN),
        ("gzip", PLAIN),
    ],
    ids=["gzip", "x-gzip", "zlib", "raw_deflate", "two", "identity", "none", "falsely_declared"],
)
def test_content_encoding_is_undone_for_readers(encoding: str, wire: bytes) -> None:
    capture = _encoded(wire, encoding).capture()
    assert capture.body == PLAIN
    assert capture.headers["x-twice"] == "2"


def test_unknown_encoding_is_named() -> None:
    with pytest.raises(InputError, match="'br'"):
        _encoded(PLAIN, "br").capture()


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
