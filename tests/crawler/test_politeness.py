"""robots.txt in whole crawls."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest


def test_no_forbidden_start_page_is_fetched(web: Any, crawl: Any) -> None:
    web.add("/robots.txt", "User-agent: *\nDisallow: /inner/\n")
    starts = [f"/inner/{number}.htm" for number in range(50)]
    site = crawl(*starts)

    report = site.run(exit_code=3)

    assert [path for _, path in web.asked] == ["/robots.txt"]
    assert (report["outcome"], report["skipped"], report["forbidden"]) == ("finished", 50, 50)
    assert report["alarms"] == ["robots.txt forbids all lists of the site"]
    assert all(row[1:] == ["skipped", "robots.txt forbids it"] for row in site.frontier().values())


def test_crawl_delay_is_kept(web: Any, crawl: Any) -> None:
    web.add("/robots.txt", "User-agent: *\nCrawl-delay: 0.4\n")
    web.add_list("/list.htm", range(1, 4))
    for number in range(1, 4):
        web.add_article(number)

    crawl("/list.htm").run()

    times = [at for at, _ in web.asked]
    # The server's clock starts a little later than the client's.
    assert min(after - before for before, after in pairwise(times)) > 0.35


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
