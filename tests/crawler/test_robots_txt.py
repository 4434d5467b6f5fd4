"""robots.txt in whole crawls."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from archive.store.check import check
from archive.store.warc.reader import Found, read_all
from tests.crawler.web import Answer


def test_no_forbidden_start_page_is_fetched(web: Any, crawl: Any) -> None:
    web.add("/robots.txt", "User-agent: *\nDisallow: /inner/\n")
    starts = [f"/inner/{number}.htm" for number in range(50)]
    site = crawl(*starts)

    report = site.run(exit_code=3)

    assert [path for _, path in web.asked] == ["/robots.txt"]
    assert (report["outcome"], report["skipped"], report["forbidden"]) == ("finished", 50, 50)
    assert report["alarms"] == ["robots.txt forbids all lists of the site"]
    assert all(row[1:] == ["skipped", "robots.txt forbids it"] for row in site.frontier().values())


def test_of_a_robots_txt_longer_than_any_page_the_beginning_counts(web: Any, crawl: Any) -> None:
    rules = "User-agent: *\nDisallow: /a/2.htm\n"
    web.add("/robots.txt", rules + "#" * (9 << 20) + "\nDisallow: /\n")
    web.add_list("/list.htm", range(1, 4))
    web.add_articles(range(1, 4))
    site = crawl("/list.htm")

    report = site.run()

    assert (report["new"], report["forbidden"], report["failed"]) == (2, 1, 0)
    assert site.frontier()["/a/2.htm"][1:] == ["skipped", "robots.txt forbids it"]
    (found,) = (
        found.record.exchange
        for path in (site.data / "warc").iterdir()
        for found in read_all(path)
        if isinstance(found, Found) and found.record.exchange.url.endswith("/robots.txt")
    )
    assert found.is_cut
    assert found.wire.startswith(rules.encode()) and 500 << 10 <= len(found.wire) < 1 << 20
    assert check(site.data).faults == ()


def test_crawl_delay_is_kept(web: Any, crawl: Any) -> None:
    web.add("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    web.add_list("/list.htm", range(1, 4))
    web.add_articles(range(1, 4))

    crawl("/list.htm").run()

    times = [at for at, _ in web.asked]
    # The server's clock starts a little later than the client's; of four pauses none may be missing.
    assert len(times) == 5 and times[-1] - times[0] > 0.35 * 4


@pytest.mark.parametrize("status", [500, 503])
def test_a_robots_txt_that_fails_forbids_everything_for_now(web: Any, crawl: Any, status: int) -> None:
    web.add("/robots.txt", "", status=status)
    web.add_list("/list.htm", range(1, 2))
    site = crawl("/list.htm")

    report = site.run(exit_code=1)

    assert not web.times("/list.htm")
    assert report["failed"] == 1
    assert f"robots.txt answered {status}" in site.frontier()["/list.htm"][2]


def test_a_missing_robots_txt_allows_everything(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 2))
    web.add_article(1)

    assert crawl("/list.htm").run()["new"] == 1


def test_a_busy_host_is_asked_less_often_and_slowly_as_before(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 9))
    web.add_articles(range(1, 9))
    good = web.pages["/a/1.htm"]
    busy = Answer(b"busy", 429)
    web.pages["/a/1.htm"] = [busy, Answer(b"busy", 503), good]
    site = crawl("/list.htm")
    site.settings = {"BACK_OFF_LEAST": 0.3}

    report = site.run()

    times = [at for at, _ in web.asked]
    pauses = [after - before for before, after in pairwise(times)]
    asked = [path for _, path in web.asked].index("/a/1.htm")
    # From half to one and a half of the delay is random; a server's clock starts a little late.
    assert pauses[asked] > 0.1 and pauses[asked + 1] > 0.25
    assert min(pauses[asked + 2 :]) > 0.05
    assert report["new"] == 8 and report["failed"] == 0
    assert report["warnings"] == [
        f"web.localhost answered {status}; it was asked less often then" for status in (429, 503)
    ]
