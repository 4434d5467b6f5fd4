from __future__ import annotations

import gc
import gzip
import random
import tracemalloc
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from archive.errors import DamageError, MachineError
from archive.store.exchange import Exchange
from archive.store.warc import Record
from archive.store.warc.members import Hole
from archive.store.warc.reader import Found, head_of, read, read_all
from archive.store.warc.writer import append
from tests.archive.store.damage import flip

HEAD = {"isPartOf": "mine", "description": "青山\n煤矿"}


def _record(wire: bytes = b"<p>", **changes: object) -> Record:
    exchange = Exchange(
        url="http://mine.test/a?b=1",
        captured_at="2026-11-21T01:00:00Z",
        status=200,
        status_line="200 OK",
        request_headers=(("User-Agent", "campaign-archive"),),
        headers=(("Content-Type", "text/html; charset=GBK"),),
        wire=wire,
        mime="text/html",
    )
    return Record(exchange=replace(exchange, **changes), kind="article", requested_url="http://mine.test/a")  # type: ignore[arg-type]


def _as_read(record: Record) -> Record:
    """The request is evidence for others; the archive itself reads the answer only."""
    return replace(record, exchange=replace(record.exchange, request_headers=()))


def _found(path: Path) -> list[Found]:
    return [piece for piece in read_all(path) if isinstance(piece, Found)]


RECORDS = {
    "compressed": _record(
        gzip.compress("安全".encode("gbk")), headers=(("Content-Encoding", "gzip"),), mime=None
    ),
    "empty": _record(b"", status=204, status_line="204 No Content", headers=(), mime=None),
    "gbk_in_a_header": _record(headers=(("Content-Disposition", "·½°¸"), ("X", "方案")), mime=None),
    "cut": _record(headers=(("Content-Length", "9000000"),), mime=None, is_cut=True),
    "not_modified": _record(b"", record_type="revisit", status=304, status_line="304 Not Modified"),
    "file": _record(
        record_type="resource",
        url="urn:sha256:0a",
        status=None,
        status_line="",
        request_headers=(),
        headers=(),
        file_name="两学 一做%.txt",
    ),
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_record_is_read_as_it_was_written(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "a.warc.gz"
    places = [append(path, record, head=HEAD) for _ in range(2)]
    assert [(found.record, found.place) for found in _found(path)] == [
        (_as_read(record), place) for place in places
    ]
    assert read(path, places[1].offset).record == _as_read(record)
    assert head_of(path) == {"isPartOf": "mine", "description": "青山 煤矿"}
    assert Checker(Namespace(inputs=[str(path)], verbose=False)).process_all() == 0


def test_a_record_that_is_cut_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    for record in (_record(), RECORDS["cut"]):
        append(path, record, head=HEAD)
    with path.open("rb") as stream:
        told = [
            record.rec_headers.get_header("WARC-Truncated")
            for record in ArchiveIterator(stream)
            if record.rec_type == "response"
        ]
    assert told == [None, "length"]


def test_of_a_request_that_nobody_knows_no_record_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    append(path, _record(request_headers=()), head={})
    with path.open("rb") as stream:
        assert [record.rec_type for record in ArchiveIterator(stream)] == ["response"]


VALUE = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)


@settings(max_examples=30)
@given(wire=st.binary(max_size=300), value=VALUE)
def test_any_body_and_header_value_come_back(
    tmp_path_factory: pytest.TempPathFactory, wire: bytes, value: str
) -> None:
    path = tmp_path_factory.mktemp("warc") / "a.warc.gz"
    record = _record(wire, headers=(("X-Value", value),), mime=None)
    assert read(path, append(path, record, head=HEAD).offset).record == _as_read(record)


def test_false_transfer_encoding_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    place = append(path, _record(headers=(("Transfer-Encoding", "chunked"),)), head={})
    assert read(path, place.offset).record.exchange.headers == ()


def test_file_torn_anywhere_is_read_up_to_the_tear(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    places = [append(path, _record(bytes([65 + number]) * 200), head=HEAD) for number in range(3)]
    whole = path.read_bytes()
    for cut in range(0, len(whole), 7):
        path.write_bytes(whole[:cut])
        intact = [found.place for found in _found(path) if found.intact]
        complete = sum(place.offset + place.length <= cut for place in places)
        assert intact[:complete] == places[:complete]
        assert len(intact) <= complete + 1


@pytest.mark.parametrize(
    ("offset", "reason"), [(0, "can't be read"), (10**6, "ends before it"), (7, "can't be read")], ids=str
)
def test_unsound_record_is_named(tmp_path: Path, offset: int, reason: str) -> None:
    path = tmp_path / "a.warc.gz"
    append(path, _record(random.Random(1).randbytes(500)), head={})
    start = _found(path)[0].place.offset
    flip(path, -300)
    with pytest.raises(DamageError, match=reason):
        read(path, start if offset == 0 else offset)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DamageError, match="missing"):
        read(tmp_path / "none.warc.gz", 0)


def test_reading_goes_on_behind_damage_and_tells_the_hole(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    packed = gzip.compress(random.Random(2).randbytes(900))
    places = [append(path, _record(packed), head=HEAD) for _ in range(3)]
    flip(path, places[1].offset + 40)
    path.write_bytes(path.read_bytes() + b"\x1f\x8b\x08 torn")
    pieces = list(read_all(path))
    assert [piece.place for piece in pieces if isinstance(piece, Found)] == [places[0], places[2]]
    (hole, tail) = [piece for piece in pieces if isinstance(piece, Hole)]
    assert (hole.offset, hole.length, hole.is_torn) == (places[1].offset, places[1].length, False)
    assert tail.end == path.stat().st_size


def test_error_of_a_damaged_record_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    place = append(path, _record(random.Random(3).randbytes(500)), head={})
    path.write_bytes(path.read_bytes()[: place.offset] + bytes(range(1, 32)))
    with pytest.raises(DamageError) as caught:
        read(path, place.offset)
    assert str(caught.value).isprintable()


def test_posted_fields_stand_in_the_request_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    append(path, _record(request_method="POST", request_body=b"PageNo=2&name=%B0%B2"), head={})
    with path.open("rb") as stream:
        (request,) = [
            (record.http_headers.protocol, record.content_stream().read())
            for record in ArchiveIterator(stream)
            if record.rec_type == "request"
        ]
    assert request == ("POST", b"PageNo=2&name=%B0%B2")


@pytest.mark.parametrize("reads", [lambda path: read(path, 0), lambda path: list(read_all(path))])
def test_a_file_that_the_machine_does_not_give_is_named(
    tmp_path: Path, reads: Callable[[Path], object]
) -> None:
    """Whoever asks for it works on another file."""
    (path := tmp_path / "a.warc.gz").mkdir()
    with pytest.raises(MachineError, match=path.name):
        reads(path)


def test_what_was_read_goes_without_the_collector(tmp_path: Path) -> None:
    """A site may send one file of 32 MB after the other."""
    path, size = tmp_path / "a.warc.gz", 1 << 20
    places = [append(path, _record(random.Random(at).randbytes(size)), head=HEAD) for at in range(4)]
    read(path, places[0].offset)
    gc.disable()
    tracemalloc.start()
    try:
        for place in places:
            assert read(path, place.offset).intact
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
        gc.enable()
    assert held < size
