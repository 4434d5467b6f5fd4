from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.clock import now
from archive.store.frontier import Frontier
from archive.store.frontier.walk import FARTHEST_DAYS
from archive.store.recorder import Recorder
from archive.store.visit import FrontierLink, SiteRow, Visit

HOME = "http://mine.test/"
A12 = (f"{HOME}a1", f"{HOME}a2")
PAST = "2020-01-01T00:00:00Z"
FUTURE = (datetime.now(UTC) + timedelta(days=FARTHEST_DAYS - 1)).strftime("%Y-%m-%dT%H:%M:%SZ")
"""When a visit may be due."""
NEVER = "2999-01-01T00:00:00Z"
"""What a clock that is wrong writes."""


@pytest.fixture
def frontier(archive: Archive) -> Frontier:
    return Frontier(archive, "mine")


Walk = Callable[..., AbstractContextManager[tuple[Recorder, Frontier]]]


@pytest.fixture
def walk(archive: Archive, mine: SiteRow) -> Walk:
    """A run that walks the lists, all of which are channels, and comes to its end behind the block."""

    @contextmanager
    def walk(*lists: str, outcome: str = "finished") -> Iterator[tuple[Recorder, Frontier]]:
        run, frontier = Recorder.begin(archive, mine, "crawl"), Frontier(archive, "mine")
        frontier.begin_walk(lists, lists)
        yield run, frontier
        run.finish(outcome)

    return walk


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


@pytest.mark.parametrize(("when", "due"), [(PAST, True), (FUTURE, False)], ids=["past", "future"])
def test_visit_put_off_is_due_at_its_time(
    frontier: Frontier, recorder: Recorder, when: str, due: bool
) -> None:
    again = Visit(url="a", kind="article", state="pending", next_visit_at=when)
    recorder.save(again)
    recorder.save(again)
    row = frontier.next()
    assert (row.attempts if row else None) == (2 if due else None)


def test_done_address_is_visited_again_when_due(frontier: Frontier, recorder: Recorder) -> None:
    recorder.save(Visit(url="a", kind="article", next_visit_at=PAST))
    recorder.save(Visit(url="b", kind="article", next_visit_at=FUTURE))
    frontier.begin_walk([])
    assert _urls(frontier) == ["a"]


def test_a_clock_that_was_wrong_puts_nothing_off(
    archive: Archive, frontier: Frontier, recorder: Recorder, mine: SiteRow
) -> None:
    frontier.begin_walk([HOME], [HOME])
    recorder.save(_listing())
    recorder.save(Visit(url="a", kind="article", next_visit_at=NEVER))
    recorder.finish("finished")
    archive.db.execute("UPDATE runs SET started_at = ?", [NEVER])
    run = Recorder.begin(archive, mine, "crawl")
    frontier.begin_walk([HOME], [HOME])
    assert _urls(frontier) == [HOME, "a"]
    assert run.finish("finished").warnings == (
        f"a run before began at {NEVER}: this machine's clock is slow, or was fast then",
    )
    assert archive.db.execute("SELECT full_walk FROM runs").fetchall() == [(1,), (1,)]


def test_a_list_may_be_left_once_all_its_articles_were_known_before_the_walk(
    walk: Walk, visit_page: Any
) -> None:
    """Those that this walk itself has found say nothing of the pages behind."""
    with walk(HOME) as (run, frontier):
        run.save(visit_page("/", "列表", "listing", links=[("/a1", "article"), ("/a2", "article")]))
        for url in A12:
            run.save(Visit(url=url, kind="article"))
        assert not frontier.brings_nothing_new(HOME, A12)
    with walk(HOME) as (run, frontier):
        run.save(_listing(("a3", "article"), (A12[0], "article")))
        assert frontier.brings_nothing_new(HOME, [*A12, A12[0]])
        assert not frontier.brings_nothing_new(HOME, [A12[0], "a3"])


def test_a_list_page_that_failed_in_the_full_walk_is_not_left_early(walk: Walk, visit_page: Any) -> None:
    """The pages behind it have not been seen either."""
    with walk(HOME) as (run, _):
        run.save(visit_page("/", "列表", "listing", links=[("/a", "article"), ("/l2", "listing")]))
        run.save(Visit(url=f"{HOME}a", kind="article"))
        run.save(Visit(url=f"{HOME}l2", kind="listing", state="failed", next_visit_at=PAST))
    known = [f"{HOME}a"]
    with walk(HOME) as (run, frontier):
        assert _urls(frontier) == [HOME, f"{HOME}l2"]
        assert frontier.brings_nothing_new(HOME, known)
        assert not frontier.brings_nothing_new(f"{HOME}l2", known)
        run.save(visit_page("/l2", "列表", "listing"))
        assert frontier.brings_nothing_new(f"{HOME}l2", known)


def test_a_walk_that_was_cut_off_and_went_on_is_one(walk: Walk, visit_page: Any) -> None:
    with walk(HOME, outcome="interrupted") as (run, _):
        run.save(visit_page("/", "列表", "listing", links=[("/a", "article")]))
    for _ in range(2):
        with walk(HOME) as (run, frontier):
            if row := frontier.next([HOME]):
                run.save(Visit(url=row.url, kind="article"))
            may_be_left = frontier.brings_nothing_new(HOME, [f"{HOME}a"])
    assert may_be_left


def test_a_list_that_failed_waits_for_its_time_unless_all_are_walked(archive: Archive, walk: Walk) -> None:
    with walk(HOME) as (run, _):
        run.save(_listing(("l2", "listing")))
        run.save(Visit(url="l2", kind="listing", state="failed", next_visit_at=FUTURE))
    with walk(HOME) as (run, frontier):
        assert _urls(frontier) == [HOME]
        run.save(_listing(("l2", "listing")))
    archive.db.execute("UPDATE runs SET started_at = ?", [PAST])
    with walk(HOME) as (run, frontier):
        run.save(_listing(("l2", "listing")))
        row = frontier.next()
    assert row
    assert (row.url, row.attempts) == ("l2", 1)


def test_without_a_list_that_was_taken_out_all_pages_are_walked(archive: Archive, walk: Walk) -> None:
    """So its further pages are left alone, those too that failed."""
    with walk(HOME, "old") as (run, _):
        run.save(_listing())
        run.save(replace(_listing(("old_2", "listing")), url="old"))
        run.save(Visit(url="old_2", kind="listing", state="failed", next_visit_at=PAST))
    for _ in range(2):
        with walk(HOME) as (run, frontier):
            assert _urls(frontier) == [HOME]
            run.save(_listing())
    walked = archive.db.execute("SELECT full_walk, start_lists FROM runs ORDER BY id").fetchall()
    of_one = f'{{"{HOME}": null}}'
    assert walked == [(1, f'{{"{HOME}": null, "old": null}}'), (1, of_one), (None, of_one)]


def test_what_fails_in_a_row_is_counted_until_it_answers(crawl: Any, walk: Walk) -> None:
    failed = Visit(url="a", kind="article", state="failed", next_visit_at=PAST)
    crawl(failed)

    def attempts(*, then: Visit) -> int | None:
        with walk() as (run, frontier):
            row = frontier.next()
            run.save(then)
        return row.attempts if row else None

    assert attempts(then=failed) == 1
    assert attempts(then=replace(failed, state="done")) == 2
    assert attempts(then=failed) == 0


@pytest.mark.parametrize("started_at", [now(), PAST], ids=["now", "long ago"])
def test_the_failures_of_a_start_list_are_counted(archive: Archive, walk: Walk, started_at: str) -> None:
    """In a walk over all pages as in one over the newest."""
    for attempts in (0, 1, 2):
        with walk(HOME, "other") as (run, frontier):
            row = frontier.next([HOME])
            run.save(_listing())
            run.save(Visit(url="other", kind="listing", state="failed", next_visit_at=PAST))
        archive.db.execute("UPDATE runs SET started_at = ?", [started_at])
        assert row
        assert row.attempts == attempts


def test_a_retry_asks_for_all_that_failed_whatever_their_time(frontier: Frontier, recorder: Recorder) -> None:
    for url, when in (("a", FUTURE), ("b", None), ("c", PAST)):
        recorder.save(Visit(url=url, kind="article", state="failed", reason="broke off", next_visit_at=when))
    assert [(row.url, row.attempts) for row in frontier.failed(["a", "b", "x"])] == [("a", 1), ("b", 1)]
    frontier.begin_retry()
    assert _urls(frontier) == ["a", "b", "c"]


@pytest.mark.parametrize("cut_off", ["retry", "walk", "page"])
def test_a_retry_asks_for_what_a_run_that_was_cut_off_has_left(
    archive: Archive, frontier: Frontier, walk: Walk, cut_off: str
) -> None:
    """What the lists led to, and was never asked for, is left to the next crawl, however often one died."""
    with walk(HOME) as (run, _):
        run.save(_listing(("failed", "article"), ("read", "article"), ("new", "article")))
        run.save(Visit(url="failed", kind="article", state="failed", reason="broke off", next_visit_at=PAST))
        run.save(Visit(url="read", kind="article", next_visit_at=PAST))
    begin: dict[str, Callable[[], None]] = {
        "retry": frontier.begin_retry,
        "walk": lambda: frontier.begin_walk([HOME], [HOME]),
        "page": lambda: frontier.begin_pages(["failed"]),
    }
    begin[cut_off]()
    begin[cut_off]()
    again = Frontier(archive, "mine")
    again.begin_retry()
    assert [(row.url, row.attempts) for row in (again.next(),) if row] == [("failed", 1)]
    assert _urls(again) == ["failed"]


def test_more_addresses_than_may_be(frontier: Frontier, recorder: Recorder) -> None:
    recorder.save(_listing(*((f"{HOME}{name}", "article") for name in "abc")))
    recorder.save(Visit(url=f"{HOME}robots.txt", kind="other"))
    assert frontier.has_more_than(3)
    assert not frontier.has_more_than(4)
    recorder.save(_listing((f"{HOME}d", "article")))
    assert frontier.has_more_than(4)


@pytest.mark.parametrize("few", [0, 50], ids=["many", "few"])
def test_pages_that_are_named_and_no_others_in_the_order_in_which_they_became_known(
    frontier: Frontier, recorder: Recorder, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("archive.store.frontier.frontier._FEW", few)
    links = [(f"{HOME}{name}", "article") for name in "abcd"]
    recorder.save(_listing(*links, (f"{HOME}plan.docx", "attachment")))
    frontier.begin_pages([f"{HOME}new", f"{HOME}d", f"{HOME}b"])
    assert _urls(frontier) == [f"{HOME}{name}" for name in ("b", "d", "new", "plan.docx")]


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
    archive: Archive, mine: SiteRow, walk: Walk
) -> None:
    """Such a crawl would else find nothing new that day, and count as one over all lists."""
    with walk(HOME) as (run, _):
        run.save(_listing(("l2", "listing")))
        run.save(Visit(url="l2", kind="listing", state="failed"))
    retry = Recorder.begin(archive, mine, "retry")
    Frontier(archive, "mine").begin_retry()
    retry.save(replace(_listing(("b", "article"), ("l3", "listing")), url="l2"))
    retry.finish("finished")
    with walk(HOME) as (_, frontier):
        pass
    assert _urls(frontier) == [HOME, "l3", "b"]
    walked = archive.db.execute("SELECT full_walk FROM runs WHERE kind = 'crawl' ORDER BY id").fetchall()
    assert walked == [(1,), (None,)]


def test_the_further_pages_of_what_is_no_channel_any_more_are_no_channel(
    archive: Archive, frontier: Frontier, mine: SiteRow, walk: Walk
) -> None:
    with walk(HOME) as (run, _):
        run.save(_listing(("l2", "listing")))
        run.save(Visit(url="l2", kind="listing"))
    run = Recorder.begin(archive, mine, "crawl")
    frontier.begin_walk([HOME])
    further = FrontierLink(url="l2", kind="listing", selection="campaign_material")
    run.save(Visit(url=HOME, kind="listing", links=(further,), selection="campaign_material"))
    row = frontier.next()
    run.finish("finished")
    assert row
    assert (row.url, row.selection) == ("l2", "campaign_material")
