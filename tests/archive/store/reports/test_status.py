from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.reports.status import Failing, status
from archive.store.visit import RunKind, SiteRow, Visit

AlarmsAfter = Callable[..., tuple[str, ...]]


@pytest.fixture
def alarms_after(archive: Archive, mine: SiteRow) -> AlarmsAfter:
    """What the status tells when one more run has come to its end."""

    def run(kind: RunKind, outcome: str, *alarms: str) -> tuple[str, ...]:
        recorder = Recorder.begin(archive, mine, kind)
        recorder.conclude({}, lambda _earlier: alarms)
        recorder.finish(outcome)
        (site,) = status(archive).sites
        return site.last_alarms

    return run


def test_status_tells_what_is_there_and_what_is_left(
    archive: Archive, recorder: Recorder, visit_page: Any
) -> None:
    Recorder.begin(archive, SiteRow(name="empty", title="空站"), "crawl").finish("interrupted")
    recorder.save(visit_page("/a.html", "正文写在这里。" * 5, links=[("/b.html", "article")]))
    recorder.save(Visit(url="http://mine.test/c", kind="article", state="failed", reason="timeout"))
    recorder.warn("布局变了")
    found = status(archive)
    empty, mine = found.sites
    assert (found.articles, found.captures) == (1, 1)
    assert found.database_bytes > 0 < found.warc_bytes
    assert (empty.articles, empty.last_outcome) == (0, "interrupted")
    assert (mine.articles, mine.shown_in_part, mine.gone, mine.pending, mine.failed) == (1, 0, 0, 1, 1)
    assert (mine.last_outcome, mine.last_warnings) == (None, ("布局变了",))


def test_a_retry_takes_no_alarm_of_a_first_walk_that_failed(alarms_after: AlarmsAfter) -> None:
    alarms_after("crawl", "failed", "布局变了")
    assert alarms_after("retry", "finished") == ("布局变了",)


def test_status_costs_as_many_steps_as_there_are_runs(archive: Archive, crawl: Any) -> None:
    crawl()
    (row,) = archive.db.query("SELECT * FROM runs")
    del row["id"]

    def steps_with(runs: int) -> int:
        have = archive.db.table("runs").count
        archive.db.table("runs").insert_all(row for _ in range(runs - have))
        steps = count()
        archive.db.conn.set_progress_handler(lambda: next(steps) and None, 10)
        status(archive)
        archive.db.conn.set_progress_handler(None, 0)
        return next(steps)

    few = steps_with(500)
    assert steps_with(2_000) < 8 * few


def test_alarms_stand_until_a_walk_comes_to_its_end(alarms_after: AlarmsAfter) -> None:
    assert alarms_after("pages", "finished") == ()
    assert alarms_after("pages", "finished", "页面空了") == ("页面空了",)
    assert alarms_after("crawl", "finished", "布局变了") == ("布局变了",)
    assert (
        alarms_after("crawl", "paused")
        == alarms_after("crawl", "failed")
        == alarms_after("retry", "finished")
        == ("布局变了",)
    )
    assert alarms_after("pages", "finished", "页面空了") == ("布局变了", "页面空了")
    assert alarms_after("crawl", "finished") == ()


def test_what_failed_is_told_with_its_reason_and_when_it_is_asked_for_again(
    archive: Archive, recorder: Recorder
) -> None:
    for url, reason, when in (
        ("a", "answered 500", "2026-11-23T08:00:00Z"),
        ("b", "answered 500", "2026-11-22T08:00:00Z"),
        ("c", "no address", None),
    ):
        recorder.save(Visit(url=url, kind="article", state="failed", reason=reason, next_visit_at=when))
    (mine,) = status(archive).sites
    assert mine.failing == (
        Failing(reason="answered 500", count=2, next_visit_at="2026-11-22T08:00:00Z"),
        Failing(reason="no address", count=1, next_visit_at=None),
    )


def test_of_what_runs_say_again_with_other_numbers_the_latest_is_shown(alarms_after: AlarmsAfter) -> None:
    alarms_after("crawl", "failed", "all lists failed 3 times in a row")
    again = alarms_after("crawl", "failed", "all lists failed 4 times in a row")
    assert again == ("all lists failed 4 times in a row",)
