"""What is looked up for one page costs the same in a site of few texts and of many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.derivation import Derivation
from archive.store.derivation.visit_changes import changes_of
from archive.store.frontier import Frontier
from archive.store.recorder import Recorder
from archive.store.run_files.captures import kept_as
from archive.store.visit import Visit
from tests.official_prose import OfficialProse

FEW, MANY = 10, 60

LOOKS: dict[str, Callable[[Any], Visit]] = {
    "a text": lambda visit_page: visit_page("/new.html", "一则新的通知。" * 9),
    "a file": lambda visit_page: visit_page(
        "/new.html", "见附件。" * 9, files=[("/f/new.docx", "附件：方案")]
    ),
    "a further page": lambda visit_page: visit_page("/new.html", "未完。" * 9, next_part="/new_2.html"),
}


@pytest.fixture
def fill(recorder: Recorder, visit_page: Any) -> Callable[[int], None]:
    """Save so many more texts, each with a file and then once more as not modified."""
    prose, numbers = OfficialProse(seed=6), count()

    def fill(texts: int) -> None:
        for number in (next(numbers) for _ in range(texts)):
            files = [(f"/f/{number}.docx", "附件：方案")]
            visit = visit_page(f"/{number}.html", prose.text(200).body, at=number % 60, files=files)
            recorder.save(visit)
            recorder.save(unmodified(visit))

    return fill


@pytest.fixture
def steps(archive: Archive) -> Callable[[Callable[[], object]], int]:
    """How many steps SQLite takes for a call."""

    def steps(call: Callable[[], object]) -> int:
        taken = count()
        archive.db.conn.set_progress_handler(lambda: next(taken) and None, 1)
        call()
        archive.db.conn.set_progress_handler(None, 0)
        return next(taken)

    return steps


def unmodified(visit: Visit) -> Visit:
    assert visit.exchange
    answer = replace(
        visit.exchange, status=304, status_line="304 Not Modified", wire=b"", record_type="revisit"
    )
    return replace(visit, exchange=answer, extraction=None)


@pytest.fixture
def changes(archive: Archive, rules: SiteRules) -> Callable[[Visit], object]:
    """What a visit is to the archive; nothing is written."""
    derivation = Derivation(archive.db, "mine", archive.warc_directory, rules)
    return lambda visit: changes_of(visit, derivation, archive.directory)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_new_text(
    changes: Callable[[Visit], object], visit_page: Any, fill: Any, steps: Any, look: Callable[[Any], Visit]
) -> None:
    fill(FEW)
    few = steps(lambda: changes(look(visit_page)))
    fill(MANY - FEW)
    assert steps(lambda: changes(look(visit_page))) < 1.5 * few


def test_an_answer_that_may_be_kept_already(archive: Archive, visit_page: Any, fill: Any, steps: Any) -> None:
    """All answers without a body have one digest."""
    exchange = unmodified(visit_page("/0.html", "")).exchange
    assert exchange
    fill(FEW)
    few = steps(lambda: kept_as(archive.db, "mine", exchange, "all"))
    fill(MANY - FEW)
    assert steps(lambda: kept_as(archive.db, "mine", exchange, "all")) < 1.5 * few


def test_the_date_of_a_text(archive: Archive, fill: Any, steps: Any) -> None:
    frontier = Frontier(archive, "mine")
    fill(FEW)
    few = steps(lambda: frontier.published_at("http://mine.test/9.html"))
    fill(MANY - FEW)
    assert steps(lambda: frontier.published_at("http://mine.test/59.html")) < 1.5 * few
