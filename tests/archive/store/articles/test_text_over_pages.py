"""Texts that stand on several pages of their site."""

from __future__ import annotations

from typing import Any

from archive.store.recorder import Recorder
from tests.archive.store.three_pages import FIRST, SECOND, THIRD, Sole


def test_parts_make_one_text_and_one_version(recorder: Recorder, visit_page: Any, sole: Sole) -> None:
    assert recorder.save(visit_page("/a.html", FIRST, at=1, next_part="/a_2.html")) == "new"
    assert recorder.save(visit_page("/a_2.html", SECOND, "part", 2, next_part="/a_3.html")) == "recorded"
    assert recorder.save(visit_page("/a_3.html", THIRD, "part", 3)) == "recorded"
    assert sole("SELECT body FROM texts").splitlines()[-2:] == [SECOND, THIRD]
    assert sole("SELECT count(*), group_concat(body) FROM versions") == (1, sole("SELECT body FROM texts"))
    assert sole("SELECT group_concat(capture_id) FROM article_captures") == "1,2,3"


def test_changed_part_is_a_version_of_the_whole(recorder: Recorder, visit_page: Any, sole: Sole) -> None:
    for at in (1, 3):
        recorder.save(visit_page("/a.html", FIRST, at=at, next_part="/a_2.html"))
        recorder.save(visit_page("/a_2.html", SECOND, "part", at + 1))
    recorder.save(visit_page("/a.html", FIRST, at=5, next_part="/a_2.html"))
    assert recorder.save(visit_page("/a_2.html", THIRD, "part", 6)) == "changed"
    assert sole("SELECT count(*) FROM versions") == 2
    assert sole("SELECT body FROM texts").splitlines()[-1] == THIRD


def test_a_text_that_a_part_brings_back_leaves_no_version_of_the_mixture(
    recorder: Recorder, visit_page: Any, sole: Sole
) -> None:
    opening = "新的开头，重新写过了。"
    for at, (first, second) in enumerate(((FIRST, SECOND), (opening, THIRD), (FIRST, SECOND))):
        recorder.save(visit_page("/a.html", first, at=10 * at + 1, next_part="/a_2.html"))
        recorder.save(visit_page("/a_2.html", second, "part", 10 * at + 2))
    assert sole("SELECT count(*) FROM versions") == 2
    assert sole("SELECT body FROM texts") == f"{FIRST}\n{SECOND}"
    assert sole(f"SELECT seen_to FROM versions WHERE body LIKE '%{SECOND}'") == "2026-11-21T01:00:22Z"


def test_mixture_of_an_old_and_a_new_part_leaves_no_version(
    recorder: Recorder, visit_page: Any, sole: Sole
) -> None:
    recorder.save(visit_page("/a.html", FIRST, at=1, next_part="/a_2.html"))
    recorder.save(visit_page("/a_2.html", SECOND, "part", 2))
    recorder.save(visit_page("/a.html", "新的开头，重新写过了。", at=3, next_part="/a_2.html"))
    recorder.save(visit_page("/a_2.html", THIRD, "part", 4))
    assert sole("SELECT count(*) FROM versions") == 2
    assert sole("SELECT body FROM versions WHERE id = 2") == "新的开头，重新写过了。\n" + THIRD
