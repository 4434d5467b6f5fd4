from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.errors import DamageError
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow


@pytest.fixture
def sound(archive: Archive, mine: SiteRow, visit_page: Any) -> Archive:
    run = Recorder.begin(archive, mine, "crawl")
    run.save(visit_page("/a.html", "安全生产月的总结。" * 5, next_part="/a_2.html"))
    run.save(visit_page("/a_2.html", "总结的第二页。" * 5, "part"))
    run.save(visit_page("/b.html", "另一篇通知的正文。" * 5))
    run.finish("finished")
    return archive


def _flip(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[-40] ^= 0xFF
    path.write_bytes(body)


def _sql(statement: str) -> Callable[[Archive, Path], object]:
    def execute(archive: Archive, warc: Path) -> None:
        archive.db.execute("PRAGMA foreign_keys = OFF")
        archive.db.execute(statement)

    return execute


FAULTS: dict[str, tuple[Callable[[Archive, Path], object], str, str]] = {
    "flipped_byte": (lambda archive, warc: _flip(warc), "byte", "backup"),
    "missing_file": (lambda archive, warc: warc.unlink(), "missing", "backup"),
    "torn_tail": (
        lambda archive, warc: warc.write_bytes(warc.read_bytes() + b"torn"),
        "never finished",
        "crawl mine",
    ),
    "stranger": (lambda archive, warc: (warc.parent / "x").write_text(""), "by no run", "Move it"),
    "forgotten_capture": (
        _sql("DELETE FROM captures WHERE id = 2"),
        "belongs to no capture",
        "backup",
    ),
    "other_digest": (_sql("UPDATE captures SET payload_digest = 'x' WHERE id = 1"), "capture 1", "backup"),
    "open_run": (_sql("UPDATE runs SET finished_at = NULL"), "cut off", "crawl mine"),
    "article_lost": (_sql("DELETE FROM articles WHERE id = 2"), "there is no article of it", "rebuild"),
    "part_lost": (_sql("DELETE FROM article_captures WHERE position = 1"), "stands in none", "rebuild"),
    "made_of_nothing": (_sql("DELETE FROM article_captures"), "made of no capture", "rebuild"),
    "frontier_lost": (_sql("DELETE FROM frontier"), "not in the frontier", "backup"),
    "done_but_never_captured": (
        _sql("UPDATE captures SET requested_url = 'x' WHERE id = 3"),
        "no capture",
        "backup",
    ),
    "index_behind": (_sql("UPDATE article_text SET body = '全然不同' WHERE article_id = 2"), "", "--index"),
}


def test_sound_archive_has_no_fault(sound: Archive, data: Path) -> None:
    seen: list[tuple[int, int]] = []
    assert check(data, progress=lambda done, total: seen.append((done, total))) == ()
    assert seen[-1] == (3, 3)


@pytest.mark.parametrize(("break_it", "what", "remedy"), FAULTS.values(), ids=FAULTS)
def test_fault_is_found_and_has_a_remedy(
    sound: Archive, data: Path, break_it: Callable[[Archive, Path], object], what: str, remedy: str
) -> None:
    (warc,) = sound.warc_directory.iterdir()
    break_it(sound, warc)
    faults = check(data)
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
    (fault,) = check(data)
    assert "archive.db is damaged" in fault.what


def test_run_that_goes_on_is_no_fault(sound: Archive, data: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from archive.store.lock import hold\n"
        "with hold(Path(sys.argv[1]), 'mine'): print('held', flush=True); sys.stdin.read()"
    )
    sound.db.execute("UPDATE runs SET finished_at = NULL")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert check(data) == ()
        holder.communicate()
