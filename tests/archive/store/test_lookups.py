"""What is looked up for one page costs the same in a site of few texts and of many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.reading.pages.changes import ChangeFilter, changes_page
from archive.reading.pages.runs import _TOTALS
from archive.reading.pages.skipped import skipped_page
from archive.store import tombstones
from archive.store.archive import Archive
from archive.store.articles.holdings import count_site
from archive.store.derivation import Derivation
from archive.store.derivation.visit_changes import changes_of
from archive.store.frontier import Frontier
from archive.store.merging.tally import _LOST
from archive.store.recorder import Recorder
from archive.store.reports.last_texts import last_texts
from archive.store.reports.page_outcomes import page_outcomes
from archive.store.reports.status import _SITES
from archive.store.rows import insert_all
from archive.store.run_files.captures import kept_as
from archive.store.run_files.recovery import tail_of
from archive.store.tombstones import Tombstone
from archive.store.visit import SiteRow, Visit
from tests.official_prose import OfficialProse

FEW, MANY = 10, 60
OTHER = SiteRow(name="group", title="云岭集团", home="http://group.test/", kind="soe")

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


def test_the_outcome_of_an_address(archive: Archive, fill: Any, steps: Any) -> None:
    """It is asked for at all sites."""
    fill(FEW)
    few = steps(lambda: [*page_outcomes(archive, ["http://mine.test/9.html"])])
    fill(MANY - FEW)
    assert steps(lambda: [*page_outcomes(archive, ["http://mine.test/59.html"])]) < 1.5 * few


def test_an_address_that_is_not_to_be_visited_any_more(
    archive: Archive, recorder: Recorder, visit_page: Any, fill: Any, steps: Any
) -> None:
    """Of whatever site it is: an address is withheld at all of them."""
    url = "http://mine.test/9.html"
    removed = [Tombstone(url=url, why="asked for", removed_at="2026-11-22T01:00:00Z", addresses=(url,))]
    fill(FEW)
    few = steps(lambda: tombstones.apply(archive.db, removed))
    fill(MANY - FEW)
    assert steps(lambda: tombstones.apply(archive.db, removed)) < 1.5 * few
    (row,) = archive.db.execute("SELECT state, reason FROM frontier WHERE url = ?", [url]).fetchall()
    assert row == ("skipped", "removed on request: asked for")


def test_a_text_that_a_merge_has_lost(archive: Archive, fill: Any, steps: Any) -> None:
    def give_up() -> None:
        key = archive.db.execute("SELECT key FROM articles WHERE url = 'http://mine.test/9.html'").fetchone()
        archive.db.execute(_LOST.format(side="main"), key)

    fill(FEW)
    few = steps(give_up)
    fill(MANY - FEW)
    archive.db.execute("UPDATE frontier SET state = 'done'")
    assert steps(give_up) < 1.5 * few


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


def test_the_last_texts(archive: Archive, fill: Any, steps: Any) -> None:
    """After a walk that ended: of the texts before it ten count."""
    fill(2 * FEW)
    archive.db.execute("UPDATE runs SET outcome = 'finished'")
    few = steps(lambda: last_texts(archive.db, "mine"))
    fill(MANY)
    assert steps(lambda: last_texts(archive.db, "mine")) < 1.5 * few


def test_the_holdings_of_another_site(
    archive: Archive, crawl: Any, visit_page: Any, fill: Any, steps: Any
) -> None:
    crawl(visit_page("", "集团的通知。" * 9, url="http://group.test/a.html"), site=OTHER)
    fill(FEW)
    few = steps(lambda: count_site(archive.db, "group"))
    fill(MANY - FEW)
    assert steps(lambda: count_site(archive.db, "group")) < 1.5 * few


def test_what_stands_behind_the_captures_of_a_file(
    archive: Archive, crawl: Any, visit_page: Any, steps: Any
) -> None:
    """Each run leaves a file, and `check` asks for all of them."""
    for number in range(FEW):
        crawl(visit_page(f"/{number}.html", "一则新的通知。" * 9))
    (name,) = archive.db.execute("SELECT name FROM warc_files ORDER BY id LIMIT 1").fetchone()
    few = steps(lambda: tail_of(archive, name))
    for number in range(FEW, MANY):
        crawl(visit_page(f"/{number}.html", "一则新的通知。" * 9))
    assert steps(lambda: tail_of(archive, name)) < 1.5 * few


def test_whether_there_are_too_many_addresses(archive: Archive, fill: Any, steps: Any) -> None:
    frontier = Frontier(archive, "mine")
    fill(FEW)
    few = steps(lambda: frontier.has_more_than(1000))
    fill(MANY - FEW)
    assert steps(lambda: frontier.has_more_than(1000)) < 1.5 * few


@pytest.mark.parametrize("count", [_SITES, _TOTALS], ids=["status", "page of runs"])
def test_the_addresses_that_are_done(archive: Archive, fill: Any, steps: Any, count: str) -> None:
    """They are counted nowhere, and most are."""

    def find(texts: range) -> None:
        row = {"site": "mine", "kind": "article", "state": "done", "attempts": 0, "selection": "all"}
        insert_all(archive.db, "frontier", [{"url": str(number), **row} for number in texts])

    fill(FEW)
    find(range(FEW))
    few = steps(lambda: archive.db.execute(count).fetchall())
    find(range(FEW, 10 * MANY))
    assert steps(lambda: archive.db.execute(count).fetchall()) < 1.5 * few


def test_what_failed_among_some_addresses(archive: Archive, fill: Any, steps: Any) -> None:
    frontier, asked = Frontier(archive, "mine"), ["http://mine.test/9.html"]
    fill(MANY)
    archive.db.execute("UPDATE frontier SET state = 'failed' WHERE url = ?", asked)
    few = steps(lambda: frontier.failed(asked))
    archive.db.execute("UPDATE frontier SET state = 'failed'")
    assert steps(lambda: frontier.failed(asked)) < 1.5 * few


def test_the_changes_read_no_version_that_is_the_only_one(archive: Archive) -> None:
    """Each costs its row of an index alone, without its text."""
    asked = list[str]()
    archive.db.conn.set_trace_callback(asked.append)
    changes_page(archive.db.conn, ChangeFilter())
    archive.db.conn.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in archive.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    scans = {plan.partition(" USING ")[2] for plan in plans if plan.startswith("SCAN versions")}
    assert scans == {"COVERING INDEX idx_versions_article_id_content_digest"}


def test_the_skipped_pages(archive: Archive, fill: Any, steps: Any) -> None:
    fill(FEW)
    few = steps(lambda: skipped_page(archive.db.conn))
    fill(MANY - FEW)
    assert steps(lambda: skipped_page(archive.db.conn)) < 1.5 * few
