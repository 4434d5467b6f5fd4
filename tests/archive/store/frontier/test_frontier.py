from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.visit import FrontierLink, SiteRow, Visit

HOME = "http://mine.test/"


@pytest.fixture
def frontier(archive: Archive) -> Frontier:
    return Frontier(archive, "mine")


def _listing(*links: tuple[str, Any]) -> Visit:
    return Visit(
        url=HOME, kind="listing", links=tuple(FrontierLink(url=url, kind=kind) for url, kind in links)
    )


def _urls(frontier: Frontier) -> list[str]:
    found: list[str] = []
    while row := frontier.next(found):
        found.append(row.url)
    return found


def test_listings_first_then_articles_parts_and_files(frontier: Frontier, recorder: Recorder) -> None:
    frontier.begin_walk([HOME])
    recorder.save(
        _listing(("f", "attachment"), ("p", "part"), ("a2", "article"), ("a1", "article"), ("l", "listing"))
    )
    assert _urls(frontier) == ["l", "a2", "a1", "p", "f"]


def test_walk_that_was_cut_off_goes_on(frontier: Frontier, recorder: Recorder) -> None:
    frontier.begin_walk([HOME], [HOME])
    recorder.save(_listing(("a", "article")))
    frontier.begin_walk([HOME], [HOME])
    assert _urls(frontier) == ["a"]


def test_walk_that_was_cut_off_begins_anew_with_a_new_seed(frontier: Frontier, recorder: Recorder) -> None:
    frontier.begin_walk([HOME], [HOME])
    recorder.save(_listing(("mistaken", "listing")))
    frontier.begin_walk([HOME, "new"], [HOME])
    assert _urls(frontier) == [HOME, "new"]


def test_walk_that_was_finished_begins_again(frontier: Frontier, recorder: Recorder) -> None:
    frontier.begin_walk([HOME])
    recorder.save(_listing(("a", "article")))
    recorder.save(Visit(url="a", kind="article"))
    frontier.begin_walk([HOME, "new"])
    assert _urls(frontier) == [HOME, "new"]
    assert frontier.counts() == {("article", "done"): 1, ("listing", "pending"): 2}


def test_what_is_a_start_now_is_a_list_whatever_it_was_taken_for(
    frontier: Frontier, recorder: Recorder
) -> None:
    recorder.save(_listing(("a", "article")))
    recorder.save(Visit(url="a", kind="article"))
    frontier.begin_walk([HOME, "a"])
    assert frontier.counts() == {("listing", "pending"): 2}


def test_a_trap_keeps_its_reason_when_lists_are_walked_again(
    archive: Archive, frontier: Frontier, recorder: Recorder
) -> None:
    trap = FrontierLink(url="trap", kind="listing", refused="a path that repeats itself")
    for _ in range(2):
        frontier.begin_walk([HOME])
        recorder.save(Visit(url=HOME, kind="listing", links=(trap,)))
        assert frontier.next() is None
    ((reason,),) = archive.db.execute("SELECT reason FROM frontier WHERE url = 'trap'").fetchall()
    assert reason == trap.refused


def test_known_links_are_left_as_they_are(frontier: Frontier, recorder: Recorder) -> None:
    recorder.save(Visit(url="a", kind="article", state="skipped", reason="robots.txt"))
    recorder.save(_listing(("a", "article")))
    assert frontier.next() is None
    assert frontier.known(["a", "b", HOME]) == {"a", HOME}


def test_page_of_a_text_that_a_list_links_to_is_no_article(frontier: Frontier, recorder: Recorder) -> None:
    recorder.save(_listing(("a_2", "article")))
    recorder.save(_listing(("a_2", "part")))
    row = frontier.next()
    assert row
    assert row.kind == "part"


@pytest.mark.parametrize(("when", "due"), [("2020-01-01T00:00:00Z", True), ("2999-01-01T00:00:00Z", False)])
def test_visit_put_off_is_due_at_its_time(
    frontier: Frontier, recorder: Recorder, when: str, due: bool
) -> None:
    again = Visit(url="a", kind="article", state="pending", next_visit_at=when)
    recorder.save(again)
    recorder.save(again)
    row = frontier.next()
    assert (row.attempts if row else None) == (2 if due else None)


def test_done_address_is_visited_again_when_due(frontier: Frontier, recorder: Recorder) -> None:
    recorder.save(Visit(url="a", kind="article", next_visit_at="2020-01-01T00:00:00Z"))
    recorder.save(Visit(url="b", kind="article", next_visit_at="2999-01-01T00:00:00Z"))
    frontier.begin_walk([])
    assert _urls(frontier) == ["a"]


def test_a_list_may_be_left_once_all_its_articles_were_known_before_the_walk(
    archive: Archive, recorder: Recorder, mine: SiteRow
) -> None:
    """Those that this walk itself has found say nothing of the pages behind."""
    first = Frontier(archive, "mine")
    first.begin_walk([HOME], [HOME])
    recorder.save(_listing(("a1", "article"), ("a2", "article")))
    for url in ("a1", "a2"):
        recorder.save(Visit(url=url, kind="article"))
    assert not first.brings_nothing_new(["a1", "a2"])
    recorder.finish("finished")
    run = Recorder.begin(archive, mine, "crawl")
    again = Frontier(archive, "mine")
    again.begin_walk([HOME], [HOME])
    run.save(_listing(("a3", "article"), ("a1", "article")))
    assert again.brings_nothing_new(["a1", "a2", "a1"])
    assert not again.brings_nothing_new(["a1", "a3"])
    run.finish("finished")


def test_older_list_pages_can_be_given_up(frontier: Frontier, recorder: Recorder) -> None:
    recorder.save(_listing(("l2", "listing"), ("l3", "listing"), ("a", "article")))
    assert frontier.skip_pending("listing", "all of it is known") == 2
    assert _urls(frontier) == ["a"]


def test_validators_come_with_the_address(frontier: Frontier, recorder: Recorder, visit_page: Any) -> None:
    recorder.save(replace(visit_page("/a", "正文" * 30), state="pending"))
    row = frontier.next()
    assert row
    assert (row.etag, row.last_modified) == ('"1"', None)


def test_a_list_may_link_to_more_addresses_than_a_statement_has_places(
    archive: Archive, frontier: Frontier, recorder: Recorder
) -> None:
    recorder.save(_listing(("a", "article"), ("b", "article")))
    archive.db.conn.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 5)
    assert frontier.known([*"abcdefgh"]) == {"a", "b"}


def test_a_walk_begins_at_the_seeds_though_a_retry_left_something_to_do(
    archive: Archive, recorder: Recorder, mine: SiteRow
) -> None:
    """Such a crawl would else find nothing new that day, and count as one over all lists."""
    Frontier(archive, "mine").begin_walk([HOME], [HOME])
    recorder.save(_listing(("l2", "listing")))
    recorder.save(Visit(url="l2", kind="listing", state="failed"))
    recorder.finish("finished")
    retry = Recorder.begin(archive, mine, "retry")
    Frontier(archive, "mine").begin_retry()
    retry.save(replace(_listing(("b", "article"), ("l3", "listing")), url="l2"))
    retry.finish("finished")
    run = Recorder.begin(archive, mine, "crawl")
    frontier = Frontier(archive, "mine")
    frontier.begin_walk([HOME], [HOME])
    run.finish("finished")
    assert _urls(frontier) == [HOME, "l3", "b"]
    walked = archive.db.execute("SELECT full_walk FROM runs WHERE kind = 'crawl' ORDER BY id").fetchall()
    assert walked == [(1,), (None,)]


def test_the_further_pages_of_what_is_no_channel_any_more_are_no_channel(
    archive: Archive, recorder: Recorder, mine: SiteRow
) -> None:
    frontier = Frontier(archive, "mine")
    frontier.begin_walk([HOME], [HOME])
    recorder.save(_listing(("l2", "listing")))
    recorder.save(Visit(url="l2", kind="listing"))
    recorder.finish("finished")
    run = Recorder.begin(archive, mine, "crawl")
    frontier.begin_walk([HOME])
    further = FrontierLink(url="l2", kind="listing", selection="campaign_material")
    run.save(Visit(url=HOME, kind="listing", links=(further,), selection="campaign_material"))
    row = frontier.next()
    run.finish("finished")
    assert row
    assert (row.url, row.selection) == ("l2", "campaign_material")
