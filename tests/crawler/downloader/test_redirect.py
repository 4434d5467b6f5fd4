"""The redirect middleware alone, with a stand-in for the crawl."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.settings import Settings

from archive.store.frontier import FrontierRow
from crawler.downloader.redirect import SiteRedirectMiddleware
from crawler.meta import IS_ROBOTS, ROW
from crawler.site import Site
from crawler.spider import spider_class
from crawler.visits.outcome import OfAnotherSite, Refused

SITE = Site(
    name="mine",
    title="矿",
    home="http://mine.example/",
    kind="mine",
    start=("http://mine.example/list.htm",),
    article=r"/a/\d+\.htm",
)


CONDITIONS = {"If-None-Match": '"1"', "If-Modified-Since": "Mon, 01 Jun 2026 08:00:00 GMT"}


def redirected(location: str | None, path: str = "/a/1.htm", **meta: Any) -> Request | Response:
    middleware = SiteRedirectMiddleware(Settings())
    frontier = SimpleNamespace(known_as=lambda url: None)
    middleware.crawler = SimpleNamespace(  # type: ignore[assignment]
        spider=spider_class(SITE)(),
        get_extension=lambda kind: SimpleNamespace(frontier=frontier),
    )
    request = Request(f"http://mine.example{path}", meta=meta, headers=CONDITIONS)
    answer = Response(request.url, status=302, headers={"Location": location} if location else {})
    return middleware.process_response(request, answer)


def row(kind: Any = "article") -> FrontierRow:
    url = "http://mine.example/a/1.htm"
    return FrontierRow(
        url=url,
        kind=kind,
        state="pending",
        reason=None,
        attempts=0,
        next_visit_at=None,
        etag=None,
        last_modified=None,
    )


def test_another_host_of_the_site_has_a_pace_of_its_own() -> None:
    found = redirected("http://www.mine.example/a/1.htm", row=row(), download_slot="mine.example")
    assert isinstance(found, Request)
    assert found.url == "http://www.mine.example/a/1.htm"
    assert "download_slot" not in found.meta and ROW in found.meta


def test_a_page_is_not_followed_to_another_site_but_robots_txt_is() -> None:
    elsewhere = "http://group.example/robots.txt"
    with pytest.raises(OfAnotherSite):
        redirected(elsewhere, row=row())
    with pytest.raises(Refused):
        redirected(elsewhere, row=row("listing"))
    found = redirected(elsewhere, "/robots.txt", **{IS_ROBOTS: True})
    assert isinstance(found, Request) and found.url == elsewhere


@pytest.mark.parametrize(("location", "kept"), [("/", False), ("/index.html", False), ("/b/1.htm", True)])
def test_the_home_page_is_not_asked_whether_a_text_has_changed(location: str, kept: bool) -> None:
    found = redirected(location, row=row())
    assert isinstance(found, Request)
    assert [name in found.headers for name in CONDITIONS] == [kept] * 2


def test_robots_txt_is_followed_in_no_circle() -> None:
    with pytest.raises(Refused, match="in a circle"):
        redirected("/robots.txt", "/robots.txt", **{IS_ROBOTS: True})


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "data:text/html,x", "ftp://mine.example/a", "javascript:void(0)"]
)
def test_what_is_no_web_page_is_named(location: str) -> None:
    with pytest.raises(Refused, match=f"redirects to what is no web page: {location[:4]}"):
        redirected(location, row=row())


def test_a_redirect_without_a_target_is_an_answer() -> None:
    assert isinstance(redirected(None, row=row()), Response)
