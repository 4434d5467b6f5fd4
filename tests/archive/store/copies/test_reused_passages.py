"""When the sentences that several texts share are counted again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.removal import remove
from archive.store.visit import Visit

SHARED = "各单位要把排查出来的隐患逐条登记造册，明确责任人和整改期限，并在班前会上向全体职工公布整改结果。"


@pytest.fixture
def text(visit_page: Any) -> Callable[[str, str], Visit]:
    """A text of its own that holds the shared sentence."""

    def text(path: str, own: str) -> Visit:
        visit: Visit = visit_page(path, f"{own * 12}\n{SHARED}\n{own[::-1] * 12}", title=own)
        return visit

    return text


def test_counted_when_a_run_brought_a_text(
    archive: Archive, crawl: Any, text: Any, sole: Callable[[str], Any]
) -> None:
    crawl(text("/1.html", "通风区今天巡查了三条巷道。"), text("/2.html", "选煤厂为锅炉更换了新的阀门。"))
    assert sole("SELECT texts FROM reused_passages") == 2
    crawl(text("/3.html", "机电队在俱乐部举办了歌咏比赛。"))
    assert sole("SELECT texts FROM reused_passages") == 3


def test_counted_when_a_text_was_removed(
    archive: Archive, crawl: Any, text: Any, visit_page: Any, sole: Callable[[str], Any]
) -> None:
    texts = ("通风区今天巡查了三条巷道。", "选煤厂为锅炉更换了新的阀门。", "机电队在俱乐部举办了歌咏比赛。")
    crawl(*(text(f"/{number}.html", own) for number, own in enumerate(texts)))
    remove(archive, sole("SELECT key FROM articles WHERE id = 3"), "asked for")
    crawl(visit_page("/list.html", "列表", "listing"))
    assert sole("SELECT texts FROM reused_passages") == 2


def test_counted_after_a_run_that_died(crawl: Any, die: Any, text: Any, sole: Callable[[str], Any]) -> None:
    die(text("/1.html", "通风区今天巡查了三条巷道。"), text("/2.html", "选煤厂为锅炉更换了新的阀门。"))
    crawl()
    assert sole("SELECT texts FROM reused_passages") == 2


def test_left_by_a_run_that_brought_none(
    archive: Archive, crawl: Any, text: Any, visit_page: Any, sole: Callable[[str], Any]
) -> None:
    crawl(text("/1.html", "通风区今天巡查了三条巷道。"), text("/2.html", "选煤厂为锅炉更换了新的阀门。"))
    archive.db.execute("UPDATE reused_passages SET texts = 77")
    crawl(visit_page("/list.html", "列表", "listing"))
    assert sole("SELECT texts FROM reused_passages") == 77
