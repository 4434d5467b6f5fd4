"""What older rules made is told apart from damage, and by one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.store import made_by
from archive.store.archive import Archive
from archive.store.check import Check, check
from archive.store.rebuild import rebuild, rebuild_index
from archive.store.recatalogue import recatalogue

TEXT = "一、动员\n石板桥煤矿党委开展创先争优活动。\n{}队把创先争优落到实处，大家都满意。\n石板桥煤矿工会"

OLDER = f"UPDATE {made_by.TABLE} SET rules = 'others'"
NEVER_NOTED = f"DROP TABLE {made_by.TABLE}"


@pytest.fixture
def two(archive: Archive, visit_page: Any, crawl: Any) -> Archive:
    crawl(
        visit_page("/a.html", TEXT.format("通风")),
        visit_page("/b.html", TEXT.format("采煤") * 3),
        visit_page("/c.html", "全矿职工都要遵章守纪。" * 9),
    )
    return archive


def _rebuild(archive: Archive) -> None:
    rebuild(archive.directory, lambda site: None)


CASES: dict[str, tuple[str, str, Callable[[Archive], object]]] = {
    "catalogue": (
        "DELETE FROM article_campaigns; DELETE FROM campaigns",
        "The catalogue of 3 articles was made by older rules",
        recatalogue,
    ),
    "relevance": (
        "UPDATE articles SET relevance = 0.01",
        "The catalogue of 3 articles was made by older rules",
        recatalogue,
    ),
    "sections": ("DELETE FROM sections", "The sections of 2 articles were made by older rules", _rebuild),
    "copies": ("DELETE FROM copy_keys", "rows of copy_keys were made by older rules", _rebuild),
    "index": (
        "UPDATE search_meta SET tokenizer_version = 0",
        "The search index was made by older rules",
        rebuild_index,
    ),
}


@pytest.mark.parametrize("noted", [OLDER, NEVER_NOTED])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_one_remark_and_no_fault(
    two: Archive, data: Path, noted: str, case: tuple[str, str, Callable[[Archive], object]]
) -> None:
    otherwise, told, make_again = case
    two.db.executescript(f"{noted}; {otherwise}")
    found = check(data)
    assert found.faults == ()
    (remark,) = found.remarks
    assert told in remark.what and "rebuild" in remark.remedy
    make_again(two)
    assert check(data) == Check()


@pytest.mark.parametrize("noted", [OLDER, NEVER_NOTED])
def test_older_rules_that_found_the_same_are_not_told(two: Archive, data: Path, noted: str) -> None:
    two.db.execute(noted)
    assert check(data) == Check()


def test_words_that_stand_nowhere_are_damage_whatever_made_them(two: Archive, data: Path) -> None:
    two.db.execute(OLDER)
    two.db.execute("UPDATE article_campaigns SET words = '别的' WHERE article_id = 1")
    two.db.execute("DELETE FROM article_quantities")
    (fault,) = check(data).faults
    assert fault.what.startswith("The catalogue of the article http://mine.test/a.html")


def test_a_later_run_leaves_them_older(two: Archive, data: Path, crawl: Any, visit_page: Any) -> None:
    two.db.execute(OLDER)
    two.db.execute("DELETE FROM sections")
    crawl(visit_page("/d.html", TEXT.format("机电") * 2))
    found = check(data)
    assert [remark.what for remark in found.remarks] == [
        "The sections of 2 articles were made by older rules"
    ]
    assert found.faults == ()


def test_a_run_of_another_version_is_remembered(
    two: Archive, data: Path, crawl: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as other:
        other.setattr(made_by, "_todays_rules", lambda: "others")
        crawl()
    assert not made_by.is_of_today(two.db, "catalogue")
    recatalogue(two)
    assert made_by.is_of_today(two.db, "catalogue") and not made_by.is_of_today(two.db, "copies")


def test_texts_that_older_versions_of_a_rule_cleaned(two: Archive, data: Path) -> None:
    two.db.execute(
        "INSERT INTO edits (article_id, rule, rule_version, start, end, removed, put, confidence) "
        "SELECT id, 'paywall', 0, 0, 0, '', '', 1 FROM articles WHERE id < 3"
    )
    found = check(data)
    assert found.faults == ()
    assert [remark.what for remark in found.remarks] == ["2 articles were cleaned by older rules (paywall)"]
