"""What is no campaign material is kept as a capture; a rebuild decides again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.derivation import derivation
from archive.store.frontier import Frontier
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder
from archive.store.reports.status import status
from archive.store.visit import Visit

RowsOf = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]
Again = Callable[[], object]
PRICES = "下水动力煤平仓价每吨六百三十二元，较前一周下降六元，锚地船舶减少五艘。" * 4


@pytest.fixture
def prices(visit_page: Any) -> Visit:
    visit: Visit = visit_page(
        "/p.html", PRICES, title="上周动力煤市场行情", files=[("/f/table.docx", "附表")]
    )
    links = visit_page("/", "", "listing", links=[("/f/table.docx", "attachment")]).links
    return replace(visit, selection="campaign_material", links=links, next_visit_at="2026-12-01T00:00:00Z")


@pytest.fixture
def again(data: Path, rules: SiteRules) -> Again:
    """Rebuild the archive."""
    return lambda: rebuild(data, lambda site: rules)


def test_its_capture_is_kept_and_its_files_are_left(
    archive: Archive, recorder: Recorder, prices: Visit
) -> None:
    assert recorder.save(prices) == "recorded"
    ((state, reason, title, etag),) = archive.db.execute(
        "SELECT state, reason, title, etag FROM frontier"
    ).fetchall()
    assert (state, title, etag) == ("skipped", "上周动力煤市场行情", None)
    assert reason.startswith("not campaign material (score .00: market_in_title 市场行情")
    assert archive.db.table("captures").count == 1
    assert archive.db.table("articles").count == 0
    assert status(archive).sites[0].irrelevant == 1


def test_a_text_that_was_kept_stays_when_it_changes(
    archive: Archive, recorder: Recorder, visit_page: Any
) -> None:
    page = visit_page("/p.html", "各单位要广泛开展安全生产月活动，确保取得实效。" * 3)
    assert recorder.save(replace(page, selection="campaign_material")) == "new"
    page = visit_page("/p.html", PRICES, at=2, title="上周动力煤市场行情")
    assert recorder.save(replace(page, selection="campaign_material")) == "changed"


def test_a_rebuild_equals_the_original(
    archive: Archive, crawl: Any, again: Again, rows: RowsOf, prices: Visit
) -> None:
    crawl(prices)
    before = rows(archive)
    again()
    after = rows(archive)
    assert {name: after[name] for name in ("articles", "captures", "frontier")} == {
        name: before[name] for name in ("articles", "captures", "frontier")
    }


def test_a_rebuild_without_a_database_skips_the_same(
    archive: Archive, crawl: Any, again: Again, prices: Visit
) -> None:
    crawl(prices)
    before = _told(archive)
    directory = archive.directory
    archive.close()
    (directory / "archive.db").unlink()
    again()
    with Archive.open(directory) as made:
        assert _told(made) == before
        assert made.db.table("articles").count == 0


def test_better_rules_take_a_skipped_page_in(
    archive: Archive, crawl: Any, again: Again, prices: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(prices)
    monkeypatch.setattr(derivation, "THRESHOLD", 0.0)
    again()
    row = archive.db.execute("SELECT state, reason, title, next_visit_at FROM frontier").fetchone()
    assert row == ("done", None, None, "2026-12-01T00:00:00Z")
    assert [row["url"] for row in archive.db.query("SELECT url FROM articles")] == [prices.url]
    assert check(archive.directory).faults == ()


def test_stricter_rules_take_no_permalink_away(
    archive: Archive, crawl: Any, again: Again, visit_page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit_page("/a.html", "安全生产月活动要扎实开展。" * 5)
    crawl(replace(page, selection="campaign_material"))
    monkeypatch.setattr(derivation, "THRESHOLD", 2.0)
    again()
    assert archive.db.table("articles").count == 1
    row = archive.db.execute("SELECT state, selection FROM frontier").fetchone()
    assert row == ("done", "campaign_material")


def test_a_channel_asks_again_for_what_was_skipped(
    archive: Archive, recorder: Recorder, prices: Visit
) -> None:
    recorder.save(prices)
    frontier = Frontier(archive, "mine")
    assert frontier.next() is None
    frontier.begin_pages([prices.url])
    row = frontier.next()
    assert row is not None
    assert (row.url, row.selection, row.reason) == (prices.url, "all", None)
    assert recorder.save(replace(prices, selection="all")) == "new"


def _told(archive: Archive) -> list[tuple[Any, ...]]:
    sql = "SELECT url, state, reason, title, selection FROM frontier ORDER BY url"
    found: list[tuple[Any, ...]] = archive.db.execute(sql).fetchall()
    return found
