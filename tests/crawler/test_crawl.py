"""Whole crawls of a site on loopback."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from tests.crawler.web import Answer


def kept(data: Path) -> list[tuple[str, str, bytes]]:
    """Status line, address and body as on the wire of each answer; a repeated one has no body."""
    found = []
    for path in sorted((data / "warc").iterdir()):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, no_record_parse=False):
                if record.rec_type in ("response", "revisit"):
                    url = record.rec_headers["WARC-Target-URI"]
                    found.append((record.http_headers.statusline, url, record.raw_stream.read()))
    return found


def test_lists_articles_parts_and_files_are_followed(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 4), '<a href="list_2.htm">下一页</a>')
    web.add_list("/list_2.htm", range(4, 6))
    web.add_articles(range(1, 5))
    web.add_article(5, '<p><a href="/files/plan.txt">附件：方案.txt</a></p><a href="/a/5_2.htm">下一页</a>')
    web.add(
        "/a/5_2.htm",
        "<h1>安全生产月简报第5期</h1><p>会后各区队签订了责任书，全月未发生轻伤以上事故。</p>",
    )
    web.add("/files/plan.txt", "石岭煤矿安全生产月活动方案。\n一、指导思想。")
    site = crawl("/list.htm")

    report = site.run()

    assert (report["outcome"], report["listed"], report["new"], report["failed"]) == ("finished", 2, 5, 0)
    frontier = site.frontier()
    assert {path: row[0] for path, row in frontier.items()} == {
        "/list.htm": "listing",
        "/list_2.htm": "listing",
        "/a/1.htm": "article",
        "/a/2.htm": "article",
        "/a/3.htm": "article",
        "/a/4.htm": "article",
        "/a/5.htm": "article",
        "/a/5_2.htm": "part",
        "/files/plan.txt": "attachment",
    }
    assert {row[1] for row in frontier.values()} == {"done"}
    assert "robots.txt" in kept(site.data)[0][1]
    assert len(kept(site.data)) == len(site.rows("SELECT id FROM captures")) == 10
    assert web.agents == {next(iter(web.agents))} and "campaign-archive/" in next(iter(web.agents))


def test_a_second_crawl_asks_for_the_lists_alone(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 3))
    web.add_article(1)
    web.add_article(2)
    site = crawl("/list.htm")
    site.run()

    report = site.run()

    assert (report["listed"], report["new"], report["fetched"]) == (1, 0, 2)
    assert web.times("/a/1.htm") == 1


def test_an_error_that_heals_is_asked_again_and_both_answers_are_kept(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 2))
    web.add_article(1)
    page = web.pages["/a/1.htm"]
    web.pages["/a/1.htm"] = [Answer(b"busy", 503, {"Retry-After": "1"}), page]
    site = crawl("/list.htm")

    report = site.run()

    assert (report["new"], report["failed"]) == (1, 0)
    first, second = (at for at, path in web.asked if path == "/a/1.htm")
    assert second - first >= 1
    statuses = [status for status, url, _ in kept(site.data) if url.endswith("/a/1.htm")]
    assert statuses == ["503 Service Unavailable", "200 OK"]


def test_each_address_ends_with_a_reason(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 8))
    web.add_article(1)
    web.add("/a/3.htm", "out of order", status=500)
    web.pages["/a/4.htm"] = Answer(status=301, headers={"Location": "/a/1.htm"})
    web.pages["/a/5.htm"] = Answer(status=302, headers={"Location": "/a/5.htm"})
    web.pages["/a/6.htm"] = Answer(status=302, headers={"Location": "http://other.localhost/"})
    web.pages["/a/7.htm"] = Answer(
        gzip.compress(bytes(40 << 20)), headers={"Content-Encoding": "gzip", "Content-Type": "text/html"}
    )
    site = crawl("/list.htm")

    report = site.run(exit_code=1)

    frontier = site.frontier()
    assert (report["failed"], report["skipped"]) == (3, 1)
    assert frontier["/a/1.htm"] == ["article", "done", None]
    assert frontier["/a/2.htm"] == ["article", "done", "answered 404 Not Found"]
    assert frontier["/a/3.htm"] == ["article", "failed", "answered 500 Internal Server Error"]
    known = f"redirects to {web.url('/a/1.htm')}, which has its own visit"
    assert frontier["/a/4.htm"] == ["article", "done", known]
    assert frontier["/a/5.htm"][1:] == ["failed", f"redirects in a circle, back to {web.url('/a/5.htm')}"]
    assert frontier["/a/6.htm"][1:] == ["skipped", "redirects to another site, http://other.localhost/"]
    assert frontier["/a/7.htm"][1] == "failed"
    assert "unpacks to more than" in frontier["/a/7.htm"][2]
    assert sorted(url for _, url, _ in kept(site.data)) == sorted(web.url(path) for _, path in web.asked)
    assert len(site.rows("SELECT id FROM articles")) == 1


def test_a_redirect_to_a_new_address_is_followed(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 2))
    web.add_article(2)
    web.pages["/a/1.htm"] = Answer(status=301, headers={"Location": "/a/2.htm"})
    site = crawl("/list.htm")

    report = site.run()

    assert report["new"] == 1
    assert site.frontier()["/a/1.htm"] == ["article", "done", None]
    assert site.rows("SELECT url FROM articles") == [(web.url("/a/2.htm"),)]
    moved = "SELECT status, kind, url FROM captures WHERE url <> requested_url OR status = 301 ORDER BY id"
    assert site.rows(moved) == [
        (301, "other", web.url("/a/1.htm")),
        (200, "article", web.url("/a/2.htm")),
    ]


def test_the_bytes_on_the_wire_are_kept(web: Any, crawl: Any) -> None:
    web.add_list("/list.htm", range(1, 2))
    web.add_article(1)
    web.pages["/a/1.htm"].body = packed = gzip.compress(web.pages["/a/1.htm"].body)
    web.pages["/a/1.htm"].headers["Content-Encoding"] = "gzip"
    site = crawl("/list.htm")

    assert site.run()["new"] == 1
    assert packed in [body for _, _, body in kept(site.data)]


def test_a_list_that_repeats_its_last_page_ends_the_walk(web: Any, crawl: Any) -> None:
    web.add_list("/list.php", range(1, 3))
    web.add_list("/list.php?page=2", range(3, 4))
    for beyond in range(3, 9):
        web.add_list(f"/list.php?page={beyond}", range(3, 4))
    web.add_articles(range(1, 4))
    site = crawl("/list.php", more="paging=Query('page')")

    site.run()

    reason = f"shows the same articles as {web.url('/list.php?page=2')}"
    assert site.frontier()["/list.php?page=3"] == ["listing", "done", reason]
    assert not web.times("/list.php?page=4")


def test_a_list_without_articles_is_an_alarm(web: Any, crawl: Any) -> None:
    web.add("/list.htm", "<p>栏目建设中</p>")
    site = crawl("/list.htm")

    (alarm,) = site.run(exit_code=3)["alarms"]

    assert web.url("/list.htm") in alarm


def test_a_site_that_answers_nothing_was_not_crawled(web: Any, crawl: Any) -> None:
    web.add("/list.htm", "gone for today", status=500)
    report = crawl("/list.htm").run(exit_code=1)
    assert (report["outcome"], report["failed"]) == ("failed", 1)
    assert report["warnings"] == ["1 failed: answered 500 Internal Server Error"]


def test_a_link_that_nobody_can_ask_for_is_passed_over(web: Any, crawl: Any) -> None:
    """Scrapy refuses such an address; in the frontier it would hold the crawl up for good."""
    web.add_list("/list.htm", range(1, 3), '<a href="http://web.localhost:99999/a/3.htm">简报3</a>')
    web.add_articles(range(1, 3))
    site = crawl("/list.htm")

    assert site.run()["new"] == 2
    assert site.rows("SELECT url FROM frontier WHERE url LIKE '%99999%'") == []


def test_a_picture_that_somebody_names_is_kept_and_is_no_article(web: Any, crawl: Any) -> None:
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4
    web.pages["/photo.png"] = Answer(picture, headers={"Content-Type": "image/png"})
    site = crawl("/list.htm")
    site.plan = {"task": "pages", "pages": [web.url("/photo.png")]}

    assert site.run()["new"] == 0

    told = "holds no article (it looks like: a picture, a scan or another file without a text)"
    assert site.frontier() == {"/photo.png": ["article", "done", told]}
    assert picture in [body for _, _, body in kept(site.data)]
    assert site.rows("SELECT id FROM articles") == []
