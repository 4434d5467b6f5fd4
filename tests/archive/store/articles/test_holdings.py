from __future__ import annotations

from collections.abc import Callable
from typing import Any

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.removal import remove
from archive.store.visit import SiteRow

GROUP = SiteRow(name="group", title="云岭集团", home="http://group.test/", kind="soe")


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


def test_those_of_other_sites_stay(archive: Archive, visit_page: Any, crawl: Any) -> None:
    crawl(visit_page("/a", "全矿职工认真学习安全规程。" * 4))
    archive.db.execute("UPDATE holdings SET articles = 77")
    crawl(visit_page("", "集团召开动员大会。" * 4, url="http://group.test/a"), site=GROUP)
    assert _held(archive) == [("mine", None, 77), ("group", None, 1)]


def test_counted_when_a_text_was_removed(
    archive: Archive, visit_page: Any, crawl: Any, sole: Callable[[str], Any]
) -> None:
    crawl(visit_page("/a", "全矿职工认真学习安全规程。" * 4), visit_page("/b", "机电队举办了歌咏比赛。" * 4))
    remove(archive, sole("SELECT key FROM articles WHERE url LIKE '%/a'"), "asked for")
    assert _held(archive) == [("mine", None, 1)]


def _held(archive: Archive) -> list[tuple[Any, ...]]:
    return archive.db.execute("SELECT site, year, articles FROM holdings").fetchall()
