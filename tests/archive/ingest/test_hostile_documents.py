"""Documents made to harm: one that its reader would not come back from costs an import its own text alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from archive.store.guarded_reader import GuardedReader


def objects(depth: int) -> Iterator[bytes]:
    """A page that draws a form, which draws a second one twice, which draws a third one twice …"""
    yield b"<</Type/Catalog/Pages 2 0 R>>"
    yield b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    yield b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>>>"
    yield stream(b"", b"/F Do")
    for number in range(6, 6 + depth):
        yield stream(b"/Resources<</XObject<</F %d 0 R>>>>" % number, b"/F Do /F Do")
    yield stream(b"", b"0 0 m 9 9 l S")


def stream(resources: bytes, drawn: bytes) -> bytes:
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length %d" % len(drawn)
    return head + resources + b">>stream\n" + drawn + b"\nendstream"


def drawn_without_end() -> bytes:
    pdf, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects(40), start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj" % number + each + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return (
        pdf
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(pdf))
    )


def test_a_pdf_that_draws_itself_without_end_costs_its_own_text_alone(
    archive: Archive, folder: Path, notice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "1.pdf").write_bytes(drawn_without_end())
    (folder / "2.txt").write_text(notice)
    with closing(GuardedReader(seconds=1)) as guarded:
        monkeypatch.setattr("archive.ingest.contents._GUARDED", guarded)
        report = import_paths(archive, [folder])
    assert report.new == 1
    (failure,) = report.failed
    assert failure.path.name == "1.pdf"
    assert failure.reason.startswith(
        "was given up: its text could not be made: reading it took more than 1 second"
    )
    assert failure.reason.endswith("Open it, and import its text as .txt.")
