"""One archive knows a site by http, the other by https."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import DATABASE, Archive
from archive.store.articles.permalink import key_of
from archive.store.check import check
from archive.store.export.backup import backup
from archive.store.export.packed_warc import _taken_out
from archive.store.merging.merge import Merged
from archive.store.rebuild import rebuild
from archive.store.removal import remove
from archive.store.visit import Visit

OLD, NEW = "http://mine.test/a.html", "https://www.mine.test/a.html"
FIRST, SECOND = "第一稿，各区队照此执行。" * 9, "第二稿，各区队照此执行。" * 9

Answered = Callable[..., Visit]
TakeIn = Callable[[Path, Path], Merged]


@pytest.fixture
def before(tmp_path: Path, crawl: Any, answered: Answered) -> Path:
    """An archive from the time before the site had moved."""
    path = tmp_path / "before"
    with Archive.create(path) as archive:
        crawl(answered(OLD, FIRST), into=archive)
    return path


@pytest.fixture
def after(tmp_path: Path, crawl: Any, answered: Answered) -> Path:
    """One that was begun when it had."""
    path = tmp_path / "after"
    with Archive.create(path) as archive:
        crawl(answered(NEW, SECOND, at=20), into=archive)
    return path


def test_the_text_is_one_whichever_goes_into_which(
    before: Path, after: Path, tmp_path: Path, take_in: TakeIn, held: Callable[[Path], list[Any]]
) -> None:
    backup(before, tmp_path / "copy")
    told = (f"{NEW} is one text with {OLD} now: its permalink {key_of(NEW)} goes, {key_of(OLD)} stays",)
    merged = take_in(before, after)
    assert (merged.joined, merged.lost, merged.new) == (told, (), 0)
    assert take_in(after, tmp_path / "copy").joined == told
    assert held(before) == held(after)
    assert [row[:2] for row in held(before)[0]] == [(key_of(OLD), OLD)]
    assert len(held(before)[1]) == 2
    with Archive.open(before) as archive:
        assert archive.db.execute("SELECT failed, warnings FROM runs WHERE kind = 'merge'").fetchall() == [
            (0, told[0])
        ]
    assert check(before).faults == ()


def test_a_rebuild_of_both_gives_the_same(
    before: Path, after: Path, rules: SiteRules, take_in: TakeIn, held: Callable[[Path], list[Any]]
) -> None:
    take_in(before, after)
    expected = held(before)
    rebuild(before, lambda _: rules, workers=1)
    assert held(before) == expected
    (before / DATABASE).unlink()
    rebuild(before, lambda _: rules, workers=1)
    assert held(before) == expected


def test_what_one_has_removed_comes_in_by_no_other_spelling(
    before: Path, after: Path, take_in: TakeIn
) -> None:
    with Archive.open(before) as archive:
        remove(archive, key_of(OLD), "asked for")
    merged = take_in(before, after)
    assert (merged.removed, merged.new, merged.lost, merged.joined) == (1, 0, (), ())
    assert check(before).faults == ()
    with Archive.open(before) as archive:
        assert archive.db.execute("SELECT state FROM frontier").fetchall() == [("skipped",)] * 2
        assert len(_taken_out(archive.db)) == 2
