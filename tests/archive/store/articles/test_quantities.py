"""Quantities in the archive: written with the text, made again, taken back, checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.store.archive import Archive
from archive.store.check import check
from archive.store.rebuild import rebuild
from archive.store.recatalogue import recatalogue
from archive.store.removal import remove

TEXT = "全矿力争培育50名青年骨干，煤炭产量达到120万吨。\n大家都很满意。\n石板桥煤矿工会"
ALL = "SELECT subject, action, value, unit, kind, words FROM article_quantities ORDER BY id"
STATED = [
    ("青年骨干", "培育", 50.0, "人", "target", "培育50名青年骨干"),
    ("煤炭产量", None, 1_200_000.0, "吨", "target", "煤炭产量达到120万吨"),
]


@pytest.fixture
def one(archive_of: Callable[[str], Archive]) -> Archive:
    return archive_of(TEXT)


def _all(archive: Archive) -> list[tuple[Any, ...]]:
    return archive.db.execute(ALL).fetchall()


def test_quantities_are_written_with_the_text_and_made_again(one: Archive, data: Path) -> None:
    assert _all(one) == STATED
    one.db.execute("UPDATE article_quantities SET value = 51 WHERE unit = '人'")
    assert any("is not what its text gives" in fault.what for fault in check(data).faults)
    recatalogue(one)
    assert _all(one) == STATED and not check(data).faults
    rebuild(data, lambda site: None)
    assert _all(one) == STATED and not check(data).faults


def test_another_text_has_other_quantities(one: Archive, visit_page: Any, data: Path, crawl: Any) -> None:
    crawl(visit_page("/a.html", "全矿先后召开座谈会12次，大家都很满意。\n云岭煤矿", at=9))
    assert [row[:2] for row in _all(one)] == [("座谈会", "召开")]
    assert not check(data).faults


def test_a_text_that_is_removed_leaves_none(one: Archive, data: Path) -> None:
    (key,) = one.db.execute("SELECT key FROM articles").fetchone()
    remove(one, key, "asked for")
    assert _all(one) == [] and not check(data).faults
