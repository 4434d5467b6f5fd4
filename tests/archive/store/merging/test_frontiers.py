"""What becomes of an address that both archives know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.merging.merge import Merged
from archive.store.recorder import Recorder

TakeIn = Callable[[Path, Path], Merged]


@pytest.fixture
def two_frontiers(tmp_path: Path, begin: Callable[[Archive], Recorder], visit_page: Any) -> tuple[Path, Path]:
    """`failed-later` and `again` were visited in both, later in the second, which alone visited `waits`."""
    failed = {"state": "failed", "reason": "answered 500"}
    for name, at, outcome in (("first", 1, {}), ("second", 21, failed)):
        with Archive.create(tmp_path / name) as archive:
            run = begin(archive)
            links = [("/waits.html", "article")] if name == "first" else []
            run.save(visit_page("/", "列表", "listing", at, links=links))
            run.save(replace(visit_page("/failed-later.html", "通知。" * 9, at=at + 1), **outcome))
            run.save(visit_page("/again.html", "总结。" * 9, at=at + 2))
            if name == "second":
                run.save(visit_page("/waits.html", "方案。" * 9, at=at + 3))
            run.finish("finished")
            if name == "second":
                with archive.transaction() as db:
                    db.execute("UPDATE frontier SET state = 'pending' WHERE url LIKE '%/again.html'")
    return tmp_path / "first", tmp_path / "second"


@pytest.mark.parametrize("into", [0, 1])
def test_of_an_address_that_both_know_the_later_visit_counts(
    two_frontiers: tuple[Path, Path], take_in: TakeIn, into: int
) -> None:
    """One that waits to be visited again says less than any visit."""
    target = two_frontiers[into]
    take_in(target, two_frontiers[1 - into])
    with Archive.open(target) as archive:
        states = "SELECT url, state FROM frontier WHERE kind = 'article' ORDER BY url"
        assert archive.db.execute(states).fetchall() == [
            ("http://mine.test/again.html", "done"),
            ("http://mine.test/failed-later.html", "failed"),
            ("http://mine.test/waits.html", "done"),
        ]
