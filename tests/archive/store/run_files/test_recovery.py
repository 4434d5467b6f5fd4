"""Evidence that the database doesn't know is never destroyed."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError, DamageError
from archive.extract.rules import SiteRules
from archive.store import schema
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.connection import database
from archive.store.rebuild import rebuild
from archive.store.rebuild.salvage import take_in
from archive.store.rebuild.waiting_captures import waiting_beside
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow
from tests.archive.store.damage import flip


def _newest(archive: Archive) -> Path:
    (name,) = archive.db.execute("SELECT max(name) FROM warc_files").fetchone()
    return archive.warc_directory / str(name)


@pytest.fixture
def warc(archive: Archive, crawl: Any, visit_page: Any) -> Path:
    crawl(*(visit_page(f"/{name}.html", f"{name}矿的安全总结。" * 9, at=at) for at, name in enumerate("abc")))
    newest = _newest(archive)
    archive.close()
    return newest


@contextmanager
def _of_the_middle(data: Path, known: int) -> Iterator[Archive]:
    """The archive with the database of a moment at which it knew so many captures."""
    with Archive.open(data) as older:
        older.db.execute("PRAGMA foreign_keys = OFF")
        older.db.execute("DELETE FROM captures WHERE id > ?", [known])
        yield older


@pytest.mark.parametrize("at", [20, 900, -60], ids=["head", "middle", "last"])
def test_damage_without_a_database_is_told_and_nothing_is_cut(
    warc: Path, data: Path, mine: SiteRow, at: int
) -> None:
    (data / "archive.db").unlink()
    flip(warc, at)
    before = warc.read_bytes()
    with pytest.raises(DamageError, match=warc.name):
        rebuild(data, lambda site: None, workers=1)
    assert not (data / "archive.db").exists()
    aside = warc.rename(data / warc.name)
    with Archive.create(data) as empty:
        aside.rename(warc)
        with pytest.raises(DamageError, match="does not know") as caught:
            Recorder.begin(empty, mine, "crawl")
    assert "rebuild" in caught.value.remedy
    assert warc.read_bytes() == before


@pytest.mark.parametrize("left", [None, b""], ids=["nothing", "an empty file"])
def test_no_database_is_begun_beside_evidence(warc: Path, data: Path, left: bytes | None) -> None:
    (data / "archive.db").unlink()
    if left is not None:
        (data / "archive.db").write_bytes(left)
    with pytest.raises(DamageError, match="not there or empty, though warc/ holds evidence") as caught:
        Archive.create(data)
    assert "rebuild" in caught.value.remedy
    with pytest.raises(CallError, match=r"There is no archive in .* is (empty|not there)"):
        Archive.open_read_only(data)

    assert rebuild(data, lambda site: None, workers=1).articles == 3
    assert check(data).faults == ()


def test_what_sqlite_kept_beside_a_lost_database_is_no_part_of_the_next(warc: Path, data: Path) -> None:
    log = data / "archive.db-wal"
    with Archive.open(data) as killed:
        killed.db.execute("DELETE FROM article_text")
        kept = log.read_bytes()
    assert kept
    (data / "archive.db").unlink()
    log.write_bytes(kept)

    assert rebuild(data, lambda site: None, workers=1).articles == 3
    assert check(data).faults == ()


def test_what_sqlite_kept_beside_a_lost_database_is_no_part_of_a_first(
    archive: Archive, tmp_path: Path
) -> None:
    archive.db.execute("CREATE TABLE other (id INTEGER)")
    lost = tmp_path / "lost"
    (lost / "warc").mkdir(parents=True)
    (lost / "archive.db-wal").write_bytes((archive.directory / "archive.db-wal").read_bytes())

    with Archive.create(lost) as made:
        assert not made.db.table("other").exists()


def test_evidence_is_taken_in_within_one_transaction(data: Path, warc: Path) -> None:
    """Each row by itself takes twice as long."""
    with closing(sqlite3.connect(data / "new.db", isolation_level=None)) as conn:
        db, within = database(conn), []
        schema.create(db)
        with waiting_beside(db, data) as captures:
            conn.set_trace_callback(
                lambda sql: within.append(conn.in_transaction) if "INSERT" in sql else None
            )
            assert take_in(db, warc.parent, captures) == []
            conn.set_trace_callback(None)
            assert len(captures) == 3
        assert not conn.in_transaction
    assert len(within) >= 6
    assert all(within)


def test_what_is_intact_is_taken_when_told_so(warc: Path, data: Path) -> None:
    with Archive.open(data) as archive:
        (offset,) = archive.db.execute("SELECT warc_offset FROM captures WHERE id = 2").fetchone()
    (data / "archive.db").unlink()
    flip(warc, offset + 60)
    with pytest.raises(DamageError, match=f"byte {offset} of") as caught:
        rebuild(data, lambda site: None, workers=1)
    assert "--leave-out-damage" in caught.value.remedy
    assert rebuild(data, lambda site: None, workers=1, damage="leave_out").articles == 2
    assert [str(offset) in fault.what for fault in check(data).faults] == [True]


def test_record_that_was_never_finished_does_not_stop_a_rebuild(warc: Path, data: Path) -> None:
    (data / "archive.db").unlink()
    warc.write_bytes(warc.read_bytes() + warc.read_bytes()[:200])
    assert rebuild(data, lambda site: None, workers=1).articles == 3


def test_older_database_takes_in_what_came_after_it(
    warc: Path, data: Path, crawl: Any, visit_page: Any, tmp_path: Path
) -> None:
    shutil.copy(data / "archive.db", tmp_path / "older.db")
    with Archive.open(data) as archive:
        crawl(visit_page("/d.html", "新的通知。" * 9, at=30), into=archive)
        newer = _newest(archive)
    shutil.copy(tmp_path / "older.db", data / "archive.db")
    with Archive.open(data) as older, pytest.raises(DamageError, match=newer.name):
        crawl(into=older)
    assert [fault.remedy for fault in check(data).faults] == [
        "Run `campaign-archive rebuild`: it takes them in"
    ]
    assert rebuild(data, lambda site: None, workers=1).articles == 4
    assert check(data).faults == ()


def test_database_of_the_middle_of_a_run_takes_in_the_rest(warc: Path, data: Path, mine: SiteRow) -> None:
    with _of_the_middle(data, 1) as older:
        older.db.execute("UPDATE runs SET finished_at = NULL, outcome = NULL")
        before = warc.read_bytes()
        with pytest.raises(DamageError, match=r"whole records \(2\)"):
            Recorder.begin(older, mine, "crawl")
    assert warc.read_bytes() == before
    made = rebuild(data, lambda site: None, workers=1)
    assert (made.articles, made.captures) == (3, 3)


def test_hole_behind_the_known_records_costs_nothing_that_was_known(
    warc: Path, data: Path, mine: SiteRow
) -> None:
    with Archive.open(data) as whole:
        (offset,) = whole.db.execute("SELECT warc_offset FROM captures WHERE id = 2").fetchone()
    with _of_the_middle(data, 1) as older:
        flip(warc, offset + 60)
        assert rebuild(data, lambda site: None, workers=1).captures == 2
        (warnings,) = older.db.execute("SELECT warnings FROM runs WHERE id = 1").fetchone()
    assert f"can't be read at byte {offset}" in warnings


def test_a_run_that_ended_has_left_no_record(warc: Path, data: Path, mine: SiteRow) -> None:
    """Only a run that died has; behind one that ended, even a single record is evidence."""
    with _of_the_middle(data, 2) as older:
        before = warc.read_bytes()
        with pytest.raises(DamageError, match=r"whole records \(1\)"):
            Recorder.begin(older, mine, "crawl")
    assert warc.read_bytes() == before


def test_a_file_that_has_become_shorter_is_told(warc: Path, data: Path, mine: SiteRow) -> None:
    whole = warc.read_bytes()
    warc.write_bytes(whole[:-1])
    with Archive.open(data) as archive, pytest.raises(DamageError, match=f"has {len(whole) - 1} bytes, but"):
        Recorder.begin(archive, mine, "crawl")
    warc.unlink()
    with Archive.open(data) as archive, pytest.raises(DamageError, match="has 0 bytes"):
        Recorder.begin(archive, mine, "crawl")


def test_a_folder_of_evidence_that_is_gone_is_told(warc: Path, data: Path, mine: SiteRow) -> None:
    shutil.rmtree(data / "warc")
    with Archive.open(data) as archive, pytest.raises(DamageError, match="has 0 bytes, but"):
        Recorder.begin(archive, mine, "crawl")


def test_one_record_of_a_killed_run_is_moved_aside_whole(warc: Path, data: Path, crawl: Any) -> None:
    with _of_the_middle(data, 2) as archive:
        (end,) = archive.db.execute("SELECT warc_offset + warc_length FROM captures WHERE id = 2").fetchone()
        archive.db.execute("UPDATE runs SET finished_at = NULL, outcome = NULL")
        before = warc.read_bytes()
        crawl(into=archive)
    assert warc.read_bytes() == before[:end]
    assert warc.with_name(f"{warc.name}.{end}.torn").read_bytes() == before[end:]


def test_answers_mean_the_same_without_a_database(
    archive: Archive, data: Path, crawl: Any, visit_page: Any, rules: SiteRules
) -> None:
    moved = visit_page("/old.html", "", at=2, status=302, location="/new.html")
    known = "redirects to http://mine.test/new.html, which has its own visit"
    pages = {
        "/new.html": visit_page("/new.html", "安全总结。" * 9, at=3),
        "/gone.html": visit_page("/gone.html", "", at=1, status=404),
        "/down.html": visit_page("/down.html", "", at=4, status=500),
    }
    crawl(moved, *pages.values())
    archive.close()
    (data / "archive.db").unlink()
    rebuild(data, lambda site: rules, workers=1)
    with Archive.open(data) as found:
        rows = found.db.execute("SELECT url, state, reason FROM frontier ORDER BY url").fetchall()
        assert [(url.removeprefix("http://mine.test"), *rest) for url, *rest in rows] == [
            ("/down.html", "failed", "answered 500 Internal Server Error"),
            ("/gone.html", "done", "answered 404 Not Found"),
            ("/new.html", "done", None),
            ("/old.html", "done", known),
        ]


def test_a_file_of_another_program_is_told_to_be_imported(warc: Path, data: Path) -> None:
    """Heritrix names what a file is part of as well, and Chinese systems write GBK."""
    fields = "isPartOf: mine\r\noperator: 青山煤矿\r\n".encode("gbk")
    head = f"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: {len(fields)}\r\n\r\n".encode()
    foreign = warc.with_name("IAH-20120304.warc.gz")
    foreign.write_bytes(gzip.compress(head + fields + b"\r\n\r\n"))
    (fault,) = check(data).faults
    assert fault.what == f"{foreign} was written by no run"
    with pytest.raises(DamageError, match="names its run") as caught:
        rebuild(data, lambda site: None, workers=1)
    assert "import" in fault.remedy and "import" in caught.value.remedy
