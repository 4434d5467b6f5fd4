from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from archive.search import index
from archive.search.concordance import survey as surveying
from archive.search.concordance.collocates import collocates
from archive.search.concordance.lines import concordance
from archive.search.concordance.matched_texts import search_of
from archive.search.last_answers import LastAnswers
from archive.search.selection.request import SearchRequest

MakeArchive = Callable[[Any], sqlite3.Connection]


def test_an_answer_is_asked_for_once_and_the_one_unused_for_longest_goes() -> None:
    asked: list[str] = []
    answers = LastAnswers[str](limit=6)

    def answer(question: str) -> str:
        asked.append(question)
        return question * 3

    def get(question: str) -> str:
        return answers.get(question, lambda: answer(question))

    for question in ("a", "b", "a", "c", "a", "b"):
        assert get(question) == question * 3
    assert asked == ["a", "b", "c", "b"]


def test_an_answer_too_large_to_keep_is_given_all_the_same() -> None:
    answers = LastAnswers[str](limit=2)
    assert answers.get("a", lambda: "long") == "long"
    assert answers.get("a", lambda: "other") == "other"


def test_a_write_to_the_archive_is_seen_at_once(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="安全", body="安全生产"), document(title="无关", body="生产")])
    request = SearchRequest(query="安全")
    assert concordance(db, search_of(db, request)).total == 2
    assert "第" not in {each.word for each in collocates(db, search_of(db, request))}
    index.remove(db, 2)
    db.execute("UPDATE article_text SET body = '安全第一' WHERE article_id = 2")
    index.add(db, 2)
    assert concordance(db, search_of(db, request)).total == 3
    assert "第" in {each.word for each in collocates(db, search_of(db, request))}


def test_filters_are_part_of_the_question(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="安全", site="qingshan"), document(title="安全安全", site="yunling")])
    totals = [
        concordance(db, search_of(db, SearchRequest(query="安全", filters=filters))).total
        for filters in ({}, {"site": ("yunling",)}, {"site": ("qingshan",)})
    ]
    assert totals == [3, 2, 1]


def test_too_many_lines_stand_by_date_and_say_so(
    make_archive: MakeArchive, document: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surveying, "MOST_WITH_CONTEXTS", 1)
    db = make_archive([document(title="题", body="工作安全，班组安全", published_at="2011")])
    found = concordance(db, search_of(db, SearchRequest(query="安全")), sort="left")
    assert (found.total, found.sort) == (2, "date")
    assert [line.left for line in found.lines] == ["工作", "工作安全，班组"]
    assert collocates(db, search_of(db, SearchRequest(query="安全"))) == ()
