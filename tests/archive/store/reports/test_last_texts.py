from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.reports.last_texts import FEWEST_READ, Read, last_texts
from archive.store.visit import IRRELEVANT, SiteRow, Visit, no_article

Pages = Callable[..., list[Visit]]
Walk = Callable[..., dict[str, tuple[int, int]]]


@pytest.fixture
def pages(visit_page: Any) -> Pages:
    """Texts of a day, at addresses of their own; with what a reader says of them."""

    def pages(
        day: int, count: int, text: str = "通知的正文。", reason: str | None = None, **said: Any
    ) -> list[Visit]:
        made = [
            visit_page(f"/{day}-{number}.html", f"{day}月{number}日，{text * 9}", at=day)
            for number in range(count)
        ]
        return [
            replace(one, reason=reason, composed=None, extraction=replace(one.extraction, **said))
            for one in made
        ]

    return pages


@pytest.fixture
def walk(archive: Archive, mine: SiteRow) -> Walk:
    """Run once, and tell of each fault that was found how many texts of how many have it."""

    def walk(*visits: Visit, outcome: str = "finished") -> dict[str, tuple[int, int]]:
        run = Recorder.begin(archive, mine, "crawl")
        for visit in visits:
            run.save(visit)
        found = last_texts(archive.db, "mine")
        run.finish(outcome)
        return {fault: (read.faulty, read.total) for fault, read in found.items() if read.faulty}

    return walk


FAULTS: dict[str, dict[str, Any]] = {
    "empty": {"reason": no_article("empty"), "kind": "empty", "blocks": ()},
    "shell": {"reason": no_article("shell"), "kind": "shell", "blocks": ()},
    "template_unknown": {"warnings": ("template_unknown",)},
    "replaced": {"text": "矿长\ufffd\ufffd讲话，大家都满意。"},
}


@pytest.mark.parametrize(("fault", "said"), FAULTS.items(), ids=FAULTS)
def test_one_text_a_day_keeps_its_fault_until_texts_are_read_well(
    walk: Walk, pages: Pages, fault: str, said: dict[str, Any]
) -> None:
    assert walk(*pages(1, 20)) == {}
    assert [walk(*pages(day, 1, **said)) for day in (2, 3)] == [{fault: (1, 10)}, {fault: (2, 10)}]
    assert walk() == {fault: (2, 10)}
    assert walk(*pages(4, FEWEST_READ - 1)) == {fault: (1, 10)}
    assert walk(*pages(5, 1)) == {}


def test_a_file_that_cannot_be_read_counts_as_one_without_a_text(walk: Walk, pages: Pages) -> None:
    said = {**FAULTS["empty"], "reason": no_article("unreadable"), "kind": "unreadable"}
    assert walk(*pages(1, 12), *pages(2, 3, **said)) == {"empty": (3, 15)}


def test_a_walk_that_read_enough_is_looked_at_alone(walk: Walk, pages: Pages) -> None:
    walk(*pages(1, 9, **FAULTS["template_unknown"]))
    assert walk(*pages(2, 12), *pages(3, 2, **FAULTS["empty"])) == {"empty": (2, 14)}


def test_the_runs_of_a_walk_that_was_paused_are_one(walk: Walk, pages: Pages) -> None:
    walk(*pages(1, 20))
    walk(*pages(2, 8, **FAULTS["template_unknown"]), outcome="paused")
    assert walk(*pages(3, 8)) == {"template_unknown": (8, 16)}


def test_no_campaign_material_has_a_body_and_tells_of_no_template(
    walk: Walk, pages: Pages, archive: Archive
) -> None:
    walk(*pages(1, 20))
    irrelevant = [replace(one, state="skipped", reason=IRRELEVANT) for one in pages(2, 8)]
    bad = pages(3, 2, **FAULTS["template_unknown"]), pages(4, 2, **FAULTS["empty"])
    assert walk(*irrelevant, *bad[0], *bad[1]) == {"empty": (2, 12), "template_unknown": (2, 10)}


def test_an_empty_archive_has_read_nothing(archive: Archive) -> None:
    assert {*last_texts(archive.db, "mine").values()} == {Read()}


def test_a_text_that_was_read_well_since_has_no_fault(walk: Walk, pages: Pages) -> None:
    walk(*pages(1, 20))
    assert walk(*pages(2, 3, **FAULTS["template_unknown"])) == {"template_unknown": (3, 10)}
    assert walk(*pages(2, 1, "另一稿的正文。")) == {"template_unknown": (2, 10)}


def test_a_text_that_answered_in_another_spelling_than_its_own_counts(walk: Walk, answered: Any) -> None:
    moved = [
        answered(f"https://mine.test/{n}.html", f"第{n}份通知的正文。" * 9, f"http://mine.test/{n}.html")
        for n in range(3)
    ]
    said = FAULTS["template_unknown"]
    faulty = [replace(one, composed=None, extraction=replace(one.extraction, **said)) for one in moved]
    assert walk(*faulty) == {"template_unknown": (3, 3)}


def test_each_text_costs_the_same_however_many_there_are(walk: Walk, pages: Pages, archive: Archive) -> None:
    def steps_after(day: int, texts: int) -> int:
        walk(*pages(day, texts), outcome="paused")
        steps = count()
        archive.db.conn.set_progress_handler(lambda: next(steps) and None, 10)
        last_texts(archive.db, "mine")
        archive.db.conn.set_progress_handler(None, 0)
        return next(steps)

    few = steps_after(1, 20)
    assert steps_after(2, 80) < 6 * few
