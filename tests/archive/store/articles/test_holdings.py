from __future__ import annotations

from typing import Any

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow


def test_counted_when_a_run_ends(archive: Archive, mine: SiteRow, visit_page: Any) -> None:
    recorder = Recorder.begin(archive, mine, "crawl")
    recorder.save(visit_page("/a", "全矿职工认真学习安全规程。" * 4))
    assert _held(archive) == []
    recorder.finish("finished")
    assert _held(archive) == [("mine", None, 1)]


def test_counted_when_the_next_run_finds_a_dead_one(
    archive: Archive, mine: SiteRow, visit_page: Any, die: Any
) -> None:
    die(visit_page("/a", "全矿职工认真学习安全规程。" * 4))
    Recorder.begin(archive, mine, "crawl")
    assert _held(archive) == [("mine", None, 1)]


def _held(archive: Archive) -> list[tuple[Any, ...]]:
    return archive.db.execute("SELECT site, year, articles FROM holdings").fetchall()
