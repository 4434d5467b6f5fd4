"""Crawls that are told to end, or to do a part only."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from archive.dates import BEIJING
from crawler.archiving.alarms import OFTEN_PAUSED
from crawler.installation.hours import Hours
from tests.crawler.web import Answer


@pytest.fixture
def site(web: Any, crawl: Any) -> Any:
    web.add_list("/list.htm", range(1, 40))
    web.add_articles(range(1, 40))
    web.seconds = 0.05
    return crawl("/list.htm")


def test_a_stop_file_pauses_a_crawl_and_the_next_goes_on(web: Any, site: Any) -> None:
    process = site.start_until("/a/3.htm")
    (site.data / "stop").touch()
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert site.rows("SELECT outcome, warnings FROM runs") == [
        ("paused", f"paused: {site.data / 'stop'} is there")
    ]
    assert 0 < len(site.rows("SELECT id FROM articles")) < 39

    (site.data / "stop").unlink()
    assert site.run()["outcome"] == "finished"
    assert len(site.rows("SELECT id FROM articles")) == 39


def test_a_crawl_pauses_when_its_minutes_are_over(site: Any) -> None:
    site.plan = {"minutes": 0.02}

    assert site.run()["outcome"] == "paused"
    assert len(site.rows("SELECT id FROM articles")) < 39


def test_a_walk_that_is_paused_day_after_day_is_an_alarm(site: Any, campaign_archive: Any) -> None:
    site.plan = {"minutes": 0}
    assert [site.run()["alarms"] for _ in range(OFTEN_PAUSED - 1)] == [[]] * (OFTEN_PAUSED - 1)

    report = site.run(exit_code=3)

    (alarm,) = report["alarms"]
    assert report["outcome"] == "paused"
    assert alarm.startswith("paused 7 times")
    assert f"web: alarm: {alarm}" in campaign_archive("status", "--data", site.data, code=3).stdout
    assert site.run()["alarms"] == []
    site.plan = {}
    assert site.run()["outcome"] == "finished"
    assert "alarm" not in campaign_archive("status", "--data", site.data).stdout


def test_outside_its_hours_a_site_is_left_alone(web: Any, site: Any) -> None:
    now = datetime.now(UTC).astimezone(BEIJING)
    begin, end = now + timedelta(hours=2), now + timedelta(hours=3)
    site.data.mkdir()
    hours = f"{begin:%H:%M}-{end:%H:%M}"
    site.data.joinpath("campaign-archive.toml").write_text(f"[hours]\nweb = '{hours}'\n")

    report = site.run()

    assert report["warnings"] == [f"paused: these are not the hours of the site, {hours} in Beijing"]
    assert web.asked == []


def test_a_signal_ends_a_crawl_even_while_a_server_is_silent(web: Any, site: Any) -> None:
    site.settings = {"LONGEST_END": 1}
    process = site.start_until("/a/2.htm")
    web.seconds = 50
    time.sleep(0.5)
    began = time.monotonic()
    process.terminate()
    process.communicate(timeout=30)

    assert time.monotonic() - began < 10
    assert process.returncode == 130
    assert site.rows("SELECT outcome FROM runs") == [("interrupted",)]


@pytest.mark.parametrize(("by_signal", "outcome", "code"), [(False, "paused", 0), (True, "interrupted", 130)])
def test_what_waits_for_its_turn_holds_up_no_end(
    web: Any, site: Any, by_signal: bool, outcome: str, code: int
) -> None:
    site.settings = {"LONGEST_END": 9_999}
    web.pages["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 86400\n")
    process = site.start_until("/robots.txt")
    while not site.data.joinpath("archive.db").exists() or not site.rows("SELECT id FROM captures"):
        time.sleep(0.05)
    if by_signal:
        process.terminate()
    else:
        (site.data / "stop").touch()
    process.communicate(timeout=60)

    assert process.returncode == code
    assert site.rows("SELECT outcome FROM runs") == [(outcome,)]
    assert site.frontier() == {"/list.htm": ["listing", "pending", None]}


def test_a_host_that_asks_to_be_left_alone_for_hours_is_asked_for_nothing_more(web: Any, site: Any) -> None:
    web.seconds = 0
    good = web.pages["/a/3.htm"]
    web.pages["/a/3.htm"] = Answer(b"busy", 429, {"Retry-After": "7200"})

    report = site.run(exit_code=1)

    assert report["outcome"] == "paused"
    assert "paused: web.localhost asks to be left alone for 7200 seconds" in report["warnings"]
    assert [path for _, path in web.asked][-1] == "/a/3.htm"
    web.pages["/a/3.htm"] = good
    assert site.run()["outcome"] == "finished"
    assert len(site.rows("SELECT id FROM articles")) == 38


@pytest.mark.parametrize("path", ["/robots.txt", "/a/2.htm"])
def test_what_waits_for_a_busy_host_is_asked_for_by_the_next_run(web: Any, site: Any, path: str) -> None:
    web.seconds = 0
    good = web.pages.get(path, Answer(b"", 404))
    web.pages[path] = Answer(b"busy", 503, {"Retry-After": "500"})
    process = site.start_until(path)
    (site.data / "stop").touch()
    process.communicate(timeout=60)

    assert process.returncode == 0
    assert site.rows("SELECT outcome FROM runs") == [("paused",)]
    assert not site.rows("SELECT url FROM frontier WHERE state = 'failed'")
    web.pages[path] = good
    (site.data / "stop").unlink()
    assert site.run()["outcome"] == "finished"


def test_only_what_failed_is_asked_again(web: Any, site: Any) -> None:
    web.seconds = 0
    page = web.pages["/a/7.htm"]
    web.pages["/a/7.htm"] = Answer(b"busy", 500)
    assert site.run(exit_code=1)["new"] == 38
    web.pages["/a/7.htm"] = page
    web.asked.clear()
    site.plan = {"task": "retry"}

    assert site.run()["new"] == 1
    assert [path for _, path in web.asked] == ["/robots.txt", "/a/7.htm"]


def test_of_single_pages_those_of_other_sites_are_left_out(web: Any, site: Any) -> None:
    site.plan = {"task": "pages", "pages": [web.url("/a/5.htm"), "http://other.localhost/a/5.htm"]}

    assert site.run()["new"] == 1
    assert [path for _, path in web.asked] == ["/robots.txt", "/a/5.htm"]


@pytest.mark.parametrize(
    ("written", "moment", "inside"),
    [
        ("22:00-06:00", "2026-06-01T15:00:00+00:00", True),
        ("22:00-06:00", "2026-06-01T22:00:00+00:00", False),
        ("08:00-12:00", "2026-06-01T00:00:00+00:00", True),
        ("08:00-12:00", "2026-06-01T04:00:00+00:00", False),
        ("18:00-24:00", "2026-06-01T15:59:00+00:00", True),
        ("18:00-24:00", "2026-06-01T16:00:00+00:00", False),
    ],
)
def test_hours_contain_their_beginning_and_not_their_end(written: str, moment: str, inside: bool) -> None:
    assert Hours.parse(written).contain(datetime.fromisoformat(moment)) is inside


@pytest.mark.parametrize(
    "written", ["", "22-6", "25:00-26:00", "22:00", "24:00-06:00", "22:00-22:00", "00:00-24:00"]
)
def test_what_is_no_hours_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=f"^{written!r} "):
        Hours.parse(written)
