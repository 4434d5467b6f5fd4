"""Bytes that are kept already are referred to, and not kept twice."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow
from tests.archive.store.damage import flip

TEXT = "各区队开展隐患排查，发现问题立即整改。" * 20


@pytest.fixture
def twice(archive: Archive, visit_page: Any, crawl: Any) -> Path:
    """One page at two addresses, and seen again: one body, two references."""
    for at in (1, 9):
        crawl(visit_page("/a.html", TEXT, at=at), visit_page("/mirror.html", TEXT, at=at + 1))
    return archive.directory


def _types(data: Path) -> list[str]:
    with Archive.open(data) as archive:
        return [kind for (kind,) in archive.db.execute("SELECT record_type FROM captures ORDER BY id")]


def _texts(data: Path) -> list[Any]:
    with Archive.open(data) as archive:
        rows = archive.db.execute("SELECT url, body, first_seen, last_seen FROM texts ORDER BY url")
        digests = archive.db.execute("SELECT url, payload_digest, record_type FROM captures ORDER BY id")
        return [rows.fetchall(), digests.fetchall()]


def _heads(path: Path) -> list[Any]:
    with path.open("rb") as stream:
        return [record.rec_headers for record in ArchiveIterator(stream)]


def _newest(data: Path) -> Any:
    return _heads(max((data / "warc").iterdir()))[-1]


@pytest.mark.parametrize(
    ("path", "origin"), [("/a.html", ("/a.html", "01:00:09")), ("/mirror.html", ("/a.html", "01:00:09"))]
)
def test_a_304_refers_to_what_was_sent_last(
    archive: Archive, visit_page: Any, crawl: Any, path: str, origin: tuple[str, str]
) -> None:
    crawl(visit_page("/a.html", "早先的一篇，后来改了。" * 40, at=1))
    crawl(visit_page("/a.html", TEXT, at=9), visit_page("/mirror.html", TEXT, at=10))
    crawl(visit_page(path, "", at=20, status=304))
    revisit = _newest(archive.directory)
    assert revisit["WARC-Profile"].endswith("/revisit/server-not-modified")
    assert revisit["WARC-Refers-To-Target-URI"] == f"http://mine.test{origin[0]}"
    assert revisit["WARC-Refers-To-Date"] == f"2026-11-21T{origin[1]}Z"
    assert not check(archive.directory).faults


def test_a_304_of_a_page_that_nobody_had_refers_to_its_address(
    archive: Archive, visit_page: Any, crawl: Any
) -> None:
    crawl(visit_page("/a.html", "", status=304))
    revisit = _newest(archive.directory)
    assert revisit["WARC-Refers-To-Target-URI"] == "http://mine.test/a.html"
    assert revisit["WARC-Refers-To-Date"] is None


def test_references_are_in_the_form_of_the_standard(twice: Path) -> None:
    assert _types(twice) == ["response", "revisit", "revisit", "revisit"]
    files = sorted((twice / "warc").iterdir())
    assert Checker(Namespace(inputs=[str(path) for path in files], verbose=False)).process_all() == 0
    kept, revisit = (head for head in _heads(files[0]) if head["WARC-Type"] in ("response", "revisit"))
    assert revisit["WARC-Refers-To"] == kept["WARC-Record-ID"]
    assert revisit["WARC-Profile"].endswith("/revisit/identical-payload-digest")
    assert revisit["WARC-Refers-To-Target-URI"] == "http://mine.test/a.html"
    assert revisit["WARC-Refers-To-Date"] == "2026-11-21T01:00:01Z"
    assert revisit["WARC-Payload-Digest"].startswith("sha256:")


@pytest.mark.parametrize("has_database", [True, False], ids=["", "without_database"])
def test_rebuild_reads_through_references(twice: Path, rules: SiteRules, has_database: bool) -> None:
    before = _texts(twice)
    assert len(before[0]) == 2
    if not has_database:
        (twice / "archive.db").unlink()
    rebuild(twice, lambda site: rules, workers=1)
    assert _texts(twice) == before
    assert check(twice).faults == ()


def test_check_names_every_capture_of_lost_bytes(twice: Path) -> None:
    with Archive.open(twice) as archive:
        (at,) = archive.db.execute("SELECT warc_offset + 60 FROM captures WHERE id = 1").fetchone()
    flip(min((twice / "warc").iterdir()), at)
    assert len([fault for fault in check(twice).faults if "http://mine.test/" in fault.what]) == 4


def test_bytes_that_can_no_longer_be_read_are_kept_again(twice: Path, visit_page: Any, crawl: Any) -> None:
    min((twice / "warc").iterdir()).unlink()
    with Archive.open(twice) as archive:
        archive.db.execute("UPDATE runs SET site = 'lost' WHERE id = 1")
        crawl(visit_page("/a.html", TEXT, at=30), into=archive)
    assert _types(twice)[-1] == "response"


def test_small_bodies_and_files_are_kept_as_they_are(
    archive: Archive, mine: SiteRow, visit_page: Any
) -> None:
    run = Recorder.begin(archive, mine, "crawl")
    page = visit_page("/a.html", TEXT)
    for visit in (visit_page("/b.html", "短"), visit_page("/b.html", "短", at=2), page):
        run.save(visit)
    file = replace(page.exchange, record_type="resource", url="urn:sha256:0a", status=None, headers=())
    run.save(replace(page, url=file.url, exchange=file))
    run.finish("finished")
    assert _types(archive.directory) == ["response", "response", "response", "resource"]
