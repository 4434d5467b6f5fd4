"""What a site took away: when, how it said so, which capture shows it, and whether it came back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.rebuild import rebuild
from archive.store.removal import remove
from archive.store.visit import Visit

TEXT = (
    "近日，青山煤矿举行安全生产月启动仪式。矿领导和职工代表参加，会后开展了签名活动。\n"
    "矿长在仪式上讲话，要求各区队把隐患排查做细做实，不走过场。\n"
    "全矿职工在横幅上签名，承诺不违章指挥、不违章作业。\n"
)
NO_PAGE = "您访问的页面不存在或已被删除。"
ALL = """
SELECT how, seen_before, takedowns.gone_at, back_at, shown.captured_at, back.captured_at FROM takedowns
JOIN captures AS shown ON shown.id = capture_id LEFT JOIN captures AS back ON back.id = back_capture_id
ORDER BY takedowns.id
"""


def _moment(second: int) -> str:
    return f"2026-11-21T01:00:{second:02}Z"


def _gone(visit_page: Any, how: str, at: int) -> Visit:
    if how == "status":
        visit: Visit = visit_page("/a.html", "没有了", at=at, status=404)
        return visit
    if how == "notice":
        notice: Visit = visit_page("/a.html", NO_PAGE, at=at, title="页面不存在")
        return notice
    home: Visit = visit_page("/", "欢迎访问青山煤矿网站。" * 9, at=at, title="青山煤矿")
    return replace(home, url="http://mine.test/a.html", reason="is sent to the home page")


@pytest.fixture
def gone(archive: Archive, visit_page: Any, crawl: Any) -> Callable[[str], Archive]:
    def take_away(how: str) -> Archive:
        seen = [visit_page("/a.html", TEXT, at=at) for at in (1, 2)]
        crawl(*seen, *(_gone(visit_page, how, at) for at in (3, 4)))
        return archive

    return take_away


@pytest.mark.parametrize("how", ["status", "notice", "home"])
def test_each_way_to_take_a_text_away_is_told_and_comes_out_the_same_after_a_rebuild(
    gone: Callable[[str], Archive], how: str, data: Path, rules: SiteRules
) -> None:
    archive = gone(how)
    taken = [(how, _moment(2), _moment(3), None, _moment(3), None)]
    assert archive.db.execute(ALL).fetchall() == taken
    assert not check(data).faults
    rebuild(data, lambda site: rules)
    assert archive.db.execute(ALL).fetchall() == taken
    assert archive.db.execute("SELECT gone_at, body FROM texts").fetchall() == [(_moment(3), TEXT.strip())]
    assert not check(data).faults


def test_what_comes_back_and_goes_again_is_told_twice(
    gone: Callable[[str], Archive], visit_page: Any, crawl: Any
) -> None:
    archive = gone("status")
    crawl(visit_page("/a.html", TEXT, at=5), _gone(visit_page, "home", 6))
    assert archive.db.execute(ALL).fetchall() == [
        ("status", _moment(2), _moment(3), _moment(5), _moment(3), _moment(5)),
        ("home", _moment(5), _moment(6), None, _moment(6), None),
    ]


def test_a_contradiction_is_found(gone: Callable[[str], Archive], data: Path) -> None:
    gone("status").db.execute("UPDATE articles SET gone_at = NULL")
    assert any("in two ways" in fault.what for fault in check(data).faults)


def test_a_text_that_is_removed_leaves_no_trace(gone: Callable[[str], Archive], data: Path) -> None:
    archive = gone("status")
    (key,) = archive.db.execute("SELECT key FROM articles").fetchone()
    remove(archive, key, "asked for")
    assert archive.db.execute(ALL).fetchall() == [] and not check(data).faults
