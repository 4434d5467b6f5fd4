"""The beginning and the end of a run read no more than they need, however many there were before."""

from __future__ import annotations

from typing import Any

from archive.store.archive import Archive
from archive.store.articles.holdings import count_site
from archive.store.reports.forbidden_texts import unanswered_since
from archive.store.reports.last_texts import last_texts
from archive.store.run_files.recovery import tail_of
from archive.store.visit import SiteRow
from tests.archive.store.lookups.sizes import FEW, MANY

OTHER = SiteRow(name="group", title="云岭集团", home="http://group.test/", kind="soe")


def test_the_last_texts(archive: Archive, fill: Any, steps: Any) -> None:
    """After a walk that ended: of the texts before it ten count."""
    fill(2 * FEW)
    archive.db.execute("UPDATE runs SET outcome = 'finished'")
    few = steps(lambda: last_texts(archive.db, "mine"))
    fill(MANY)
    assert steps(lambda: last_texts(archive.db, "mine")) < 1.5 * few


def test_since_when_no_text_has_answered(archive: Archive, fill: Any, steps: Any) -> None:
    fill(FEW)
    archive.db.execute("UPDATE runs SET outcome = 'finished'")
    few = steps(lambda: unanswered_since(archive.db, "mine"))
    fill(MANY - FEW)
    assert steps(lambda: unanswered_since(archive.db, "mine")) < 1.5 * few


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
