"""A site goes over to https, or to `www.`: its texts stay what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store import sites, spellings
from archive.store.archive import DATABASE, Archive
from archive.store.articles.permalink import key_of
from archive.store.capture_reading import Reading
from archive.store.check import check
from archive.store.derivation import derivation, place
from archive.store.frontier import Frontier
from archive.store.rebuild import rebuild, side_by_side
from archive.store.removal import remove, require_not_removed
from archive.store.reports.last_texts import Read, last_texts
from archive.store.reports.page_outcomes import page_outcomes
from archive.store.visit import FrontierLink, RunReport, Visit
from tests.archive.store.contents import contents

OLD, NEW = "http://mine.test/a.html", "https://www.mine.test/a.html"
FIRST, SECOND = "第一稿，各区队照此执行。" * 9, "第二稿，各区队照此执行。" * 9
MERGED = f"第一篇：机修厂总结\n{FIRST * 3}\n第二篇：运销公司总结\n{SECOND * 3}"

Answered = Callable[..., Visit]
Crawl = Callable[..., RunReport]
Lasting = Callable[[], None]

HELD = (
    "SELECT key, url, site, title, body, first_seen, last_seen, gone_at FROM texts ORDER BY key",
    "SELECT key, versions.body, seen_from, seen_to FROM versions "
    "JOIN articles ON articles.id = article_id ORDER BY key, seen_from",
    "SELECT url, requested_url, captured_at FROM captures ORDER BY captured_at",
    "SELECT url, kind, state FROM frontier ORDER BY url",
)


def held(data: Path) -> list[Any]:
    return contents(data, HELD)


class ReaderHere:
    """Reads in the process of the test: one of its own, as a rebuild starts it, takes a second."""

    def ask(self, read: Callable[[], Reading]) -> Reading:
        return read()

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "GuardedReader", ReaderHere)


@pytest.fixture
def require_lasting(data: Path, rules: SiteRules) -> Lasting:
    """Ask for the same texts after a rebuild of database and files, then of the files alone."""

    def require_lasting() -> None:
        before = held(data)
        rebuild(data, lambda _: rules, workers=1)
        assert held(data) == before
        (data / DATABASE).unlink()
        rebuild(data, lambda _: rules, workers=1)
        assert held(data) == before
        assert check(data).faults == ()

    return require_lasting


@contextmanager
def older_program() -> Iterator[None]:
    """What a run writes that gives each spelling a text of its own."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (place, spellings):
            patch.setattr(module, "spellings", lambda url: (url,))
        patch.setattr(sites, "_SPELLING", "nothing")
        yield


@pytest.mark.parametrize("asked", [OLD, NEW], ids=["redirected", "linked"])
def test_a_text_stays_the_one_that_it_was(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting, asked: str
) -> None:
    crawl(answered(OLD, FIRST))
    report = crawl(answered(NEW, SECOND, asked, at=20))
    assert (report.new, report.changed) == (0, 1)
    assert archive.db.execute("SELECT key, url FROM articles").fetchall() == [(key_of(OLD), OLD)]
    assert archive.db.execute("SELECT count(*) FROM versions").fetchall() == [(2,)]
    assert archive.db.execute("SELECT url FROM captures ORDER BY id").fetchall() == [(OLD,), (NEW,)]
    require_lasting()


def test_a_text_that_was_met_by_a_redirect_has_the_address_that_was_asked_for(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting
) -> None:
    crawl(answered(NEW, FIRST, OLD), answered(NEW, SECOND, at=2))
    assert archive.db.execute("SELECT key, url FROM articles").fetchall() == [(key_of(OLD), OLD)]
    require_lasting()


def test_what_has_a_permalink_stays_whatever_the_rules_say_of_it(
    archive: Archive, crawl: Crawl, answered: Answered, rules: SiteRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(replace(answered(NEW, FIRST, OLD), selection="campaign_material"))
    before = held(archive.directory)
    assert [row[1] for row in before[0]] == [OLD]
    monkeypatch.setattr(derivation, "THRESHOLD", 2)
    rebuild(archive.directory, lambda _: rules, workers=1)
    assert held(archive.directory) == before


def test_an_older_capture_that_comes_later_does_not_change_the_address(
    archive: Archive, data: Path, crawl: Crawl, answered: Answered, rules: SiteRules
) -> None:
    crawl(answered(NEW, SECOND, at=20))
    crawl(answered(OLD, FIRST, NEW, at=1))
    assert archive.db.execute("SELECT url FROM articles").fetchall() == [(NEW,)]
    (data / DATABASE).unlink()
    archive.close()
    rebuild(data, lambda _: rules, workers=1)
    assert [row[:2] for row in held(data)[0]] == [(key_of(NEW), NEW)]


def test_a_link_in_another_spelling_leads_to_what_is_known(
    archive: Archive, crawl: Crawl, answered: Answered, visit_page: Any
) -> None:
    crawl(answered(OLD, FIRST))
    links = (
        FrontierLink(url="https://www.mine.test:443/a.html", kind="article"),
        FrontierLink(url="https://mine.test/", kind="listing"),
        FrontierLink(url="https://mine.test:8443/a.html", kind="article"),
    )
    crawl(replace(visit_page("/", "列表", "listing", 2), links=links))
    frontier = Frontier(archive, "mine")
    found = archive.db.execute("SELECT url FROM frontier ORDER BY url").fetchall()
    assert {url for (url,) in found} == {OLD, "http://mine.test/", links[1].url, links[2].url}
    assert frontier.known([NEW, "https://mine.test/b.html"]) == {NEW}
    assert (frontier.known_as(NEW), frontier.known_as(OLD)) == (OLD, OLD)
    frontier.begin_pages([NEW])
    assert [row.url for row in [frontier.next()] if row] == [OLD]
    (outcome,) = page_outcomes(archive, [NEW])
    assert (outcome.url, outcome.key) == (NEW, key_of(OLD))


def test_a_page_that_leads_to_a_text_tells_its_key(
    archive: Archive, crawl: Crawl, answered: Answered
) -> None:
    short = "http://mine.test/s/1"
    crawl(answered(OLD, FIRST))
    crawl(answered(NEW, FIRST, short))
    (outcome,) = page_outcomes(archive, [short])
    assert str(outcome) == f"{short}: done (article {key_of(OLD)})"


def test_two_spellings_on_one_list_are_one_text(archive: Archive, crawl: Crawl, visit_page: Any) -> None:
    links = [FrontierLink(url=url, kind="article") for url in (NEW, OLD, "http://mine.test/b.html", NEW)]
    crawl(replace(visit_page("/", "列表", "listing"), links=links))
    found = archive.db.execute("SELECT url FROM frontier WHERE kind = 'article' ORDER BY id").fetchall()
    assert found == [(NEW,), ("http://mine.test/b.html",)]


def test_what_fails_at_its_old_address_is_asked_for_at_the_new_one(
    archive: Archive, crawl: Crawl, answered: Answered, visit_page: Any, require_lasting: Lasting
) -> None:
    crawl(answered(OLD, FIRST))
    closed = answered(OLD, "", at=2, status=503)
    crawl(replace(closed, state="failed", reason="answered 503 Service Unavailable"))
    frontier = Frontier(archive, "mine")
    assert (frontier.known_as(NEW), frontier.known_as(OLD)) == (None, OLD)
    links = (FrontierLink(url=OLD, kind="article"), FrontierLink(url=NEW, kind="article"))
    crawl(replace(visit_page("/", "列表", "listing", 3), links=links))
    assert [row.url for row in [frontier.next()] if row] == [NEW]
    report = crawl(answered(NEW, SECOND, at=20))
    assert (report.new, report.changed) == (0, 1)
    assert [one.key for one in page_outcomes(archive, [OLD, NEW])] == [key_of(OLD)] * 2
    require_lasting()


def test_the_faults_of_texts_are_seen_at_the_new_address(
    archive: Archive, crawl: Crawl, answered: Answered
) -> None:
    crawl(answered(OLD, FIRST))
    crawl(answered(NEW, SECOND.replace("此", "\ufffd"), OLD, at=20))
    assert last_texts(archive.db, "mine")["replaced"] == Read(1, 1)


@pytest.mark.parametrize("asked", [OLD, NEW], ids=["redirected", "linked"])
def test_a_text_is_gone_when_its_new_address_says_so(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting, asked: str
) -> None:
    crawl(answered(OLD, FIRST))
    crawl(answered(NEW, "", asked, at=20, status=404))
    assert archive.db.execute("SELECT how, back_at FROM takedowns").fetchall() == [("status", None)]
    require_lasting()


def test_a_text_that_was_taken_out_comes_back_in_no_spelling(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting
) -> None:
    crawl(answered(OLD, FIRST))
    remove(archive, key_of(OLD), "asked for")
    crawl(answered(NEW, SECOND, at=20))
    assert archive.db.execute("SELECT url FROM articles").fetchall() == []
    with pytest.raises(Exception, match=f"{NEW} was removed"):
        require_not_removed(archive.directory, [NEW])
    require_lasting()


def test_the_essays_of_a_merged_text_stay_with_it(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting
) -> None:
    crawl(answered(OLD, FIRST))
    crawl(answered(NEW, MERGED, at=20))
    whole = key_of(OLD)
    keys = archive.db.execute("SELECT key FROM articles WHERE part_of_id IS NOT NULL ORDER BY id").fetchall()
    assert keys == [(f"{whole}#1",), (f"{whole}#2",)]
    require_lasting()


def test_an_essay_that_was_taken_out_comes_back_in_no_spelling(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting
) -> None:
    crawl(answered(OLD, MERGED))
    remove(archive, f"{key_of(OLD)}#1", "asked for")
    report = crawl(answered(NEW, f"{MERGED}特此说明。", at=20))
    assert (report.changed, report.failed) == (1, 0)
    essays = archive.db.execute("SELECT key FROM articles WHERE part_of_id IS NOT NULL").fetchall()
    assert essays == [(f"{key_of(OLD)}#2",)]
    require_lasting()


def test_further_pages_and_files_are_those_known_until_they_are_fetched_again(
    archive: Archive, crawl: Crawl, answered: Answered, visit_page: Any
) -> None:
    more = {"next_part": "/a_2.html", "files": [("/f/plan.docx", "附件：方案")]}
    crawl(
        answered(OLD, FIRST, **more),
        visit_page("/a_2.html", "第二页，各区队照此执行。" * 9, "part", 2),
        visit_page("/f/plan.docx", "附件正文。" * 9, "attachment", 3),
    )
    before = archive.db.execute("SELECT body FROM article_text").fetchall()
    crawl(answered(NEW, FIRST, OLD, at=20, title="安全生产月活动小结", **more))
    assert archive.db.execute("SELECT body FROM article_text").fetchall() == before
    assert archive.db.execute("SELECT text IS NULL FROM attachments").fetchall() == [(0,)]
    crawl(answered(f"{NEW[:-5]}_2.html", "新二页，各区队照此执行。" * 9, kind="part", at=22))
    ((body,),) = archive.db.execute("SELECT body FROM article_text").fetchall()
    assert "新二页" in body and "第二页" not in body
    assert check(archive.directory).faults == ()


def test_texts_that_an_older_program_kept_twice_stay_two(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting
) -> None:
    with older_program():
        crawl(answered(OLD, FIRST), answered(NEW, FIRST, at=2))
    crawl(answered(NEW, SECOND, at=20), answered(OLD, SECOND, at=21))
    keys = {key for (key,) in archive.db.execute("SELECT key FROM articles")}
    assert keys == {key_of(OLD), key_of(NEW)}
    assert archive.db.execute("SELECT count(*) FROM versions").fetchall() == [(4,)]
    require_lasting()


def test_a_text_that_an_older_program_met_by_a_redirect_keeps_its_permalink(
    archive: Archive, crawl: Crawl, answered: Answered, require_lasting: Lasting
) -> None:
    with older_program():
        crawl(answered(NEW, FIRST, OLD))
    crawl(answered(NEW, SECOND, OLD, at=20))
    assert archive.db.execute("SELECT key FROM articles").fetchall() == [(key_of(NEW),)]
    require_lasting()
