"""The lines that a site repeats are learned when its run ends; a rebuild comes to the same texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.addresses import split_address
from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.check import Check, check
from archive.store.derivation.host_lines import host_of
from archive.store.rebuild import rebuild
from archive.store.visit import RunReport, SiteRow
from tests.archive.store.damage import flip

TEXT = "青山煤矿第{}采煤队召开安全生产月总结会。会上表彰了三个班组。"
BAR = "严格不起来 落实不下去"

HOSTS = {
    "http://Qingshan.test:80/a/b//c.html?x=http://other.test/": "qingshan.test:80",
    "https://qingshan.test?page=1/2": "qingshan.test",
    "http://qingshan.test#/a": "qingshan.test",
    "//qingshan.test/a": "qingshan.test",
    "http://[x/a": "",
    "http:///a/b": "",
    "a//b/c": "",
    "urn:sha256:00ff": "",
}

DERIVED = (
    "SELECT url, title, body, raw_text, body_chars, host_lines, views, views_seen_on, "
    "first_seen, last_seen, gone_at FROM articles JOIN article_text ON article_id = articles.id ORDER BY url",
    "SELECT url, rule, rule_version, start, end, removed, put FROM edits "
    "JOIN articles ON articles.id = article_id ORDER BY url, start",
    "SELECT url, position, kind, start, end FROM blocks JOIN articles ON articles.id = article_id "
    "ORDER BY url, position",
    "SELECT url, versions.title, versions.body, uncut_body, edge_lines, content_digest, "
    "seen_from, seen_to, capture_id FROM versions "
    "JOIN articles ON articles.id = article_id ORDER BY url, seen_from",
    "SELECT site, host, version, line, pages FROM host_lines ORDER BY site, host, line",
)

Show = Callable[..., RunReport]


@pytest.fixture
def show(crawl: Callable[..., RunReport], visit_page: Any) -> Show:
    """One run over pages whose text and last line are given."""

    def show(pages: dict[str, tuple[str, str]], at: int = 1, **where: Any) -> RunReport:
        return crawl(
            *(
                visit_page(path, f"{text}\n{below}", at=second, title=f"简讯{path[1:]}")
                for second, (path, (text, below)) in enumerate(pages.items(), start=at)
            ),
            **where,
        )

    return show


def _four(draft: str = "", bar: str = BAR) -> dict[str, tuple[str, str]]:
    return {f"/{n}": (TEXT.format(n) + draft, bar) for n in "一二三四"}


def _derived(archive: Archive) -> list[list[tuple[Any, ...]]]:
    return [archive.db.execute(query).fetchall() for query in DERIVED]


def _bodies(archive: Archive) -> list[str]:
    return [body for (body,) in archive.db.execute("SELECT body FROM article_text ORDER BY article_id")]


def test_pages_of_the_run_that_learns_are_cleaned_too(archive: Archive, show: Show, data: Path) -> None:
    show(_four())
    assert _bodies(archive) == [TEXT.format(n) for n in "一二三四"]
    found = archive.db.execute("SELECT host, line, pages, version FROM host_lines").fetchall()
    assert [row[:3] for row in found] == [("mine.test", "严格不起来落实不下去", 4)]
    assert archive.db.execute("SELECT DISTINCT host_lines FROM articles").fetchall() == [(found[0][3],)]
    assert archive.db.execute("SELECT count(*) FROM edits WHERE rule = 'host_lines'").fetchone() == (4,)
    assert check(data) == Check()


def test_later_pages_are_cleaned_with_what_is_known(archive: Archive, show: Show) -> None:
    show(_four())
    show({"/五": (TEXT.format("五"), BAR)}, at=20)
    assert _bodies(archive)[-1] == TEXT.format("五")


def test_a_line_that_only_two_pages_show_stays(archive: Archive, show: Show) -> None:
    show({"/一": (TEXT.format("一"), BAR), "/二": (TEXT.format("二"), BAR)})
    assert all(body.endswith(BAR) for body in _bodies(archive))
    assert archive.db.execute("SELECT DISTINCT host_lines FROM articles").fetchall() == [(None,)]


def test_a_line_that_became_rare_comes_back(archive: Archive, show: Show) -> None:
    show(_four())
    show({f"/{n}": (TEXT.format(n), f"{n}队的另一行") for n in "五六七八九甲乙丙丁戊"}, at=20)
    assert all(body.endswith(BAR) for body in _bodies(archive)[:4])
    assert archive.db.execute("SELECT count(*) FROM versions").fetchone() == (14,)
    assert archive.db.execute("SELECT count(*) FROM host_lines").fetchone() == (0,)


def test_imported_files_teach_nothing(archive: Archive, show: Show) -> None:
    show(_four(), site=SiteRow(name="mine", title="文件", kind="imported"))
    assert all(body.endswith(BAR) for body in _bodies(archive))


def test_a_new_bar_makes_no_version(archive: Archive, show: Show) -> None:
    show(_four())
    show(_four(bar="青山常在 平安永远"), at=20)
    assert archive.db.execute("SELECT count(*) FROM versions").fetchone() == (4,)
    assert _bodies(archive) == [TEXT.format(n) for n in "一二三四"]


@pytest.mark.parametrize("second", [_four(draft="又讯。"), _four(bar="青山常在 平安永远"), {}])
def test_a_rebuild_comes_to_the_same_texts(
    archive: Archive, show: Show, data: Path, rules: SiteRules, second: dict[str, tuple[str, str]]
) -> None:
    show(_four())
    show({"/五": (TEXT.format("五"), "今日第 3 人次来访"), "/六": (TEXT.format("六"), BAR)}, at=10)
    show(second, at=20)
    show(_four(), at=30)
    before = _derived(archive)
    for _ in range(2):
        rebuild(data, lambda site: rules, workers=1)
        assert _derived(archive) == before
    assert check(data) == Check()


def test_pages_taken_away_stay_so(archive: Archive, show: Show, crawl: Any, visit_page: Any) -> None:
    show(dict(list(_four().items())[:2]))
    crawl(visit_page("/一", "", at=20, status=404))
    show(dict(list(_four().items())[2:]), at=30)
    assert _bodies(archive)[0] == TEXT.format("一")
    gone = archive.db.execute("SELECT gone_at FROM articles WHERE title = '简讯一'").fetchone()
    assert gone == ("2026-11-21T01:00:20Z",)


def test_a_page_whose_record_is_damaged_is_told(archive: Archive, show: Show) -> None:
    show(dict(list(_four().items())[:2]))
    name, offset = archive.db.execute("SELECT warc_file, warc_offset FROM captures").fetchone()
    flip(archive.warc_directory / name, offset + 200)
    (warning,) = show(dict(list(_four().items())[2:]), at=20).warnings
    assert "was not cleaned with the lines its host repeats" in warning
    assert [body.endswith(BAR) for body in _bodies(archive)] == [True, False, False, False]


@pytest.mark.parametrize(("url", "host"), HOSTS.items())
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert host_of(url) == host == split_address(url).netloc.lower()
