from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.reports.alarm_history import REMINDED_EVERY, is_news, note_untold
from archive.store.reports.status import status
from archive.store.visit import RunKind, SiteRow

Walk = Callable[..., bool]

FEWER = "the lists link to {} articles, where 20 are usual"


@pytest.fixture
def walk(archive: Archive, mine: SiteRow) -> Walk:
    """Run once, and tell whether that is news."""

    def walk(*alarms: str, outcome: str = "finished", kind: RunKind = "crawl") -> bool:
        run = Recorder.begin(archive, mine, kind)
        run.conclude({}, lambda _: alarms)
        return is_news(archive.db, run.finish(outcome))

    return walk


def test_an_alarm_is_told_when_it_begins_and_every_seventh_walk(walk: Walk) -> None:
    told = [walk(FEWER.format(number)) for number in range(REMINDED_EVERY * 2 + 1)]
    assert [number for number, is_told in enumerate(told) if is_told] == [0, 7, 14]


def test_a_second_alarm_is_told_beside_one_that_stands(walk: Walk) -> None:
    assert walk("a", FEWER.format(3))
    assert not walk("a", FEWER.format(4))
    assert walk("a", "b")
    assert not walk("b")
    assert walk("a")


def test_the_number_of_a_list_is_part_of_its_name(walk: Walk) -> None:
    assert walk("http://mine.test/list_1.htm links to no article")
    assert walk("http://mine.test/list_2.htm links to no article")


def test_what_passed_is_news_when_it_comes_again(walk: Walk) -> None:
    assert walk("a")
    assert not walk()
    assert walk("a")


def test_a_run_that_failed_as_a_whole_is_told_like_an_alarm(walk: Walk) -> None:
    assert walk(outcome="failed")
    assert not walk(outcome="failed")
    assert walk("a", outcome="failed")


@pytest.mark.parametrize("outcome", ["interrupted", "paused", "finished"])
def test_a_run_that_the_next_one_goes_on_with_is_no_news(walk: Walk, outcome: str) -> None:
    assert not walk(outcome=outcome)


@pytest.mark.parametrize("between", [{"outcome": "interrupted"}, {"kind": "pages"}, {"kind": "retry"}])
def test_an_alarm_stands_through_runs_that_walk_no_list_to_its_end(walk: Walk, between: Any) -> None:
    assert walk("a")
    walk(**between)
    assert not walk("a")


def test_what_nobody_could_be_told_of_is_news_until_somebody_is(
    archive: Archive, mine: SiteRow, walk: Walk
) -> None:
    assert walk("a")
    for _ in range(2):
        run = Recorder.begin(archive, mine, "crawl")
        run.conclude({}, lambda _: ["b"])
        report = run.finish("finished")
        assert is_news(archive.db, report)
        note_untold(archive, [report], "the mail is away")
        (site,) = status(archive).sites
        assert site.last_warnings == ("nobody was told of this run: the mail is away",)
    assert walk("b")
    assert not walk("b")
