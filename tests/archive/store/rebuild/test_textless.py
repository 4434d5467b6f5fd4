"""Why pages gave no text stands in no WARC file: a rebuild finds it in the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.check import check
from archive.store.rebuild import rebuild
from archive.store.sighting import why_no_text
from archive.store.visit import NO_ARTICLE, NO_SUCH_PAGE, SENT_HOME, Visit

HOME = "http://mine.test/"
TEXT = "综采二队班前会学习了安全规程。" * 8
LOGIN = "请先登录后再查看本页内容。"
GONE = "对不起，您访问的页面不存在。"
STATES = "SELECT url, kind, state, reason FROM frontier ORDER BY url"
REASONS = "SELECT url, reason FROM frontier WHERE reason IS NOT NULL ORDER BY url"


@pytest.fixture
def visits(visit_page: Any, answered: Callable[..., Visit]) -> list[Visit]:
    """Two visits of each page, as a crawl hands them to the recorder."""

    def seen(path: str, text: str, at: int, **more: Any) -> Visit:
        return _as_crawled(visit_page(path, text, at=at, **more))

    def home(path: str, at: int) -> Visit:
        return _as_crawled(answered(HOME, "青山煤矿", asked=f"http://mine.test{path}", at=at))

    return [
        *(seen("/always_closed.html", LOGIN, at) for at in (1, 2)),
        *(seen("/closed.html", text, at) for at, text in ((3, TEXT), (4, LOGIN))),
        *(seen("/opened.html", text, at) for at, text in ((5, LOGIN), (6, TEXT))),
        *(seen("/says_gone.html", text, at) for at, text in ((7, TEXT), (8, GONE))),
        *(
            seen("/gone.html", text, at, status=status)
            for at, text, status in ((9, LOGIN, 200), (10, "", 404))
        ),
        *(seen("/text.html", TEXT + str(at), at) for at in (11, 12)),
        seen("/sent_home.html", TEXT, 13),
        home("/sent_home.html", 14),
        home("/away_for_a_while.html", 15),
        seen("/away_for_a_while.html", TEXT, 16),
        seen("/long.html", TEXT, 17, next_part="/long_2.html"),
        seen("/long_2.html", LOGIN, 18, kind="part"),
    ]


@pytest.mark.parametrize("is_lost", [False, True], ids=["whole", "lost"])
def test_reasons_are_those_of_the_crawl(
    archive: Archive, crawl: Any, visits: list[Visit], rules: SiteRules, is_lost: bool
) -> None:
    data = archive.directory
    crawl(*visits)
    assert dict(archive.db.execute(REASONS).fetchall()) == {
        "http://mine.test/always_closed.html": NO_ARTICLE.format("login"),
        "http://mine.test/closed.html": NO_ARTICLE.format("login"),
        "http://mine.test/gone.html": "answered 404 Not Found",
        "http://mine.test/long_2.html": NO_ARTICLE.format("login"),
        "http://mine.test/says_gone.html": NO_SUCH_PAGE,
        "http://mine.test/sent_home.html": SENT_HOME,
    }
    before = archive.db.execute(STATES).fetchall()
    archive.close()
    if is_lost:
        (data / "archive.db").unlink()

    rebuild(data, lambda site: rules, workers=1)

    with Archive.open(data) as found:
        assert found.db.execute(STATES).fetchall() == before
    assert check(data).faults == ()


def test_a_page_that_better_rules_read_has_no_reason_any_more(
    archive: Archive, crawl: Any, visit_page: Any, rules: SiteRules
) -> None:
    unread = replace(visit_page("/a.html", TEXT), extraction=None)
    crawl(replace(unread, reason=NO_ARTICLE.format("login")))
    archive.close()

    rebuild(archive.directory, lambda site: rules, workers=1)

    with Archive.open(archive.directory) as found:
        assert found.db.execute(STATES).fetchall() == [("http://mine.test/a.html", "article", "done", None)]


def _as_crawled(visit: Visit) -> Visit:
    exchange, page = visit.exchange, visit.extraction
    assert exchange
    if page is None:
        return replace(visit, reason="answered 404 Not Found")
    return replace(visit, reason=why_no_text(visit.kind, visit.url, exchange.url, page))
