"""Each alarm of a whole crawl: its exit code, what `status` shows of it, and who is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from tests.crawler.web import Answer

Change: TypeAlias = Callable[[Any], None]

TEMPLATE = "rules=(SiteRules(body='#zoom'),)"


@pytest.fixture
def site(web: Any, crawl: Any) -> Any:
    """A site that was crawled once, with 20 articles."""
    web.add_list("/list.htm", range(1, 21))
    web.add_articles(range(1, 41))
    site = crawl("/list.htm")
    assert site.run()["new"] == 20
    return site


def shorten_the_list(web: Any) -> None:
    web.add_list("/list.htm", range(1, 11))


def empty_the_list(web: Any) -> None:
    web.add("/list.htm", "<title>简报</title><p>栏目建设中")


def forbid_all(web: Any) -> None:
    web.add("/robots.txt", "User-agent: *\nDisallow: /\n")


def forbid_the_texts(web: Any) -> None:
    """Five new ones; those that are known are not due yet."""
    web.add_list("/list.htm", range(1, 26))
    web.add("/robots.txt", "User-agent: *\nDisallow: /a/\n")


def empty_new_texts(web: Any) -> None:
    web.add_list("/list.htm", range(1, 25))
    for number in (21, 22):
        web.add(f"/a/{number}.htm", f"<title>简报{number}</title>")


def damage_new_texts(web: Any) -> None:
    web.add_list("/list.htm", range(1, 25))
    for number in (21, 22):
        page = web.pages[f"/a/{number}.htm"]
        page.body = page.body.replace("矿长".encode(), b"\xff\xfe\xff")


def publish_again(web: Any) -> None:
    """Each text at a second address, with a line more, as a new template has it."""
    web.add_list("/list.htm", range(101, 121))
    for number in range(1, 21):
        page = web.pages[f"/a/{number}.htm"]
        web.add(f"/a/{100 + number}.htm", page.body.decode() + "<p>本网讯 通讯员供稿</p>")


def add_new_texts(web: Any) -> None:
    web.add_list("/list.htm", range(1, 25))


CASES = [
    (shorten_the_list, "", "the lists link to 10 articles, where 20 are usual"),
    (empty_the_list, "", "links to no article"),
    (forbid_all, "", "robots.txt forbids all lists of the site"),
    (forbid_the_texts, "", "robots.txt forbids all texts: none of the last 5 could be asked for"),
    (empty_new_texts, "", "2 of 10 texts have an empty body"),
    (damage_new_texts, "", "2 of 10 texts hold bytes that their charset can't read"),
    (publish_again, "", "20 of 20 new texts are older ones of the site at new addresses"),
    (add_new_texts, TEMPLATE, "4 of 10 texts fit no template of the site"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].__name__)
def test_alarms(web: Any, site: Any, campaign_archive: Any, case: tuple[Change, str, str]) -> None:
    change, more, told = case
    change(web)
    site.define("/list.htm", more=more)

    (alarm,) = site.run(exit_code=3)["alarms"]

    assert told in alarm
    assert f"web: alarm: {alarm}" in campaign_archive("status", "--data", site.data, code=3).stdout
    shown = json.loads(campaign_archive("status", "--json", "--data", site.data, code=3).stdout)
    assert shown["sites"][0]["last_alarms"] == [alarm]


def test_a_usual_run_takes_the_alarm_away(web: Any, site: Any, campaign_archive: Any) -> None:
    empty_the_list(web)
    site.run(exit_code=3)
    add_new_texts(web)
    site.run()

    assert "alarm" not in campaign_archive("status", "--data", site.data).stdout


def test_texts_that_robots_txt_forbids_are_an_alarm_until_one_is_allowed(web: Any, crawl: Any) -> None:
    web.add_articles(range(1, 6))
    web.add("/robots.txt", "User-agent: *\nDisallow: /a/\n")
    site = crawl("/list.htm")
    told = []
    for newest, code in ((4, 0), (5, 3), (5, 3)):
        web.add_list("/list.htm", range(1, newest + 1))
        told.append([*map(str, site.run(exit_code=code)["alarms"])])
    alarm = "robots.txt forbids all texts: none of the last 5 could be asked for"
    assert told == [[], [alarm], [alarm]]
    web.add("/robots.txt", "User-agent: *\nDisallow: /a/1.htm\n")
    site.make_due()

    report = site.run()

    assert (report["new"], report["forbidden"], report["alarms"]) == (4, 1, [])


def test_one_new_text_a_day_keeps_the_alarm_until_texts_are_read_well_again(web: Any, site: Any) -> None:
    site.define("/list.htm", more=TEMPLATE)
    told = []
    for newest, code in ((21, 0), (22, 3), (22, 3), (23, 3)):
        web.add_list("/list.htm", range(1, newest + 1))
        told.append([alarm.partition(" fit")[0] for alarm in site.run(exit_code=code)["alarms"]])
    assert told == [[], ["2 of 10 texts"], ["2 of 10 texts"], ["3 of 10 texts"]]
    site.define("/list.htm")
    web.add_list("/list.htm", range(1, 33))

    assert site.run()["alarms"] == []


def test_a_later_run_that_walks_no_list_leaves_the_alarm(web: Any, site: Any, campaign_archive: Any) -> None:
    empty_the_list(web)
    (alarm,) = site.run(exit_code=3)["alarms"]
    for plan in ({"task": "pages", "pages": [web.url("/a/30.htm")]}, {"task": "retry"}):
        site.plan = plan
        site.run()

    assert site.rows("SELECT kind FROM runs") == [("crawl",), ("crawl",), ("pages",), ("retry",)]
    assert f"web: alarm: {alarm}" in campaign_archive("status", "--data", site.data, code=3).stdout


def test_a_site_that_is_away_is_left_alone_and_taken_up_where_it_was(web: Any, site: Any) -> None:
    web.pages["/robots.txt"] = Answer(b"busy", 503)
    site.make_due()
    for code in (1, 1, 3):
        web.asked.clear()
        report = site.run(exit_code=code)
        assert (report["outcome"], report["failed"]) == ("failed", 1)
        assert {path for _, path in web.asked} == {"/robots.txt"}
    assert report["alarms"] == [
        f"{web.url('/list.htm')} failed 3 times in a row, at last: "
        "robots.txt answered 503, so nothing may be fetched for now"
    ]
    del web.pages["/robots.txt"]
    add_new_texts(web)

    report = site.run()

    assert (report["unchanged"], report["new"]) == (20, 4)
    assert site.rows("SELECT full_walk FROM runs ORDER BY id") == [(1,), (None,), (None,), (None,), (None,)]


def test_a_list_that_fails_for_days_is_an_alarm_and_one_that_was_taken_out_is_none(
    web: Any, site: Any, campaign_archive: Any
) -> None:
    web.add_list("/party.htm", range(21, 41))
    site.define("/list.htm", "/party.htm")
    site.run()
    web.add("/party.htm", "out of order", status=500)
    assert [site.run(exit_code=1)["alarms"] for _ in range(2)] == [[], []]

    (alarm,) = site.run(exit_code=3)["alarms"]

    assert (
        alarm
        == f"{web.url('/party.htm')} failed 3 times in a row, at last: answered 500 Internal Server Error"
    )
    shown = campaign_archive("status", "--data", site.data, code=3).stdout
    assert "web: 1 failed, asked for again by the next run: answered 500" in shown
    asked = web.times("/party.htm")
    site.define("/list.htm")
    site.run()
    assert web.times("/party.htm") == asked
    assert "alarm" not in campaign_archive("status", "--data", site.data).stdout
