from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.check import Check, check
from archive.store.export.backup import backup
from tests.archive.store.another_process import holding
from tests.archive.store.damage import flip


@pytest.fixture
def sound(archive: Archive, visit_page: Any, crawl: Any) -> Archive:
    crawl(
        visit_page("/a.html", "安全生产月的总结。" * 5, next_part="/a_2.html"),
        visit_page("/a_2.html", "总结的第二页。" * 5, "part"),
        visit_page("/b.html", "另一篇通知的正文。" * 5),
    )
    return archive


def _sql(statement: str) -> Callable[[Archive, Path], object]:
    def execute(archive: Archive, warc: Path) -> None:
        archive.db.execute("PRAGMA foreign_keys = OFF")
        archive.db.execute(statement)

    return execute


FAULTS: dict[str, tuple[Callable[[Archive, Path], object], str, str]] = {
    "flipped_byte": (lambda archive, warc: flip(warc, -40), "byte", "backup"),
    "missing_file": (lambda archive, warc: warc.unlink(), "missing", "backup"),
    "torn_tail": (
        lambda archive, warc: warc.write_bytes(warc.read_bytes() + warc.read_bytes()[:100]),
        "never finished",
        "crawl mine",
    ),
    "damaged_tail": (
        lambda archive, warc: warc.write_bytes(warc.read_bytes() + b"no record"),
        "no whole record",
        "backup",
    ),
    "older_database": (_sql("DELETE FROM captures WHERE id = 3"), "does not know", "rebuild"),
    "unknown_file": (
        lambda archive, warc: (warc.parent / "mine-1-9.warc.gz").write_bytes(warc.read_bytes()),
        "a run that archive.db does not know",
        "rebuild",
    ),
    "damaged_request": (lambda archive, warc: flip(warc, 400), "from byte", "backup"),
    "stranger": (lambda archive, warc: (warc.parent / "x").write_text(""), "by no run", "Move it"),
    "forgotten_capture": (_sql("DELETE FROM captures WHERE id = 2"), "belongs to no capture", "backup"),
    "other_digest": (_sql("UPDATE captures SET payload_digest = 'x' WHERE id = 1"), "capture 1", "backup"),
    "article_lost": (_sql("DELETE FROM articles WHERE id = 2"), "there is no article of it", "rebuild"),
    "part_lost": (_sql("DELETE FROM article_captures WHERE position = 1"), "stands in none", "rebuild"),
    "made_of_nothing": (_sql("DELETE FROM article_captures"), "made of no capture", "rebuild"),
    "frontier_lost": (_sql("DELETE FROM frontier"), "not in the frontier", "backup"),
    "done_but_never_captured": (
        _sql("UPDATE captures SET requested_url = 'x' WHERE id = 3"),
        "no capture",
        "backup",
    ),
    "edit_changed": (_sql("UPDATE article_text SET raw_text = raw_text || '。'"), "give back", "rebuild"),
    "digest_changed": (_sql("UPDATE versions SET content_digest = 'x'"), "have the digest", "rebuild"),
    "version_lost": (_sql("DELETE FROM versions WHERE article_id = 2"), "none of its versions", "rebuild"),
    "chars_changed": (_sql("UPDATE articles SET body_chars = 7"), "but 7 are noted", "rebuild"),
    "block_too_long": (_sql("UPDATE blocks SET end = 9999"), "of its blocks lie outside", "rebuild"),
    "gap_outside": (
        _sql("INSERT INTO gaps (article_id, position, kind) VALUES (1, 9999, 'tail')"),
        "of its gaps lie outside",
        "rebuild",
    ),
    "text_lost": (_sql("DELETE FROM article_text WHERE article_id = 2"), "text is missing", "rebuild"),
    "index_behind": (_sql("UPDATE article_text SET body = '全然不同' WHERE article_id = 2"), "", "--index"),
}


def test_sound_archive_has_no_fault(sound: Archive, data: Path) -> None:
    seen: list[tuple[int, int]] = []
    assert check(data, progress=lambda done, total: seen.append((done, total))) == Check()
    assert seen[-1] == (3, 3)


@pytest.mark.parametrize(("break_it", "what", "remedy"), FAULTS.values(), ids=FAULTS)
def test_fault_is_found_and_has_a_remedy(
    sound: Archive, data: Path, break_it: Callable[[Archive, Path], object], what: str, remedy: str
) -> None:
    (warc,) = sound.warc_directory.iterdir()
    break_it(sound, warc)
    faults = check(data).faults
    assert any(what in fault.what and remedy in fault.remedy for fault in faults), faults


def test_damaged_page_of_the_database_is_found(sound: Archive, data: Path) -> None:
    sound.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sound.close()
    database = data / "archive.db"
    body = bytearray(database.read_bytes())
    body[5 * 4096 : 6 * 4096] = b"\xff" * 4096
    database.write_bytes(body)
    with pytest.raises(DamageError, match="malformed") as caught:
        check(data)
    assert "rebuild" in caught.value.remedy


def test_page_of_the_database_that_belongs_to_nothing_is_found(sound: Archive, data: Path) -> None:
    sound.db.execute("PRAGMA writable_schema = ON")
    sound.db.execute("DELETE FROM sqlite_master WHERE name = 'idx_articles_part_of_id'")
    sound.db.execute("PRAGMA writable_schema = RESET")
    (fault,) = check(data).faults
    assert "archive.db is damaged" in fault.what


def test_run_that_goes_on_is_no_fault(sound: Archive, data: Path) -> None:
    sound.db.execute("UPDATE runs SET finished_at = NULL")
    with holding(data, "mine"):
        assert check(data) == Check()


def test_run_that_was_cut_off_is_a_remark(sound: Archive, data: Path) -> None:
    sound.db.execute("UPDATE runs SET finished_at = NULL")
    (warc,) = sound.warc_directory.iterdir()
    warc.write_bytes(warc.read_bytes() + warc.read_bytes()[:100])
    (warc.parent / f"{warc.name}.9.torn").write_bytes(b"x")
    found = check(data)
    assert found.faults == ()
    said = [remark.what for remark in found.remarks]
    for word in ("was cut off;", "never committed", ".torn"):
        assert any(word in what for what in said)


def test_copy_without_locks_is_checked_and_gets_none(sound: Archive, data: Path, tmp_path: Path) -> None:
    sound.db.execute("UPDATE runs SET finished_at = NULL")
    backup(data, tmp_path / "copy")
    assert check(tmp_path / "copy").faults == ()
    assert not (tmp_path / "copy" / "locks").exists()
