"""Addresses that nobody can be asked for, as an older frontier may hold them."""

from __future__ import annotations

from typing import Any


def test_an_impossible_address_of_old_ends_with_a_reason_and_the_crawl_goes_on(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 3))
    web.add_articles(range(1, 3))
    site = crawl("/list.htm")
    site.run()
    impossible = ["http://[::1/a.htm", "http://web.localhost:99999/a.htm", "/a/9.htm", "http://x:y@z:q/", ""]
    for url in (*impossible, web.url("/a/3.htm")):
        values = f"('{url}', 'web', 'article', 'pending', 0, 'all')"
        site.change(f"INSERT INTO frontier (url, site, kind, state, attempts, selection) VALUES {values}")
    web.add_article(3)

    report = site.run(exit_code=3)

    assert (report["outcome"], report["new"], report["failed"]) == ("finished", 1, len(impossible))
    found = dict(site.rows("SELECT url, reason FROM frontier WHERE state = 'failed'"))
    assert found.keys() == set(impossible)
    assert all(reason.startswith("no address of a web page: ") for reason in found.values())
    assert site.run()["failed"] == 0
