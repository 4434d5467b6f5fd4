from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from archive.errors import CallError
from archive.search.selection.request import SearchRequest
from archive.search.timeline import Timeline, timeline


@pytest.fixture
def db(make_archive: Callable[[Any], sqlite3.Connection], document: Any) -> sqlite3.Connection:
    return make_archive(
        [
            document(title="安全", published_at="2010-06", genre="总结"),
            document(title="安全", published_at="2010-07-01", genre="通知", site="yunling"),
            document(title="党建", published_at="2010", genre="通知"),
            document(title="黨建安全", published_at="2012-01-01T08:00:00", completeness="truncated"),
            document(title="安全"),
        ]
    )


def table(found: Timeline) -> list[tuple[int | None, int, tuple[int, ...]]]:
    return [(row.year, row.articles, row.matches) for row in found.rows]


def test_years_without_a_hole_and_undated_articles_last(db: sqlite3.Connection) -> None:
    found = timeline(db, [SearchRequest(query="安全"), SearchRequest(query="党建")])
    assert found.queries == ("安全", "党建")
    assert table(found) == [(2010, 3, (2, 1)), (2011, 0, (0, 0)), (2012, 1, (1, 1)), (None, 1, (1, 0))]
    assert found.rows[0].shares == (2 / 3, 1 / 3)
    assert found.rows[1].shares == (0.0, 0.0)
    assert found.parts == ()


def test_filters_narrow_the_matches_not_the_articles(db: sqlite3.Connection) -> None:
    request = SearchRequest(query="安全 单位:云岭", filters={"genre": ("通知",)}, year_from=2010)
    assert table(timeline(db, [request]))[0] == (2010, 3, (1,))


def test_split_gives_each_value_its_own_rows(db: sqlite3.Connection) -> None:
    found = timeline(db, [SearchRequest(query="安全")], split="site")
    parts = {part.value: [(row.articles, row.matches) for row in part.rows] for part in found.parts}
    assert parts == {
        "qingshan": [(2, (1,)), (0, (0,)), (1, (1,)), (1, (1,))],
        "yunling": [(1, (1,)), (0, (0,)), (0, (0,)), (0, (0,))],
    }


def test_articles_without_a_value_are_a_part_too(db: sqlite3.Connection) -> None:
    found = timeline(db, [SearchRequest(query="安全")], split="genre")
    assert {part.value for part in found.parts} == {"", "总结", "通知"}
    for number, row in enumerate(found.rows):
        assert sum(part.rows[number].articles for part in found.parts) == row.articles
        assert sum(part.rows[number].matches[0] for part in found.parts) == row.matches[0]


def test_an_empty_archive_has_no_years(make_archive: Callable[[Any], sqlite3.Connection]) -> None:
    assert timeline(make_archive([]), [SearchRequest(query="安全")]).rows == ()


def test_too_many_queries_and_unknown_splits_are_refused(db: sqlite3.Connection) -> None:
    with pytest.raises(CallError, match="at most 5"):
        timeline(db, [SearchRequest()] * 6)
    with pytest.raises(CallError, match="site, genre, completeness"):
        timeline(db, [], split="year")
