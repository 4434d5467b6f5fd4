from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from archive.search.concordance import fragments
from archive.search.concordance.collocates import collocates, without_fragments
from archive.search.concordance.matched_texts import search_of
from archive.search.selection.request import SearchRequest

MakeArchive = Callable[[Any], sqlite3.Connection]


@pytest.fixture
def wholes(make_archive: MakeArchive, document: Any) -> Callable[[Sequence[str]], dict[str, str]]:
    """Each pair that is no word beside 瓦斯 in such texts, with the string that it stands in."""

    def find(bodies: Sequence[str]) -> dict[str, str]:
        db = make_archive([document(title="", body=body) for body in bodies])
        found = collocates(db, search_of(db, SearchRequest(query="瓦斯")))
        left_out = {each.word for each in found} - {each.word for each in without_fragments(found)}
        within = {each.word: each.within for each in found if each.within}
        assert within.keys() <= left_out
        return within

    return find


STRINGS = ["瓦斯活动总结", "瓦斯：活动总结。", "活动很多", "总结很长"]


def test_the_middle_of_a_string_is_no_word(wholes: Any) -> None:
    assert wholes(STRINGS) == {"动总": "活动总结"}


@pytest.mark.parametrize(
    "bodies",
    [
        [*STRINGS, "瓦斯运动总评"],
        ["瓦斯活动总结", "活动很多", "总结很长"],
        ["瓦斯：活动总结。", "瓦斯：活动总结。"],
        ["瓦斯：活动总结。", "瓦斯：活动总结。", "动总", "动总"],
        ["瓦斯，动总结", "瓦斯，动总结", "活动很多", "总结很长"],
        ["瓦活动斯", "活动总结"],
    ],
    ids=["other neighbours", "once", "nowhere else", "a word elsewhere", "a sign beside it", "not beside"],
)
def test_what_may_be_a_word_stays(wholes: Any, bodies: Sequence[str]) -> None:
    assert wholes(bodies) == {}


def test_what_goes_on_in_the_match_may_be_a_word(wholes: Any) -> None:
    assert wholes(["活动瓦斯总结", "活动瓦斯总结", "斯总", "总结很长", "总结很多"]) == {}


def test_of_many_matches_some_are_looked_at(wholes: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fragments, "SAMPLE", 4)
    assert wholes([*STRINGS[2:], *["瓦斯活动总结"] * 40]) == {"动总": "活动总结"}
