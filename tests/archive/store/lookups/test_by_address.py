"""An address is found by the index, of whatever site and in whatever state it is."""

from __future__ import annotations

from typing import Any

from archive.store import tombstones
from archive.store.archive import Archive
from archive.store.frontier import Frontier
from archive.store.merging.tally import _LOST
from archive.store.recorder import Recorder
from archive.store.reports.page_outcomes import page_outcomes
from archive.store.tombstones import Tombstone
from tests.archive.store.lookups.sizes import FEW, MANY


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


def test_what_failed_among_some_addresses(archive: Archive, fill: Any, steps: Any) -> None:
    frontier, asked = Frontier(archive, "mine"), ["http://mine.test/9.html"]
    fill(MANY)
    archive.db.execute("UPDATE frontier SET state = 'failed' WHERE url = ?", asked)
    few = steps(lambda: frontier.failed(asked))
    archive.db.execute("UPDATE frontier SET state = 'failed'")
    assert steps(lambda: frontier.failed(asked)) < 1.5 * few
