"""Each alarm of a whole crawl: its exit code, what `status` shows of it, and who is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

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


def empty_new_texts(web: Any) -> None:
    web.add_list("/list.htm", range(1, 25))
    for number in (21, 22):
        web.add(f"/a/{number}.htm", f"<title>简报{number}</title>")


def damage_new_texts(web: Any) -> None:
    web.add_list("/list.htm", range(1, 25))
    for number in (21, 22):
        page = web.pages[f"/a/{number}.htm"]
        page.body = page.body.replace("矿长".encode(), b"\xff\xfe\xff")


def add_new_texts(web: Any) -> None:
    web.add_list("/list.htm", range(1, 25))


CASES = [
    (shorten_the_list, "", "the lists link to 10 articles, where 20 are usual"),
    (empty_the_list, "", "links to no article"),
    (forbid_all, "", "robots.txt forbids all lists of the site"),
    (empty_new_texts, "", "2 of 4 texts have an empty body"),
    (damage_new_texts, "", "2 of 4 texts hold bytes that their charset can't read"),
    (add_new_texts, TEMPLATE, "4 of 4 texts fit no template of the site"),
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


def test_a_later_run_that_walks_no_list_leaves_the_alarm(web: Any, site: Any, campaign_archive: Any) -> None:
    empty_the_list(web)
    (alarm,) = site.run(exit_code=3)["alarms"]
    for plan in ({"task": "pages", "pages": [web.url("/a/30.htm")]}, {"task": "retry"}):
        site.plan = plan
        site.run()

    assert site.rows("SELECT kind FROM runs") == [("crawl",), ("crawl",), ("pages",), ("retry",)]
    assert f"web: alarm: {alarm}" in campaign_archive("status", "--data", site.data, code=3).stdout
