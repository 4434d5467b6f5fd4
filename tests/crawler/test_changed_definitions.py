"""A site's file that is mended: what the frontier has of the old one does not come again for ever."""

from __future__ import annotations

from typing import Any

import pytest

from tests.crawler.web import Answer


def test_a_start_list_that_is_gone_is_an_alarm(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 3))
    web.add_articles(range(1, 3))
    site = crawl("/list.htm", "/no-such.htm")

    (alarm,) = site.run(exit_code=3)["alarms"]

    assert alarm.startswith(f"{web.url('/no-such.htm')} answered 404 Not Found")


def test_a_site_whose_only_list_is_gone_is_an_alarm(web: Any, crawl: Any) -> None:
    assert len(crawl("/no-such.htm").run(exit_code=3)["alarms"]) == 1


def test_a_start_list_that_was_mistaken_is_not_asked_for_again(web: Any, crawl: Any) -> None:
    web.add("/wrong.htm", "out of order", status=500)
    web.add_list("/list.htm", range(1, 3))
    web.add_articles(range(1, 3))
    site = crawl("/wrong.htm")
    site.run(exit_code=1)
    site.define("/list.htm")
    asked = web.times("/wrong.htm")

    assert site.run()["new"] == 2
    assert web.times("/wrong.htm") == asked


def test_a_list_that_was_taken_out_is_not_walked_again(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 9))
    web.add_list("/tenders.htm", range(11, 13), '<a href="/tenders_2.htm">下一页</a>')
    web.add_list("/tenders_2.htm", range(13, 15))
    web.add_articles(range(1, 20))
    site = crawl("/list.htm", "/tenders.htm")
    assert site.run()["new"] == 12
    site.define("/list.htm")
    site.change("UPDATE runs SET started_at = '2020-01-01T00:00:00Z'")
    web.add_list("/tenders.htm", range(15, 20))

    assert site.run()["new"] == 0
    assert (web.times("/tenders.htm"), web.times("/tenders_2.htm")) == (1, 1)


def test_a_list_that_was_added_is_walked_to_its_end(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 5))
    web.add_list("/party.htm", range(1, 3), '<a href="/party_2.htm">下一页</a>')
    web.add_list("/party_2.htm", range(5, 7))
    web.add_articles(range(1, 7))
    site = crawl("/list.htm")
    assert site.run()["new"] == 4
    site.define("/list.htm", "/party.htm")

    assert site.run()["new"] == 2


def _with_two_pages(web: Any) -> None:
    """The dialect that a site file declares may be another one than the site's."""
    web.add_list("/list.htm", range(1, 5), '<a href="/list_2.htm">2</a>')
    web.add_list("/list_2.htm", range(5, 9))
    web.add_articles(range(1, 9))


def test_a_site_whose_paging_is_mended_is_walked_to_its_end(web: Any, crawl: Any) -> None:
    _with_two_pages(web)
    site = crawl("/list.htm", more='paging=Query("nowhere"),')
    assert site.run()["new"] == 4
    site.define("/list.htm", more='paging=Numbered("list_{}.htm"),')

    assert site.run()["new"] == 4
    asked = web.times("/list_2.htm")
    site.run()
    assert web.times("/list_2.htm") == asked, "the lists are left early again"


@pytest.mark.parametrize("status", [404, 200])
def test_paging_that_leads_nowhere_is_told_where_the_page_leads_on(web: Any, crawl: Any, status: int) -> None:
    """Many servers answer any query with the first page."""
    _with_two_pages(web)
    if status == 200:
        web.pages["/list.htm?nowhere=2"] = web.pages["/list.htm"]
    report = crawl("/list.htm", more='paging=Query("nowhere"),').run()

    (warning,) = report["warnings"]
    assert warning == (
        f"{web.url('/list.htm?nowhere=2')} is no further page of the list, and {web.url('/list.htm')} "
        f"leads to {web.url('/list_2.htm')}; compare `paging` of web"
    )


def test_paging_that_counts_on_behind_the_last_page_is_usual(web: Any, crawl: Any) -> None:
    _with_two_pages(web)
    assert crawl("/list.htm", more='paging=Numbered("list_{}.htm"),').run()["warnings"] == []


def test_a_walk_by_mended_paging_that_read_no_list_is_made_up_for(web: Any, crawl: Any) -> None:
    _with_two_pages(web)
    site = crawl("/list.htm", more='paging=Query("nowhere"),')
    site.run()
    site.define("/list.htm", more='paging=Numbered("list_{}.htm"),')
    list_page = web.pages["/list.htm"]
    web.add("/list.htm", "out of order", status=500)
    site.run(exit_code=1)
    web.pages["/list.htm"] = list_page
    site.make_due()

    assert site.run()["new"] == 4


def test_what_robots_txt_forbade_for_a_day_is_asked_for_later(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 3))
    web.add_articles(range(1, 3))
    site = crawl("/list.htm")
    site.run()
    web.add("/robots.txt", "User-agent: *\nDisallow: /\n")
    site.make_due()
    assert site.run(exit_code=3)["forbidden"] == 3
    web.add("/robots.txt", "User-agent: *\nDisallow:\n")
    site.make_due()

    assert site.run()["unchanged"] == 2


def test_a_page_that_leads_to_another_site_is_told_once(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 3))
    web.add_article(1)
    web.pages["/a/2.htm"] = Answer(status=302, headers={"Location": "http://other.localhost/"})
    site = crawl("/list.htm")

    assert site.run()["skipped"] == 1
    site.run()
    assert web.times("/a/2.htm") == 1
    site.make_due()
    site.run()
    assert web.times("/a/2.htm") == 2


def test_an_address_of_a_host_that_was_taken_out_is_not_asked_for(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 5), f'<a href="http://old.localhost:{web.port}/a/9.htm">9</a>')
    web.add_articles([1, 2, 3, 4, 9])
    site = crawl("/list.htm", more='hosts=("old.localhost",),')
    assert site.run()["new"] == 5
    site.define("/list.htm")
    site.make_due()

    assert site.run()["skipped"] == 1
    assert web.times("/a/9.htm") == 1
