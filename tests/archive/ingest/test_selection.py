"""Files are kept whatever they are about; of other people's WARC files, campaign material."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from archive.store.rows import insert

HTML = {"Content-Type": "text/html; charset=utf-8"}
TENDER = (
    "<html><head><title>皮带采购招标公告</title></head><body><h1>皮带采购招标公告</h1>"
    + "<p>投标人须具有独立法人资格，投标截止时间为本月十七日九时，标书售后不退，开标地点另行通知。</p>" * 5
).encode()


@pytest.fixture
def warc(tmp_path: Path, make_warc: Callable[..., bytes], page: Callable[[str], bytes]) -> Path:
    answers = (
        ("http://mine.example/1.htm", "200 OK", HTML, page("关于开展安全生产月活动的通知")),
        ("http://mine.example/2.htm", "200 OK", HTML, TENDER),
    )
    path = tmp_path / "old.warc.gz"
    path.write_bytes(make_warc(*answers))
    return path


def test_other_pages_of_a_warc_file_are_left_out_with_a_reason(archive: Archive, warc: Path) -> None:
    report = import_paths(archive, [warc])
    assert (report.new, report.failed, report.skipped) == (1, (), {"not campaign material": 1})
    row = archive.db.execute("SELECT url, reason FROM frontier WHERE state = 'skipped'").fetchone()
    assert row[0] == "http://mine.example/2.htm"
    assert row[1].startswith("not campaign material (score .0")
    (warnings, irrelevant) = archive.db.execute("SELECT warnings, irrelevant FROM runs").fetchone()
    assert "1 × not campaign material" in warnings
    assert irrelevant == 1


def test_what_another_site_says_of_the_address_is_no_reason(archive: Archive, warc: Path) -> None:
    row = {"url": "http://mine.example/2.htm", "site": "group", "kind": "article", "state": "skipped"}
    insert(archive.db, "frontier", {**row, "reason": "too long", "attempts": 0, "selection": "all"})
    report = import_paths(archive, [warc])
    assert (report.new, report.failed, report.skipped) == (1, (), {"not campaign material": 1})


def test_the_same_file_again_changes_nothing_and_tells_the_same(archive: Archive, warc: Path) -> None:
    import_paths(archive, [warc])
    report = import_paths(archive, [warc])
    assert (report.new, report.unchanged, report.skipped) == (0, 1, {"not campaign material": 1})
    assert archive.db.table("captures").count == 2


def test_all_pages_are_kept_on_request_also_afterwards(archive: Archive, warc: Path) -> None:
    import_paths(archive, [warc])
    report = import_paths(archive, [warc], selection="all")
    assert (report.new, report.unchanged, report.skipped) == (1, 1, {})
    assert archive.db.execute("SELECT DISTINCT state FROM frontier").fetchall() == [("done",)]


def test_files_are_kept_whatever_they_are_about(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "tender.html"
    path.write_bytes(TENDER)
    assert import_paths(archive, [path]).new == 1
