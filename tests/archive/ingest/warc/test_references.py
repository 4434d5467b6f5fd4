"""Captures of others are put in their place in time, whatever was there first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.exchange import Exchange
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow, Visit
from tests.archive.ingest.foreign_records import SITE, MakePage, record

URL = f"{SITE}/1.htm"
ARTICLE = "SELECT articles.title, first_seen, last_seen, gone_at FROM articles"
VERSIONS = "SELECT title, seen_from, seen_to FROM versions ORDER BY seen_from"

Captured: TypeAlias = Callable[..., Path]


@pytest.fixture
def captured(folder: Path, page: MakePage) -> Captured:
    """A file with captures of one page: the days of 2012 and what it was headed with."""

    def captured(*days: tuple[str, str], name: str = "old") -> Path:
        path = folder / f"{name}.warc.gz"
        dated = ((f"2012-{day}T08:00:00Z", page(title)) for day, title in days)
        path.write_bytes(b"".join(record("response", URL, body, WARC_Date=date) for date, body in dated))
        return path

    return captured


def rows(archive: Archive, sql: str) -> list[tuple[Any, ...]]:
    """With days for times."""
    found = archive.db.execute(sql).fetchall()
    return [tuple(cell[5:10] if cell and cell.startswith("2012-") else cell for cell in row) for row in found]


FIRST, SECOND, THIRD = ("02-02", "初稿"), ("04-04", "二稿"), ("06-06", "定稿")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_the_newest_text_is_the_current_one_in_whatever_order_they_come(
    archive: Archive, captured: Captured, order: tuple[int, ...]
) -> None:
    days = [(FIRST, SECOND, THIRD)[number] for number in order]
    report = import_paths(archive, [captured(*days)], selection="all")
    assert (report.new, report.changed, report.failed) == (1, 2, ())
    assert rows(archive, ARTICLE) == [("定稿", "02-02", "06-06", None)]
    assert rows(archive, VERSIONS) == [
        ("初稿", "02-02", "02-02"),
        ("二稿", "04-04", "04-04"),
        ("定稿", "06-06", "06-06"),
    ]
    assert not check(archive.directory).faults


def test_a_version_begins_with_its_oldest_capture(archive: Archive, captured: Captured) -> None:
    import_paths(archive, [captured(THIRD, ("05-05", "定稿"), FIRST, ("03-03", "初稿"))], selection="all")
    assert rows(archive, ARTICLE) == [("定稿", "02-02", "06-06", None)]
    assert rows(archive, VERSIONS) == [("初稿", "02-02", "03-03"), ("定稿", "05-05", "06-06")]
    begun = "SELECT captured_at FROM versions JOIN captures ON captures.id = capture_id ORDER BY 1"
    assert rows(archive, begun) == [("02-02",), ("05-05",)]


def test_what_was_taken_down_does_not_come_back_by_an_older_capture(
    archive: Archive, captured: Captured
) -> None:
    import_paths(archive, [captured(SECOND)], site="qingshan", selection="all")
    crawl = Recorder.begin(archive, SiteRow(name="qingshan", title="青山煤矿"), "crawl")
    gone = Exchange(url=URL, captured_at="2012-08-08T08:00:00Z", status=404, status_line="404 Not Found")
    crawl.save(Visit(url=URL, kind="article", exchange=gone))
    crawl.finish("finished")
    import_paths(archive, [captured(THIRD, FIRST, name="more")], site="qingshan", selection="all")
    assert rows(archive, "SELECT gone_at FROM articles") == [("08-08",)]
    assert rows(archive, "SELECT back_at FROM takedowns") == [(None,)]
    assert len(rows(archive, VERSIONS)) == 3
    assert not check(archive.directory).faults


@pytest.mark.parametrize("has_database", [True, False])
def test_a_rebuild_tells_the_same(archive: Archive, captured: Captured, has_database: bool) -> None:
    import_paths(archive, [captured(THIRD, FIRST, SECOND)], selection="all")
    before = [rows(archive, ARTICLE), rows(archive, VERSIONS)]
    data = archive.directory
    if not has_database:
        archive.close()
        (data / "archive.db").unlink()
    rebuild(data, lambda site: None, workers=1)
    with Archive.open(data) as again:
        assert [rows(again, ARTICLE), rows(again, VERSIONS)] == before
