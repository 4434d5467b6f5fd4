"""Filters and counts by campaign and by issuing organisation."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from archive.search.results.search import SearchResults, search
from archive.search.selection.request import SearchRequest

STATED: Mapping[int, tuple[tuple[str, ...], str, str]] = {
    1: (("安康杯", "安全生产月"), "石板桥煤矿", "横岭集团"),
    2: (("安康杯",), "横岭集团", "横岭集团"),
    3: (("安全生产月",), "石板桥煤矿", "云岭集团"),
}


@pytest.fixture
def stated(make_archive: Callable[[Any], sqlite3.Connection], document: Any) -> sqlite3.Connection:
    """Three articles with campaigns, issuer and group; the fourth has neither."""
    years = ("2010", "2011", "2011", "2012")
    conn = make_archive([document(title=f"总结{year}", body="竞赛", published_at=year) for year in years])
    evidence = "mentions, field, start, end, words, confidence) VALUES (?, ?, ?, 1, 'title', 0, 1, '总', 1)"
    for article, (campaigns, issuer, group) in STATED.items():
        for name in campaigns:
            conn.execute(
                "INSERT OR IGNORE INTO campaigns (name, kind, aliases) VALUES (?, 'own', '旧名')", [name]
            )
            row = (article, _id(conn, "campaigns", name), "mentioned")
            conn.execute(f"INSERT INTO article_campaigns (article_id, campaign_id, role, {evidence}", row)
        conn.execute("INSERT OR IGNORE INTO organisations (name) VALUES (?)", [issuer])
        row = (article, _id(conn, "organisations", issuer), "issuer")
        conn.execute(f"INSERT INTO article_organisations (article_id, organisation_id, role, {evidence}", row)
        conn.execute("UPDATE article_organisations SET group_name = ? WHERE article_id = ?", [group, article])
    return conn


def _id(conn: sqlite3.Connection, table: str, name: str) -> int:
    return int(conn.execute(f"SELECT id FROM {table} WHERE name = ?", [name]).fetchone()[0])


def _found(results: SearchResults) -> set[int]:
    return {hit.article_id for hit in results.hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("活动:安康杯", {1, 2}),
        ("campaign:安康杯 单位:石板桥", {1}),
        ("活动:安康杯 活动:生产月", {1, 2, 3}),
        ("活动:旧名 年:2011", {2, 3}),
        ("单位:横岭", {1, 2}),
        ("单位:石板桥 竞赛", {1, 3}),
        ("活动:没有", set()),
    ],
)
def test_a_typed_part_of_a_name(stated: sqlite3.Connection, query: str, expected: set[int]) -> None:
    assert _found(search(stated, SearchRequest(query=query))) == expected


@pytest.mark.parametrize(
    "query", ['活动:"知责明责、守责尽责"', '活动:"知责明责，守责"', "活动:知责明责守责", '活动:"明责 守责"']
)
def test_the_marks_between_the_parts_of_a_name_are_free(stated: sqlite3.Connection, query: str) -> None:
    stated.execute("UPDATE campaigns SET name = '知责明责、守责尽责' WHERE name = '安康杯'")
    assert _found(search(stated, SearchRequest(query=query))) == {1, 2}


@pytest.mark.parametrize("query", ["", "竞赛", "年:2010..2011"])
def test_counts_ignore_their_own_filter(stated: sqlite3.Connection, query: str) -> None:
    for filters in ({}, {"campaign": ("安康杯",)}):
        facets = search(stated, SearchRequest(query=query, filters=filters)).facets
        assert dict(facets["campaign"]) == {"安康杯": 2, "安全生产月": 2}
        issued = {"石板桥煤矿": 1, "横岭集团": 1} if filters else {"石板桥煤矿": 2, "横岭集团": 1}
        assert dict(facets["organisation"]) == issued


def test_a_facet_asks_for_the_whole_name(stated: sqlite3.Connection) -> None:
    assert _found(search(stated, SearchRequest(filters={"campaign": ("安康",)}))) == set()
    chosen = {"campaign": ("安康杯",), "organisation": ("横岭集团",)}
    assert _found(search(stated, SearchRequest(filters=chosen))) == {2}
