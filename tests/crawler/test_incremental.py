"""Crawls of a site that was crawled before."""

from __future__ import annotations

from typing import Any

import pytest

from tests.crawler.web import Answer


@pytest.fixture
def site(web: Any, crawl: Any) -> Any:
    """Two list pages of two articles each, crawled once, all due again."""
    web.add_list("/list.htm", range(3, 5), '<a href="list_2.htm">下一页</a>')
    web.add_list("/list_2.htm", range(1, 3))
    for number in range(1, 5):
        web.add_article(number)
        web.pages[f"/a/{number}.htm"].headers["ETag"] = f'"{number}"'
    site = crawl("/list.htm")
    assert site.run()["new"] == 4
    site.make_due()
    return site


def captures(site: Any, path: str) -> list[tuple[Any, ...]]:
    asked = site.web.url(path)
    rows: list[tuple[Any, ...]] = site.rows(
        f"SELECT status, record_type FROM captures WHERE requested_url = '{asked}' ORDER BY id"
    )
    return rows


def test_an_article_that_stayed_the_same_costs_a_304(site: Any) -> None:
    report = site.run()

    assert (report["unchanged"], report["new"], report["changed"]) == (4, 0, 0)
    assert captures(site, "/a/1.htm") == [(200, "response"), (304, "revisit")]
    assert site.rows("SELECT count(*) FROM versions") == [(4,)]
    assert site.rows("SELECT count(*) FROM frontier WHERE kind = 'article' AND next_visit_at > '2026'") == [
        (4,)
    ]


def test_a_304_for_a_page_that_was_never_sent_is_a_failure(web: Any, site: Any) -> None:
    web.add_list("/list.htm", range(3, 6), '<a href="list_2.htm">下一页</a>')
    web.pages["/a/5.htm"] = Answer(status=304)

    assert site.run(exit_code=1)["failed"] == 1
    assert site.frontier()["/a/5.htm"][1:] == [
        "failed",
        "answered 304 Not Modified, though it was asked for as a whole",
    ]
    assert site.frontier()["/a/4.htm"][1:] == ["done", None]


def test_a_changed_article_gets_a_version(web: Any, site: Any) -> None:
    web.add_article(1, "<p>更正：责任书签订日期应为六月三日，特此说明。</p>")

    assert site.run()["changed"] == 1
    assert site.rows("SELECT count(*) FROM versions") == [(5,)]


def test_an_article_that_leads_to_a_known_page_is_asked_for_again_in_a_month(web: Any, site: Any) -> None:
    page = web.pages["/a/1.htm"]
    web.pages["/a/1.htm"] = Answer(status=302, headers={"Location": "/list.htm"})
    web.pages["/a/9.htm"] = Answer(status=302, headers={"Location": "/a/2.htm"})
    web.add_list("/list.htm", [9, 4, 3], '<a href="list_2.htm">下一页</a>')
    site.run()

    assert "has its own visit" in site.frontier()["/a/1.htm"][2]
    url = "SELECT next_visit_at IS NULL FROM frontier WHERE url LIKE '%/a/{}.htm'"
    assert site.rows(url.format(1)) == [(0,)]
    # One that never gave a text has nothing to come back with.
    assert site.rows(url.format(9)) == [(1,)]

    web.pages["/a/1.htm"] = page
    site.make_due()
    assert site.run()["unchanged"] == 4
    assert site.frontier()["/a/1.htm"][1:] == ["done", None]


def test_a_notice_or_a_home_page_that_stays_the_same_brings_no_text_back(web: Any, site: Any) -> None:
    web.add("/", "<title>石岭煤矿</title><ul><li>首页</li></ul>")
    web.pages["/"].headers["ETag"] = '"home"'
    web.pages["/a/1.htm"] = Answer(status=302, headers={"Location": "/"})
    web.add("/a/2.htm", "<title>提示信息</title><p>您访问的页面不存在或已被删除！</p>")
    web.pages["/a/2.htm"].headers["ETag"] = '"notice"'
    takedowns = "SELECT how, back_at FROM takedowns ORDER BY how"
    for _ in range(3):
        site.run()
        site.make_due()
        assert site.rows(takedowns) == [("home", None), ("notice", None)]
    assert "no such page" in site.frontier()["/a/2.htm"][2]

    # It may come back in the words that it had: a 304 to what it was asked for with then.
    web.add_article(2)
    web.pages["/a/2.htm"].headers["ETag"] = '"2"'
    site.run()
    assert captures(site, "/a/2.htm")[-1] == (304, "revisit")
    assert [back is not None for _, back in site.rows(takedowns)] == [False, True]


@pytest.mark.parametrize("status", [404, 410])
def test_an_article_that_was_taken_down_keeps_its_text_and_gets_a_date(
    web: Any, site: Any, status: int
) -> None:
    page = web.pages["/a/1.htm"]
    web.pages["/a/1.htm"] = Answer(b"gone", status)

    site.run()

    gone = (
        "SELECT texts.url, length(body) > 100, gone_at = captured_at FROM texts, captures "
        "WHERE gone_at > '' AND status >= 400 AND requested_url LIKE '%/a/%'"
    )
    assert site.rows(gone) == [(web.url("/a/1.htm"), 1, 1)]
    web.pages["/a/1.htm"] = page
    site.make_due()
    site.run()
    assert site.rows("SELECT count(gone_at) FROM articles") == [(0,)]


def test_a_page_that_says_with_200_that_it_is_gone_counts_as_gone(web: Any, site: Any) -> None:
    web.add("/a/1.htm", "<title>404</title><h1>页面不存在</h1><p>您访问的页面不存在或已被删除。</p>")

    site.run()

    assert site.rows("SELECT url FROM articles WHERE gone_at > ''") == [(web.url("/a/1.htm"),)]
    assert "no such page" in site.frontier()["/a/1.htm"][2]


def test_a_list_that_shows_nothing_new_is_left(web: Any, site: Any) -> None:
    site.run()

    assert (web.times("/list.htm"), web.times("/list_2.htm")) == (2, 1)
    reason = "an older page of a list whose newer pages brought nothing new"
    assert site.frontier()["/list_2.htm"] == ["listing", "skipped", reason]


def test_a_list_that_shows_something_new_is_walked_on(web: Any, site: Any) -> None:
    web.add_list("/list.htm", range(4, 6), '<a href="list_2.htm">下一页</a>')
    web.add_list("/list_2.htm", range(1, 4))
    web.add_article(5)

    assert site.run()["new"] == 1
    assert web.times("/list_2.htm") == 2
    assert site.frontier()["/list_2.htm"][1] == "done"


def test_after_a_run_that_was_cut_off_no_list_is_left_early(web: Any, site: Any) -> None:
    web.asked.clear()
    web.seconds = 0.2
    process = site.start_until("/list.htm")
    process.kill()
    process.communicate(timeout=30)
    web.seconds = 0.0

    site.run()

    assert web.times("/list_2.htm") == 1


def test_a_failed_list_page_is_asked_again(web: Any, site: Any) -> None:
    web.add_list("/list.htm", range(4, 6), '<a href="list_2.htm">下一页</a>')
    web.add_article(5)
    list_2 = web.pages["/list_2.htm"]
    web.pages["/list_2.htm"] = Answer(b"busy", 500)
    site.run(exit_code=1)
    web.pages["/list_2.htm"] = list_2
    asked = web.times("/list_2.htm")

    site.run()
    assert web.times("/list_2.htm") == asked
    site.make_due()
    site.run()

    assert web.times("/list_2.htm") == asked + 1


def test_what_stands_behind_a_list_page_that_failed_in_a_full_walk_is_found_later(
    web: Any, site: Any
) -> None:
    web.add_list("/list_2.htm", range(1, 3), '<a href="list_3.htm">下一页</a>')
    web.add_list("/list_3.htm", range(9, 10))
    web.add_article(9)
    list_2 = web.pages["/list_2.htm"]
    web.pages["/list_2.htm"] = Answer(b"busy", 500)
    site.change("UPDATE runs SET started_at = '2020-01-01T00:00:00Z'")
    site.run(exit_code=1)
    web.pages["/list_2.htm"] = list_2
    site.make_due()

    assert site.run()["new"] == 1
    assert site.rows("SELECT full_walk FROM runs ORDER BY id") == [(1,), (1,), (None,)]


def test_what_fails_is_asked_for_more_and_more_rarely(web: Any, site: Any) -> None:
    web.pages["/a/1.htm"] = Answer(b"busy", 500)
    waits = []
    for _ in range(3):
        site.run(exit_code=1)
        wait = "julianday(next_visit_at) - julianday((SELECT max(captured_at) FROM captures))"
        waits += site.rows(f"SELECT attempts, round({wait}, 1) FROM frontier WHERE state = 'failed'")
        site.make_due()

    assert waits == [(1, 0.5), (2, 1.5), (3, 3.5)]


def test_once_a_month_a_late_article_on_an_older_list_page_is_found(web: Any, site: Any) -> None:
    web.add_list("/list_2.htm", range(1, 3), '<a href="/a/9.htm">补发</a>')
    web.add_article(9)
    assert site.run()["new"] == 0

    site.change("UPDATE runs SET started_at = '2020-01-01T00:00:00Z'")

    assert site.run()["new"] == 1
    assert site.rows("SELECT full_walk FROM runs ORDER BY id") == [(1,), (None,), (1,)]


@pytest.mark.parametrize("home", ["/", "/index.html"])
def test_an_article_that_leads_to_the_home_page_now_was_taken_away(web: Any, site: Any, home: str) -> None:
    web.pages["/a/1.htm"] = Answer(b"", 302, {"Location": home})
    web.add(home, "<title>石岭煤矿</title><p>欢迎访问石岭煤矿网站。</p>")

    report = site.run()

    assert site.rows("SELECT url FROM articles WHERE gone_at > ''") == [(web.url("/a/1.htm"),)]
    assert report["unchanged"] == 3
    assert "home page" in site.frontier()["/a/1.htm"][2]
    shown = "SELECT how, url FROM takedowns JOIN captures ON captures.id = capture_id"
    assert site.rows(shown) == [("home", web.url(home))]


def test_a_site_that_moves_keeps_its_texts(web: Any, site: Any) -> None:
    """Half of the links name the new host; the other texts are asked for at the old one, and redirected."""
    before = site.rows("SELECT key, url FROM articles ORDER BY id")
    web.moved_to = "www.web.localhost"
    new = web.url("").replace("web.localhost", web.moved_to)
    moved = "".join(f'<li><a href="{new}/a/{number}.htm">简报{number}</a></li>' for number in (3, 4))
    web.add("/list.htm", f'<title>简报</title><ul>{moved}</ul><a href="list_2.htm">下一页</a>')
    web.add_article(1, "<p>更正：责任书签订日期应为六月三日，特此说明。</p>")

    report = site.run()

    assert (report["new"], report["changed"], report["unchanged"], report["alarms"]) == (0, 1, 3, [])
    assert site.rows("SELECT key, url FROM articles ORDER BY id") == before
    assert site.rows("SELECT count(*) FROM frontier WHERE kind = 'article'") == [(4,)]
    answered = site.rows("SELECT DISTINCT url FROM captures WHERE kind = 'article' AND run_id = 2 ORDER BY 1")
    assert answered == [(f"{new}/a/{number}.htm",) for number in range(1, 5)]
