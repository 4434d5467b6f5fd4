"""What is looked up for one page costs the same in a site of few texts and of many."""

from __future__ import annotations

from collections.abc import Callable
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
from tests.archive.store.lookups.sizes import FEW, MANY, unmodified

LOOKS: dict[str, Callable[[Any], Visit]] = {
    "a text": lambda visit_page: visit_page("/new.html", "一则新的通知。" * 9),
    "a file": lambda visit_page: visit_page(
        "/new.html", "见附件。" * 9, files=[("/f/new.docx", "附件：方案")]
    ),
    "a further page": lambda visit_page: visit_page("/new.html", "未完。" * 9, next_part="/new_2.html"),
}


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
    visit = unmodified(visit_page("/0.html", ""))
    fill(FEW)
    few = steps(lambda: kept_as(archive.db, "mine", visit))
    fill(MANY - FEW)
    assert steps(lambda: kept_as(archive.db, "mine", visit)) < 1.5 * few


def test_the_date_of_a_text(archive: Archive, fill: Any, steps: Any) -> None:
    frontier = Frontier(archive, "mine")
    fill(FEW)
    few = steps(lambda: frontier.published_at("http://mine.test/9.html"))
    fill(MANY - FEW)
    assert steps(lambda: frontier.published_at("http://mine.test/59.html")) < 1.5 * few


def test_the_only_page_that_is_asked_for(
    archive: Archive, recorder: Recorder, visit_page: Any, steps: Any
) -> None:
    """A walk that was cut off has left the others pending, and they were known before."""

    def find(count: int) -> None:
        links = [(f"/{number}.html", "article") for number in range(count)]
        recorder.save(visit_page("/", f"列表{count}", "listing", count % 60, links=links))

    def ask(url: str) -> int:
        frontier = Frontier(archive, "mine")
        frontier.begin_pages([url])
        found = list[Any]()
        taken: int = steps(lambda: found.append(frontier.next()))
        assert found[0].url == url
        return taken

    find(FEW)
    few = ask("http://mine.test/asked.html")
    find(MANY)
    assert ask("http://mine.test/asked_later.html") < 1.5 * few


def test_whether_there_are_too_many_addresses(archive: Archive, fill: Any, steps: Any) -> None:
    frontier = Frontier(archive, "mine")
    fill(FEW)
    few = steps(lambda: frontier.has_more_than(1000))
    fill(MANY - FEW)
    assert steps(lambda: frontier.has_more_than(1000)) < 1.5 * few
