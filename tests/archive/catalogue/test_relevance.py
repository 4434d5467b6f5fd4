"""The labelled pages were invented before the rules; `held_back` was not looked at while they were made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.catalogue import catalogue
from archive.catalogue.relevance import THRESHOLD
from archive.statements import Relevance

PAGES = Path(__file__).parent / "relevance"


def _judged(name: str) -> Iterator[tuple[bool, str, Relevance]]:
    """Whether each page is campaign material, its title, and what the rules say."""
    for page in (PAGES / f"{name}.txt").read_text("utf-8").strip().split("\n\n"):
        label, title, body = page.split("\n", 2)
        yield label[0] == "+", title, catalogue(title, body, {}, "http://mine.example/a").relevance


@pytest.mark.parametrize("name", ["looked_at", "held_back"])
def test_labelled_pages(name: str) -> None:
    judged = list(_judged(name))
    kept = [is_wanted for is_wanted, _, found in judged if found.score >= THRESHOLD]
    wanted = [found.score >= THRESHOLD for is_wanted, _, found in judged if is_wanted]
    wrong = [
        f"{title} {found}" for is_wanted, title, found in judged if is_wanted != (found.score >= THRESHOLD)
    ]
    assert len(judged) == 60
    assert sum(kept) / len(kept) >= 0.95, wrong
    assert sum(wanted) / len(wanted) >= 0.95, wrong


def test_short_reports_from_the_shop_floor_have_words_of_their_own() -> None:
    """Of 60 to 100 characters, the last ten written when the words stood; and other pages of firms."""
    judged = list(_judged("shop_floor"))
    kept = [(is_wanted, title) for is_wanted, title, found in judged if found.score >= THRESHOLD]
    wanted = [found.score >= THRESHOLD for is_wanted, _, found in judged if is_wanted]
    assert len(judged) == 92
    assert [title for is_wanted, title in kept if not is_wanted] == []
    assert sum(wanted) / len(wanted) >= 0.8


def test_the_team_that_a_text_names_is_a_reason_but_not_enough() -> None:
    found = catalogue(
        "综采三区完成支架检修", "昨日，综采三区完成支架检修。", {}, "http://mine.example/a"
    ).relevance
    assert {reason.what: reason.words for reason in found.reasons} == {
        "team_in_title": ("综采三区",),
        "team_in_lead": ("综采三区",),
    }
    assert found.score < THRESHOLD


def test_general_news_speak_the_same_words_and_are_left_out() -> None:
    """Politics, army, schools, sports; and what is campaign material though it names no firm."""
    judged = list(_judged("general_news"))
    wrong = [title for is_wanted, title, found in judged if is_wanted != (found.score >= THRESHOLD)]
    assert len(judged) == 26
    assert len(wrong) / len(judged) <= 0.05, wrong
