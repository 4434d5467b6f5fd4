from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from archive.fold import fold
from archive.search.concordance.collocates import Collocate, collocates, without_fragments
from archive.search.concordance.lines import Line, concordance, places_of, read_lines
from archive.search.concordance.matched_texts import search_of
from archive.search.concordance.places import Sort
from archive.search.selection.request import SearchRequest

MakeArchive = Callable[[Any], sqlite3.Connection]


@pytest.fixture
def db(make_archive: MakeArchive, document: Any) -> sqlite3.Connection:
    return make_archive(
        [
            document(title="安全总结", body="抓好安全生产。\n强化安全管理", published_at="2012"),
            document(title="通知", body="保證安全培訓", script="Traditional", published_at="2010"),
            document(title="名单", body="见附件", attachments=("安全员",), site="yunling"),
            document(title="无关", body="生产"),
        ]
    )


def lines(db: sqlite3.Connection, query: str, sort: Sort = "date") -> list[str]:
    places = places_of(db, search_of(db, SearchRequest(query=query)), sort)
    found = read_lines(db, places.between(0, len(places)), width=4)
    return [f"{line.left}[{line.match}]{line.right}" for line in found]


def test_every_match_is_a_line_by_date(db: sqlite3.Connection) -> None:
    expected = ["保證[安全]培訓", "[安全]总结", "抓好[安全]生产。 ", "。 强化[安全]管理", "[安全]员"]
    assert lines(db, "安全") == expected


def test_sorted_by_context_in_the_order_of_pinyin(db: sqlite3.Connection) -> None:
    assert [line.partition("]")[2][:2] for line in lines(db, "安全", "right")] == [
        "管理",
        "培訓",
        "生产",
        "员",
        "总结",
    ]
    assert [line.partition("[")[0][-1:] for line in lines(db, "安全", "left")] == ["好", "化", "證", "", ""]


def test_the_pages_together_hold_each_line_once(db: sqlite3.Connection) -> None:
    request = SearchRequest(query="安全", limit=1, offset=7)
    pages = [
        concordance(db, search_of(db, request), sort="left", limit=2, offset=offset)
        for offset in (0, 2, 4, 6)
    ]
    whole = concordance(db, search_of(db, request), sort="left")
    assert {page.total for page in pages} == {whole.total} == {5}
    assert tuple(line for page in pages for line in page.lines) == whole.lines


def test_a_line_names_its_article(db: sqlite3.Connection) -> None:
    (line,) = concordance(db, search_of(db, SearchRequest(query="安全员"))).lines
    assert line == Line(
        article_key="key3",
        title="名单",
        date=None,
        site="yunling",
        script="Simplified",
        field="attachments",
        start=0,
        left="",
        match="安全员",
        right="",
        number=0,
    )


def test_a_line_says_where_its_match_stands(db: sqlite3.Connection) -> None:
    found = concordance(db, search_of(db, SearchRequest(query="安全")))
    assert [(line.field, line.start) for line in found.lines] == [
        ("body", 2),
        ("title", 0),
        ("body", 2),
        ("body", 10),
        ("attachments", 0),
    ]
    assert (found.total, found.articles) == (5, 3)


@pytest.mark.parametrize("sort", ["left", "right", "date"])
def test_how_many_matches_stand_before_one_in_its_text(
    make_archive: MakeArchive, document: Any, sort: Sort
) -> None:
    db = make_archive([document(title="安全", body=body) for body in ("安全甲安全乙安全丙", "安全丁安全戊")])
    found = concordance(db, search_of(db, SearchRequest(query="安全")), sort=sort)
    behind = {line.right[:1] for line in found.lines if found.places.is_behind(1, line.number)}
    assert behind == {"乙", "丙", "戊"}
    assert [line.right[:1] for line in found.lines if found.places.is_behind(2, line.number)] == ["丙"]
    assert not any(found.places.is_behind(3, line.number) for line in found.lines)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("标题:安全", ["[安全]总结"]),
        ("安全 网站:yunling", ["[安全]员"]),
        ("强化 NEAR/0 安全", ["生产。 [强化]安全管理", "。 强化[安全]管理"]),
        ("安?管理", ["。 强化[安全管理]"]),
        ("-安全", []),
        ("", []),
        ("年:2010", []),
    ],
)
def test_what_a_query_shows(db: sqlite3.Connection, query: str, expected: list[str]) -> None:
    assert lines(db, query) == expected


def test_all_matches_of_a_corpus(make_archive: MakeArchive, corpus: Sequence[Any]) -> None:
    db = make_archive(corpus)
    for query in ("安全生产", "黨", "责任制"):
        total = sum(
            fold(text).count(fold(query)) for document in corpus for text in (document.title, document.body)
        )
        assert concordance(db, search_of(db, SearchRequest(query=query))).total == total


def test_collocates_are_counted_on_both_sides(db: sqlite3.Connection) -> None:
    found = {each.word: each for each in collocates(db, search_of(db, SearchRequest(query="安全")), span=2)}
    assert (found["生产"].side_left, found["生产"].side_right, found["生产"].count) == (0, 1, 1)
    assert (found["强化"].side_left, found["强化"].side_right) == (1, 0)
    assert found["培训"].count == 1
    assert "安全" not in found


def test_what_stands_only_beside_the_match_comes_first(make_archive: MakeArchive, document: Any) -> None:
    bodies = ["安全第一的活动的工作的", "安全第一的会议的", "工作的活动的会议的" * 5, "GDPs 安全 GDP的"]
    db = make_archive([document(title="", body=body) for body in bodies])
    found = collocates(db, search_of(db, SearchRequest(query="安全")), span=4)
    assert found[0].word in {"第一", "第", "一"}
    assert found[0].count == 2
    weights = {each.word: each.log_likelihood for each in found}
    assert weights["第一"] > weights["的"]
    assert weights["gdp"] > 0
    assert "dps" not in weights


def test_nothing_found_has_no_collocates(db: sqlite3.Connection) -> None:
    assert collocates(db, search_of(db, SearchRequest(query="龘"))) == ()


def test_a_character_that_mostly_stands_in_one_pair_is_a_fragment_of_it() -> None:
    counts = {"任务": 9, "任": 10, "务": 11, "活动": 6, "动力": 5, "动": 11, "hs": 7, "h": 7, "爱": 1}
    found = [
        Collocate(word=word, side_left=count, side_right=0, count=count, log_likelihood=1.0)
        for word, count in counts.items()
    ]
    kept = ["任务", "务", "活动", "动力", "动", "hs", "h", "爱"]
    assert [each.word for each in without_fragments(found)] == kept
