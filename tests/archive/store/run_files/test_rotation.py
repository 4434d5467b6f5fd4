"""A run that fills one WARC file after the other, and what becomes of the second and later ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.check import check
from archive.store.export.backup import backup
from archive.store.rebuild import rebuild
from archive.store.rows import insert
from archive.store.run_files.warc_files import Series, run_of_series, site_in
from archive.store.runs import COUNTED
from archive.store.warc.reader import head_of
from tests.archive.store.contents import contents

ROTATION = 2_500
"""About two of the pages below."""

TABLES = ("SELECT key, url, body FROM texts ORDER BY key", "SELECT url, warc_file FROM captures ORDER BY id")


@pytest.fixture
def files(archive: Archive, die: Any, visit_page: Any) -> list[Path]:
    """The files of a run that was cut off after eight pages."""
    pages = [visit_page(f"/{at}.html", f"第{at}次安全检查的情况。" * 9, at=at) for at in range(8)]
    die(*pages, rotation=ROTATION)
    names = [name for (name,) in archive.db.execute("SELECT name FROM warc_files ORDER BY id")]
    assert len(names) > 2
    return [archive.warc_directory / name for name in names]


def test_every_file_is_full_and_names_its_run(files: list[Path], data: Path) -> None:
    assert all(path.stat().st_size >= ROTATION for path in files[:-1])
    assert len({tuple(head_of(path).items()) for path in files}) == 1
    assert check(data).faults == ()


def test_copy_and_rebuild_know_all_files(files: list[Path], data: Path, tmp_path: Path) -> None:
    before = contents(data, TABLES)
    backup(data, tmp_path / "copy")
    assert contents(tmp_path / "copy", TABLES) == before
    rebuild(data, lambda site: None, workers=1)
    assert contents(data, TABLES) == before
    assert check(data).faults == check(tmp_path / "copy").faults == ()


def test_rebuild_without_a_database_finds_one_run(files: list[Path], data: Path) -> None:
    before = contents(data, TABLES)
    (data / "archive.db").unlink()
    rebuild(data, lambda site: None, workers=1)
    assert contents(data, TABLES) == before
    with Archive.open(data) as archive:
        assert archive.db.execute("SELECT count(*) FROM runs WHERE kind = 'crawl'").fetchone() == (1,)
    assert check(data).faults == ()


def _torn_head(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def _head_alone(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"\x1f\x8b\x08", 10)])


@pytest.mark.parametrize("leave", [Path.unlink, Path.touch, _torn_head, _head_alone])
@pytest.mark.parametrize("has_database", [True, False], ids=["", "without_database"])
def test_run_killed_as_a_file_began(
    files: list[Path], data: Path, leave: Callable[[Path], object], has_database: bool, crawl: Any
) -> None:
    first, *_, last = files
    with Archive.open(data) as archive:
        new = Series(run_id=1, site="mine", started_at="2026-11-21T01:00:00Z")
        path = archive.warc_directory / new.begin_file(archive.db, 1)
    path.write_bytes(last.read_bytes() if leave in (_torn_head, _head_alone) else b"")
    leave(path)
    before = contents(data, TABLES)
    if not has_database:
        (data / "archive.db").unlink()
        rebuild(data, lambda site: None, workers=1)
    assert check(data).faults == ()
    with Archive.open(data) as archive:
        crawl(into=archive)
        assert archive.db.execute("SELECT name FROM warc_files ORDER BY id").fetchall() == [
            (file.name,) for file in files
        ]
    assert contents(data, TABLES) == before
    assert check(data).faults == ()
    assert first.exists()


def test_older_database_takes_later_files_in(files: list[Path], data: Path) -> None:
    before = contents(data, TABLES)
    with Archive.open(data) as older:
        older.db.execute("PRAGMA foreign_keys = OFF")
        for table, column in (("captures", "warc_file"), ("warc_files", "name")):
            older.db.execute(f"DELETE FROM {table} WHERE {column} = ?", [files[-1].name])
    assert [fault.remedy for fault in check(data).faults][-1].endswith("it takes them in")
    rebuild(data, lambda site: None, workers=1)
    assert contents(data, TABLES) == before
    with Archive.open(data) as archive:
        assert archive.db.execute("SELECT DISTINCT run_id FROM warc_files").fetchall() == [(1,)]


def test_names_tell_site_and_run(archive: Archive) -> None:
    series = Series(run_id=archive_run(archive), site="kai-luan 矿", started_at="2026-11-21T01:00:00Z")
    names = [series.begin_file(archive.db, number) for number in (1, 2)]
    assert names == sorted(names)
    assert {site_in(name) for name in names} == {"kai-luan 矿"}
    assert run_of_series([(names[0], 7)], names[1]) == 7
    assert run_of_series([(names[0], 7)], "other.warc.gz") is None


def archive_run(archive: Archive) -> int:
    row = {"site": "mine", "kind": "crawl", "started_at": "", "warnings": "", "alarms": ""}
    return insert(archive.db, "runs", {**row, **dict.fromkeys(COUNTED, 0)})
