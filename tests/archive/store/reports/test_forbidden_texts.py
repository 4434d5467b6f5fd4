from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.reports.forbidden_texts import forbidden_texts, unanswered_since
from archive.store.visit import FORBIDDEN, SiteRow, Visit, VisitKind

DUE = "2026-07-01T00:00:00Z"
Walk = Callable[..., "str | None"]


@pytest.fixture
def walk(archive: Archive, mine: SiteRow) -> Iterator[Walk]:
    """Run on the n-th day, and tell since which day no text has answered, as its alarms are asked for."""
    days = count(1)

    def walk(*visits: Visit, outcome: str = "finished", kind: Any = "crawl") -> str | None:
        run = Recorder.begin(archive, mine, kind)
        archive.db.table("runs").update(run.run_id, {"started_at": f"2026-06-{next(days):02}T02:00:00Z"})
        for visit in visits:
            run.save(visit)
        since = unanswered_since(archive.db, "mine")
        run.finish(outcome)
        return since and since[8:10]

    yield walk


def test_walks_count_from_the_one_after_the_last_that_a_text_answered(walk: Walk, visit_page: Any) -> None:
    text, again = (visit_page("/1.html", "矿长作动员报告。" * 9, at=day) for day in (1, 2))
    assert walk() == "01"
    assert walk() == "01"
    assert walk(text) is None
    assert walk() == "04"
    assert walk() == "04"
    assert walk(again) is None


def test_a_walk_that_was_paused_is_one(walk: Walk, visit_page: Any) -> None:
    assert walk(visit_page("/1.html", "矿长作动员报告。" * 9), outcome="paused") is None
    assert walk() is None
    assert walk() == "03"


def test_what_somebody_imports_did_not_answer(walk: Walk, visit_page: Any) -> None:
    walk(visit_page("/1.html", "矿长作动员报告。" * 9), kind="import")
    assert walk() == "01"


def forbidden(number: int, kind: VisitKind = "article", due: str = DUE) -> Visit:
    return Visit(
        url=f"http://mine.test/{number}.html",
        kind=kind,
        state="skipped",
        reason=f"{FORBIDDEN} forbids it",
        next_visit_at=due,
    )


def test_texts_alone_are_counted_and_of_late(archive: Archive, walk: Walk) -> None:
    irrelevant = Visit(
        url="http://mine.test/9.html", kind="article", state="skipped", reason="not campaign material"
    )
    walk(
        forbidden(1),
        forbidden(2),
        forbidden(3, "listing"),
        forbidden(4, "attachment"),
        forbidden(5, due="2026-06-30T23:59:59Z"),
        irrelevant,
    )
    assert forbidden_texts(archive.db, "mine", DUE) == 2
    assert forbidden_texts(archive.db, "other", DUE) == 0
