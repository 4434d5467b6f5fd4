from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from archive.search.concordance.frequencies import Frequency, frequencies
from archive.search.concordance.lines import concordance
from archive.search.concordance.matched_texts import search_of
from archive.search.selection.request import SearchRequest

MakeArchive = Callable[[Any], sqlite3.Connection]


def by_year(db: sqlite3.Connection, query: str, **filters: tuple[str, ...]) -> tuple[Frequency, ...]:
    request = SearchRequest(query=query, filters=filters)
    return frequencies(db, search_of(db, request), request)


@pytest.fixture
def db(make_archive: MakeArchive, document: Any) -> sqlite3.Connection:
    return make_archive(
        [
            document(title="安全", body="抓安全，安全第一", published_at="2012-05", site="qingshan"),
            document(title="通知", body="生产", published_at="2012-06", site="yunling"),
            document(title="通知", body="保證安全", published_at="2010", site="yunling"),
            document(title="名单", body="见附件", attachments=("安全员",), published_at=None, site="yunling"),
        ]
    )


def test_every_year_with_a_text_has_a_row_and_the_undated_are_last(db: sqlite3.Connection) -> None:
    assert by_year(db, "安全") == (
        Frequency(year="2010", matches=1, articles=1, characters=4),
        Frequency(year="2012", matches=3, articles=1, characters=10),
        Frequency(year="undated", matches=1, articles=1, characters=3),
    )
    assert [round(row.relative or 0) for row in by_year(db, "安全")] == [2500, 3000, 3333]


def test_filters_narrow_matches_and_characters(db: sqlite3.Connection) -> None:
    narrowed = (
        Frequency(year="2010", matches=1, articles=1, characters=4),
        Frequency(year="2012", matches=0, articles=0, characters=2),
        Frequency(year="undated", matches=1, articles=1, characters=3),
    )
    assert by_year(db, "安全", site=("yunling",)) == by_year(db, "安全 网站:yunling") == narrowed
    assert by_year(db, "安全 年:2010") == narrowed[:1]


def test_a_year_in_which_the_words_stand_nowhere_is_measured_too(db: sqlite3.Connection) -> None:
    (year,) = (row for row in by_year(db, "安全") if row.year == "2012")
    nowhere = Frequency(year="2012", matches=0, articles=0, characters=year.characters)
    assert by_year(db, "保證 年:2009..2013")[1:] == (nowhere,)
    assert by_year(db, "保*證 年:2009..2013")[1:] == (nowhere,)


def test_where_there_is_no_body_nothing_is_measured(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="名单", body="", attachments=("安全员",), published_at="2011")])
    (row,) = by_year(db, "安全")
    assert (row.matches, row.characters, row.relative) == (1, 0, None)


def test_no_match_is_lost_with_the_year_of_a_copy(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive(
        [
            document(title="报", body="抓生产", published_at="2010"),
            document(title="报", body="抓安全生产", published_at="2015"),
        ]
    )
    db.execute("INSERT INTO copies VALUES (1, 1, 'key1', 'original', NULL, NULL, 1, 1, '', 1)")
    db.execute("INSERT INTO copies VALUES (2, 2, 'key1', 'copy', 1, NULL, 1, 1, 'path', 1)")
    request = SearchRequest(query="安全", collapse="copies")
    rows = frequencies(db, search_of(db, request), request)
    assert {row.year: (row.matches, row.characters) for row in rows} == {"2010": (0, 3), "2015": (1, 0)}


def test_without_words_there_is_nothing_to_count(db: sqlite3.Connection) -> None:
    assert {row.matches for row in by_year(db, "-安全")} == {0}
    assert {row.relative for row in by_year(db, "，")} == {0.0}


@pytest.mark.parametrize("query", ["安全生产", "黨", "责任制 OR 党支部", "创?争优"])
def test_the_years_together_are_the_concordance(
    make_archive: MakeArchive, corpus: Sequence[Any], query: str
) -> None:
    db = make_archive(corpus)
    whole = concordance(db, search_of(db, SearchRequest(query=query)))
    rows = by_year(db, query)
    assert whole.total == sum(row.matches for row in rows) > 0
    assert whole.articles == sum(row.articles for row in rows)
    assert sum(row.characters for row in rows) == sum(len(document.body) for document in corpus)
