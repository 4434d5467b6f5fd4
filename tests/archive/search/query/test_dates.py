"""Articles by their printed dates, of which more or less is printed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from archive.search.query.dates import dated, read_dates
from archive.search.results.search import search
from archive.search.selection.request import SearchRequest

PRINTED = ("2014", "2014-05-31", "2014-06", "2014-06-15", "2014-06-15T08:30", "2014-08-31", "2015-01", None)


@pytest.fixture
def db(make_archive: Callable[[Any], sqlite3.Connection], document: Any) -> sqlite3.Connection:
    return make_archive([document(title="安全月总结", published_at=printed) for printed in PRINTED])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("日期:2014-06", {3, 4, 5}),
        ("日期:2014年6月15日", {4, 5}),
        ("日期:2014-06..2014-08", {3, 4, 5, 6}),
        ("日期:2014-06-15..2014-08", {4, 5, 6}),
        ("日期:..2014-06", {2, 3, 4, 5}),
        ("日期:2014-08..", {6, 7}),
        ("日期:2014", {1, 2, 3, 4, 5, 6}),
        ("日期:2014-05 日期:2015", {2, 7}),
        ("安全 日期:2014-06 年:2014", {3, 4, 5}),
        ("日期:2014-06 年:2015", set()),
        ("日期:不详", {8}),
        ("日期：日期不详", {8}),
        ("年:不詳", {8}),
        ("year:Undated", {8}),
        ("年:2015|不详", {7, 8}),
        ("日期:2014-08-31、不详", {6, 8}),
        ("日期:2014 年:不详", set()),
        ("安全 年:不详 -总结", set()),
        ("日期:2014-08..2014-06", {3, 4, 5, 6}),
    ],
)
def test_what_is_printed_in_a_range(db: sqlite3.Connection, query: str, expected: set[int]) -> None:
    found = search(db, SearchRequest(query=query))
    assert ({hit.article_id for hit in found.hits}, found.total) == (expected, len(expected))


def test_facets_and_years_are_counted_within_the_dates(db: sqlite3.Connection) -> None:
    found = search(db, SearchRequest(query="安全 日期:2014-08..", filters={"year": ("2014",)}))
    assert found.total == 1
    assert dict(found.facets["year"]) == {"2014": 1, "2015": 1}
    assert dict(found.facets["site"]) == {"qingshan": 1}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2014", ("2014", "2014")),
        ("２０１４－６", ("2014-06", "2014-06")),
        ("2014/6/5", ("2014-06-05", "2014-06-05")),
        ("2012-2014", ("2012", "2014")),
        ("2014年6月5日到2014年7月", ("2014-06-05", "2014-07")),
        ("2014年6月－2014年8月", ("2014-06", "2014-08")),
        ("2014-06——2014-08", ("2014-06", "2014-08")),
        ("2012——2014", ("2012", "2014")),
        ("..2014-06", (None, "2014-06")),
        ("2014-06..", ("2014-06", None)),
        ("..", None),
        ("", None),
        ("6月", None),
        ("0000-06", None),
        ("2014-6-31", None),
        ("2014-06..x", None),
        ("2014年6月至8月", ("2014-06", "2014-08")),
        ("2014年6月-8月15日", ("2014-06", "2014-08-15")),
        ("2014年6月1日—15日", ("2014-06-01", "2014-06-15")),
        ("2014年6月至2015年2月", ("2014-06", "2015-02")),
        ("20140615", ("2014-06-15", "2014-06-15")),
        ("二〇一四年六月", ("2014-06", "2014-06")),
        ("20141315", None),
        ("6月至8月", None),
    ],
)
def test_how_a_date_is_read(typed: str, read: object) -> None:
    assert read_dates(typed) == read


def test_no_range_leaves_everything_in() -> None:
    assert dated(()).sql == "true"
