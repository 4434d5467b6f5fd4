"""Crawls that are killed, stopped or refused."""

from __future__ import annotations

import resource
import signal
from typing import Any

from archive.store.locking.lock import hold

ARTICLES = range(1, 13)


def declare(web: Any) -> None:
    web.seconds = 0.02
    web.add_list("/list.htm", range(1, 7), '<a href="list_2.htm">下一页</a>')
    web.add_list("/list_2.htm", range(7, 13))
    web.add_articles(ARTICLES)


def assert_complete(site: Any) -> None:
    assert {row[1] for row in site.frontier().values()} == {"done"}
    assert len(site.rows("SELECT id FROM articles")) == len(ARTICLES)
    doubled = "SELECT url FROM captures WHERE kind = 'article' GROUP BY url HAVING count(*) > 1"
    assert site.rows(doubled) == []


def test_kill_9_loses_and_doubles_nothing(web: Any, crawl: Any) -> None:
    declare(web)
    site = crawl("/list.htm")
    for path in ("/list_2.htm", "/a/3.htm", "/a/7.htm"):
        process = site.start_until(path)
        process.kill()
        process.communicate(timeout=30)
        assert process.returncode == -signal.SIGKILL

    report = site.run()

    assert report["outcome"] == "finished"
    assert_complete(site)
    outcomes = site.rows("SELECT outcome FROM runs ORDER BY id")
    assert outcomes == [("interrupted",)] * 3 + [("finished",)]


def test_sigterm_ends_cleanly_and_the_next_run_goes_on(web: Any, crawl: Any) -> None:
    declare(web)
    site = crawl("/list.htm")
    process = site.start_until("/a/3.htm")
    process.terminate()
    process.communicate(timeout=30)

    assert process.returncode == 130
    assert site.rows("SELECT outcome FROM runs") == [("interrupted",)]
    assert site.rows("SELECT count(*) FROM frontier WHERE state = 'pending'")[0][0] > 0
    site.run()
    assert_complete(site)


def test_a_second_run_on_the_same_site_is_refused(web: Any, crawl: Any) -> None:
    declare(web)
    site = crawl("/list.htm")
    with hold(site.data, "web"):
        refused = site.run(exit_code=75)

    assert "web" in refused["error"]
    assert web.asked == []


def test_a_full_disk_ends_the_crawl_with_its_reason_and_loses_nothing(web: Any, crawl: Any) -> None:
    declare(web)
    site = crawl("/list.htm")

    process = site.start_until("/a/3.htm")
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
    _, errors = process.communicate(timeout=30)

    assert process.returncode == 5, errors
    assert "Traceback" not in errors
    assert len(site.rows("SELECT id FROM articles")) < len(ARTICLES)
    site.run()
    assert_complete(site)
