from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from httpx import Response

from archive.errors import MachineError
from crawler.samples.pages import pages_of
from crawler.samples.server import SampleServer
from crawler.samples.sites import SITES, Site
from tests.sample_manifest import MANIFEST, irrelevant

Fetch = Callable[..., Response]

by_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)


@by_site
def test_every_page_is_served_in_its_declared_charset(site: Site, fetch: Fetch) -> None:
    codec = "gbk" if site.charset == "gb2312" else site.charset
    for path in pages_of(site).keys() - site.healing:
        answer = fetch(site.name, path)
        assert answer.status_code == 200
        if answer.headers["content-type"].startswith("text/html"):
            assert answer.headers["content-type"] == f"text/html; charset={site.charset}"
            assert "<title>" in answer.content.decode(codec).lower()


@by_site
def test_the_lists_lead_to_every_article_and_nothing_else(site: Site, fetch: Fetch) -> None:
    linked = _linked_from_lists(site, fetch)
    forbidden = {path for path in linked if site.disallowed and path.startswith(site.disallowed)}
    expected = {article.text.path for article in MANIFEST[site]}
    assert linked == expected | forbidden | {*site.missing, *site.redirects} | irrelevant(site)


def _linked_from_lists(site: Site, fetch: Fetch) -> set[str]:
    """Walk as a reader does: from the front page over the lists; TRS states the count in a script."""
    unread, read, linked = ["/"], set[str](), set[str]()
    while unread:
        path = unread.pop()
        read.add(path)
        html = fetch(site.name, path).text
        count = int(found[1]) if (found := re.search(r"createPageHTML\((\d+)", html)) else 1
        names = [*re.findall(r'(?i)href="([^"#]+)"', html), *(f"index_{n}.htm" for n in range(1, count))]
        for target in (urljoin(path, name) for name in names):
            is_list = re.search(r"/(index|list|List)(_\d+)?\.s?html?$", target)
            if is_list and target not in read:
                unread.append(target)
            elif re.search(r"\d+\.(s?html?|docx|pdf|txt)$", target) and not is_list:
                linked.add(target)
    return linked


def test_an_article_in_two_parts_links_to_its_second_page(fetch: Fetch) -> None:
    for site, articles in MANIFEST.items():
        for article in articles:
            for part, page in zip(article.parts, (article.text.path, *article.parts), strict=False):
                link = re.search(r'href="([^"]+)">下一页', fetch(site.name, page).text, re.IGNORECASE)
                assert link is not None
                assert urljoin(page, link[1]) == part
                assert fetch(site.name, part).status_code == 200


def test_attachments_are_served(fetch: Fetch) -> None:
    files = [
        (site.name, path)
        for site, articles in MANIFEST.items()
        for article in articles
        for path in article.attachments
    ]
    assert files
    for site, path in files:
        assert fetch(site, path).content.startswith(b"PK")


@by_site
def test_an_article_known_by_its_etag_is_not_sent_again(site: Site, fetch: Fetch) -> None:
    for path in (article.text.path for article in MANIFEST[site]):
        fetch(site.name, path)  # heals what fails once
        etag = fetch(site.name, path).headers["etag"]
        again = fetch(site.name, path, If_None_Match=etag)
        assert (again.status_code, again.content) == (304, b"")


def test_robots_txt_forbids_and_asks_for_a_delay(fetch: Fetch) -> None:
    assert "Disallow: /neibu/\n" in fetch("qingshan", "/robots.txt").text
    assert "Crawl-delay: 1\n" in fetch("chengfeng", "/robots.txt").text


def test_a_missing_page_is_404(fetch: Fetch) -> None:
    for site in SITES:
        for path in site.missing:
            assert fetch(site.name, path).status_code == 404


def test_the_failing_page_heals_on_the_second_request(fetch: Fetch) -> None:
    for site in SITES:
        for path in site.healing:
            assert [fetch(site.name, path).status_code for _ in range(3)] == [500, 200, 200]


def test_a_redirect_leads_to_an_article(fetch: Fetch) -> None:
    for site in SITES:
        for path, target in site.redirects.items():
            answer = fetch(site.name, path)
            assert (answer.status_code, answer.headers["location"]) == (301, target)
            assert target in {article.text.path for article in MANIFEST[site]}


def test_requests_are_logged_for_tests(server: SampleServer, fetch: Fetch) -> None:
    fetch("qingshan", "/neibu/200911/t20091102_17.htm", User_Agent="a rude robot")
    (asked,) = server.requests
    assert (asked.host, asked.status, asked.user_agent) == ("qingshan", 404, "a rude robot")


def test_an_unknown_host_shows_the_way(server: SampleServer, fetch: Fetch) -> None:
    assert server.origin("yunling") in fetch("nowhere", "/").text


def test_a_port_in_use_is_said_plainly(server: SampleServer) -> None:
    with pytest.raises(MachineError, match=rf"Port {server.port} .* in use"):
        SampleServer(server.port)


def test_the_command_says_that_its_port_is_in_use(server: SampleServer) -> None:
    command = [sys.executable, "-m", "crawler.samples", "--port", str(server.port)]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert finished.returncode == MachineError.exit_code
    assert "CAMPAIGN_SAMPLES_PORT" in finished.stderr
    assert "Traceback" not in finished.stderr
