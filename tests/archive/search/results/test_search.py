from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from archive.search import index
from archive.search.results import search as searching
from archive.search.results.search import SearchResults, search
from archive.search.selection.request import SearchRequest, Sort


@pytest.fixture
def db(make_archive: Callable[[Any], sqlite3.Connection], document: Any) -> sqlite3.Connection:
    return make_archive(
        [
            document(title="安全月总结", body="安全生产", published_at="2010-06", genre="总结"),
            document(
                title="通知", body="安全" * 9, published_at="2011-06-01", genre="通知", source="安全日报"
            ),
            document(
                title="黨建通報", body="生產安全", script="Traditional", published_at="2012", site="yunling"
            ),
            document(title="名单", body="见附件", attachments=("安全员",), completeness="truncated"),
            document(title="", body="党", published_at="2012-01-01T08:00:00"),
        ]
    )


def ids(found: SearchResults) -> list[int]:
    return [hit.article_id for hit in found.hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("安全", {1, 2, 3, 4}),
        ("黨", {3, 5}),
        ("标题:党", {3}),
        ("安全 网站:qingshan", {1, 2, 4}),
        ("安全 网站:青山", {1, 2, 4}),
        ("网站:云岭集团", {3}),
        ("网站:没有", set()),
        ("单位:煤礦", {1, 2, 4, 5}),
        ("安全 单位:日報", {2}),
        ("安全 单位:日报 单位:云岭", {2, 3}),
        ("单位:没有", set()),
        ("安全 年:2011..2012", {2, 3}),
        ("年:2010 年:2012", {1, 3, 5}),
        ("安全 文種:總結", {1}),
        ("完整:不全", {4}),
        ("文字:繁体", {3}),
        ("-安全", {5}),
        ("…！", set()),
        ("", {1, 2, 3, 4, 5}),
    ],
)
def test_what_a_query_finds(db: sqlite3.Connection, query: str, expected: set[int]) -> None:
    found = search(db, SearchRequest(query=query))
    assert (set(ids(found)), found.total) == (expected, len(expected))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("relevance", [1, 2, 3, 4]), ("newest", [3, 2, 1, 4]), ("oldest", [1, 2, 3, 4])],
)
def test_hits_stand_in_the_order_asked_for(db: sqlite3.Connection, sort: Sort, expected: list[int]) -> None:
    found = search(db, SearchRequest(query="安全", sort=sort))
    assert ids(found) == expected


def test_the_pages_together_hold_each_hit_once(db: sqlite3.Connection) -> None:
    pages = [search(db, SearchRequest(query="安全", limit=1, offset=offset)) for offset in range(5)]
    assert [ids(page) for page in pages] == [[1], [2], [3], [4], []]
    assert {page.total for page in pages} == {4}


def test_too_many_matches_are_ordered_by_title_then_date(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FREQUENT", 3)
    pages = [search(db, SearchRequest(query="安全", limit=2, offset=offset)) for offset in (0, 1, 2, 3)]
    assert [ids(page) for page in pages] == [[1, 3], [3, 2], [2, 4], [4]]
    assert pages[0].query.notes == ("title_first",)


def test_counts_of_a_facet_ignore_its_own_filter(db: sqlite3.Connection) -> None:
    request = SearchRequest(query="安全", filters={"site": ("yunling",)}, year_from=2011, year_to=2012)
    found = search(db, request)
    assert found.total == 1
    assert dict(found.facets["site"]) == {"qingshan": 1, "yunling": 1}
    assert dict(found.facets["year"]) == {"2012": 1}
    assert dict(found.facets["script"]) == {"Traditional": 1}
    assert found.facets["genre"] == ()


def test_filters_of_request_and_query_narrow_each_other(db: sqlite3.Connection) -> None:
    request = SearchRequest(query="安全 年:2010..2011", filters={"year": ("2011", "2012")})
    assert ids(search(db, request)) == [2]


def test_a_hit_says_what_a_list_shows(db: sqlite3.Connection) -> None:
    (hit,) = search(db, SearchRequest(query="黨建")).hits
    assert (hit.key, hit.title, hit.site, hit.published_at) == ("key3", "黨建通報", "yunling", "2012")
    assert (hit.flags, hit.body_chars, hit.genre) == ("masked short", 4, None)
    assert hit.title_parts == (("黨建", True), ("通報", False))
    assert hit.snippet.parts == (("生產安全", False),)


def test_an_article_found_by_its_attachment_shows_it(db: sqlite3.Connection) -> None:
    (hit,) = search(db, SearchRequest(query="安全员")).hits
    assert hit.snippet.parts == (("安全员", True),)


def test_connections_with_other_row_factories_are_served(db: sqlite3.Connection) -> None:
    db.row_factory = lambda cursor, row: {
        column[0]: value for column, value in zip(cursor.description, row, strict=True)
    }
    assert search(db, SearchRequest(query="安全")).total == 4
    assert index.check(db) == []


def test_what_has_no_date_is_a_value_of_the_year(
    make_archive: Callable[[Any], sqlite3.Connection], document: Any
) -> None:
    dates = ("2010-06", "2010", None, None, "2012-01-05")
    db = make_archive([document(title="安全月总结", published_at=date) for date in dates])
    found = search(db, SearchRequest(query="安全", year_from=2010, year_to=2010))
    assert ids(found) == [1, 2]
    assert dict(found.facets["year"]) == {"2010": 2, "undated": 2, "2012": 1}
    assert ids(search(db, SearchRequest(query="安全", filters={"year": ("undated",)}))) == [3, 4]
    assert ids(search(db, SearchRequest(query="安全", filters={"year": ("undated", "2012")}))) == [3, 4, 5]
    assert ids(search(db, SearchRequest(query="年:..2011"))) == [1, 2]
