"""The essays of a merged text are articles beside it, through changes and a rebuild."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from archive.extract.rules import SiteRules
from archive.search import index
from archive.store.archive import Archive
from archive.store.articles.permalink import key_of
from archive.store.check import check
from archive.store.rebuild import rebuild
from archive.store.recorder import Recorder

RowsOf = Callable[[Archive], dict[str, list[tuple[Any, ...]]]]

ONE = "支部设立党员先锋岗十二个，把公开承诺、领导点评、群众评议贯穿始终。全年解决难题十七项。" * 3
TWO = "销售大厅的党员全部挂牌上岗，公开服务项目、办理时限和监督电话。一位客户留下了一面锦旗。" * 3
MERGED = f"第一篇：机修厂总结\n{ONE}\n第二篇：运销公司总结\n{TWO}"


def essays(archive: Archive) -> list[dict[str, Any]]:
    return list(archive.db.query("SELECT * FROM texts WHERE part_of_id IS NOT NULL ORDER BY id"))


def test_essays_name_the_whole(archive: Archive, recorder: Recorder, visit_page: Any) -> None:
    recorder.save(visit_page("/m.html", MERGED))
    (whole,) = archive.db.query("SELECT * FROM texts WHERE part_of_id IS NULL")
    found = essays(archive)
    assert [row["key"] for row in found] == [f"{key_of(whole['url'])}#1", f"{key_of(whole['url'])}#2"]
    assert [row["title"] for row in found] == ["机修厂总结", "运销公司总结"]
    assert [row["body"] for row in found] == [ONE, TWO]
    assert {row["part_of_id"] for row in found} == {whole["id"]}
    assert ONE in whole["body"] and TWO in whole["body"]
    assert index.check(archive.db.conn) == []


def test_an_essay_that_is_no_more_goes(archive: Archive, recorder: Recorder, visit_page: Any) -> None:
    recorder.save(visit_page("/m.html", MERGED))
    recorder.save(visit_page("/m.html", f"只剩一篇了。{ONE}", at=2))
    assert essays(archive) == []
    assert index.check(archive.db.conn) == []


def test_essays_go_and_come_with_the_whole(archive: Archive, recorder: Recorder, visit_page: Any) -> None:
    recorder.save(visit_page("/m.html", MERGED))
    recorder.save(visit_page("/m.html", "没有了", at=2, status=404))
    assert all(row["gone_at"] for row in essays(archive))
    recorder.save(visit_page("/m.html", MERGED, at=3))
    assert [row["gone_at"] for row in essays(archive)] == [None, None]


def test_rebuild_makes_the_same_essays(
    archive: Archive, rules: SiteRules, visit_page: Any, rows: RowsOf, crawl: Any
) -> None:
    crawl(
        visit_page("/m.html", MERGED),
        visit_page("/a.html", "一篇短文，后来才有。" * 6, at=2),
        visit_page("/m.html", MERGED.replace("锦旗", "奖状"), at=3),
    )
    before = rows(archive)
    rebuild(archive.directory, lambda site: rules)
    after = rows(archive)
    assert after["articles"] == before["articles"]
    assert after["versions"] == before["versions"]
    assert len(essays(archive)) == 2
    assert check(archive.directory).faults == ()
