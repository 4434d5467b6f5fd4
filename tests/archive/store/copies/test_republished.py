from __future__ import annotations

from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.copies.republished import Republished, republished
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow
from tests.official_prose import OfficialProse

PROSE = OfficialProse(seed=5)
OLD, NEW = PROSE.text(900).body, PROSE.text(900).body


@pytest.fixture
def walked(archive: Archive, mine: SiteRow, visit_page: Any) -> Archive:
    """An archive whose last walk ended with one text."""
    _walk(archive, mine, "finished", visit_page("/a.html", OLD, title="安全生产月简报"))
    return archive


def _walk(archive: Archive, mine: SiteRow, outcome: str, *visits: Any) -> None:
    run = Recorder.begin(archive, mine, "crawl")
    for visit in visits:
        run.save(visit)
    run.finish(outcome)


def test_an_older_text_at_a_new_address_counts_in_whatever_run_of_the_walk_it_came(
    walked: Archive, mine: SiteRow, visit_page: Any
) -> None:
    _walk(walked, mine, "paused", visit_page("/b.html", OLD, title="安全生产月简报"))
    _walk(walked, mine, "paused", visit_page("/c.html", NEW, title="劳动竞赛简报"))
    assert republished(walked.db, "mine") == Republished(new=2, copies=1)


def test_what_is_new_at_two_addresses_or_has_its_own_title_is_no_older_text(
    walked: Archive, mine: SiteRow, visit_page: Any
) -> None:
    both = [visit_page(f"/{name}.html", NEW, title="劳动竞赛简报") for name in "bc"]
    _walk(walked, mine, "paused", *both, visit_page("/d.html", OLD, title="第二期简报"))
    assert republished(walked.db, "mine") == Republished(new=3, copies=0)


def test_nothing_new_is_nothing_republished(walked: Archive, mine: SiteRow, visit_page: Any) -> None:
    _walk(walked, mine, "paused", visit_page("/a.html", f"{OLD}\n{NEW}", at=2, title="安全生产月简报"))
    assert republished(walked.db, "mine") == Republished(new=0, copies=0)
    assert republished(walked.db, "elsewhere") == Republished(new=0, copies=0)
