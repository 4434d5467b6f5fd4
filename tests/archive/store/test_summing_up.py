"""What is made of all texts of a site when a run ends: again where one has changed, and only there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archive.store import made_by
from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.removal import remove
from archive.store.visit import SiteRow

TEXTS = ("通风区今天巡查了三条巷道。", "选煤厂为锅炉更换了新的阀门。", "机电队举办了歌咏比赛。")
BAR = "青山常在 平安永远"
SPOILT = "UPDATE holdings SET articles = 77"
HELD = "SELECT sum(articles) FROM holdings"


@pytest.fixture
def pages(visit_page: Any) -> list[Any]:
    """Three texts of a site that ends each with the same line."""
    return [
        visit_page(f"/{number}.html", f"{text * 9}\n{BAR}", title=text[:3])
        for number, text in enumerate(TEXTS)
    ]


@pytest.fixture
def seen_to_change(archive: Archive, crawl: Any, pages: list[Any], sole: Any) -> Callable[..., bool]:
    """Whether a further run counts again; it saves these pages."""

    def counts(*visits: Any, **more: Any) -> bool:
        archive.db.execute(SPOILT)
        crawl(*visits, **more)
        return bool(sole(HELD) != 77)

    crawl(*pages)
    return counts


def test_nothing_is_made_again_of_what_has_not_changed(
    seen_to_change: Callable[..., bool], visit_page: Any, pages: list[Any]
) -> None:
    assert not seen_to_change()
    assert not seen_to_change(visit_page("/list.html", "列表", "listing", at=9))
    gone = visit_page("/0.html", "没有", at=10, status=404)
    assert not seen_to_change(gone)
    again = replace(pages[0].exchange, captured_at="2026-11-21T01:00:11Z")
    assert not seen_to_change(replace(pages[0], exchange=again))


def test_a_new_text(seen_to_change: Callable[..., bool], visit_page: Any) -> None:
    assert seen_to_change(visit_page("/new.html", "食堂换了厨师。" * 9, at=9))


def test_a_text_of_a_run_that_died(
    archive: Archive, crawl: Any, die: Any, pages: list[Any], sole: Any
) -> None:
    """Its pages were not cleaned yet."""
    die(*pages)
    assert sole(f"SELECT count(*) FROM article_text WHERE body LIKE '%{BAR}'") == 3
    crawl()
    assert sole(f"SELECT count(*) FROM article_text WHERE body LIKE '%{BAR}'") == 0
    assert sole(HELD) == 3


def test_a_text_that_was_removed(archive: Archive, seen_to_change: Callable[..., bool], sole: Any) -> None:
    remove(archive, sole("SELECT key FROM articles WHERE id = 1"), "asked for")
    assert seen_to_change()
    assert sole("SELECT count(*) FROM host_lines") == 0


def test_files_whose_site_is_described(
    archive: Archive, crawl: Any, mine: SiteRow, pages: list[Any], sole: Any
) -> None:
    """Files teach no lines, the pages of a site do."""
    crawl(*pages, site=replace(mine, kind="imported"))
    assert sole("SELECT count(*) FROM host_lines") == 0
    crawl()
    assert sole("SELECT count(*) FROM host_lines") == 1


def test_rules_of_another_program(
    seen_to_change: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made_by, "_todays_rules", lambda: "others")
    assert seen_to_change()


def test_what_could_not_be_cleaned_is_tried_again(
    archive: Archive, mine: SiteRow, crawl: Any, pages: list[Any], sole: Any
) -> None:
    run = Recorder.begin(archive, mine, "crawl")
    for page in pages:
        run.save(page)
    (warc,) = archive.warc_directory.iterdir()
    kept = warc.read_bytes()
    warc.write_bytes(kept[:-200] + bytes(200))
    assert run.finish("finished").warnings
    warc.write_bytes(kept)
    assert not crawl().warnings
    assert sole(f"SELECT count(*) FROM article_text WHERE body LIKE '%{BAR}'") == 0
