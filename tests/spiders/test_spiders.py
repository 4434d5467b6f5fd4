"""Every site, without network: list page → article links → text, on a pair of pages in the site's layout.

tests/spiders/NAME/ holds list.html, article.html (invented text) and what they must become, expected.json;
`fails` in it names what is known not to work yet.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archive.article import compose, read
from archive.extract.charset import decode
from archive.model import Capture
from crawler.paging import ListPage
from crawler.registry import all_sites, site
from crawler.site import Site

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.json"))


@dataclass(frozen=True)
class Pair:
    """A site's pages and what they must become."""

    site: Site
    folder: Path
    expected: dict[str, Any]

    def list_page(self) -> ListPage:
        return ListPage(self.expected["list"]["url"], decode((self.folder / "list.html").read_bytes()).text)

    def capture(self) -> Capture:
        body = (self.folder / "article.html").read_bytes()
        url = self.expected["article"]["url"]
        return Capture(url=url, captured_at="2026-11-01T00:00:00Z", status=200, body=body)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def pair(request: pytest.FixtureRequest) -> Pair:
    folder = request.param
    return Pair(site(folder.name), folder, json.loads((folder / "expected.json").read_text("utf-8")))


def test_every_real_site_has_a_pair() -> None:
    assert {known.name for known in all_sites() if not known.is_local} == {folder.name for folder in FOLDERS}


def test_the_list_gives_its_articles_and_no_other(pair: Pair) -> None:
    addresses = dict.fromkeys(pair.site.addresses(pair.list_page()))
    articles = [url for url in addresses if pair.site.kind_of(url) == "article"]
    assert articles == pair.expected["list"]["articles"]


def test_the_list_goes_on(pair: Pair) -> None:
    assert pair.site.paging.next_page(pair.list_page()) == pair.expected["list"]["next"]


def test_the_article_becomes_its_text(pair: Pair, request: pytest.FixtureRequest) -> None:
    if reason := pair.expected.get("fails"):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    extraction = read(pair.capture(), pair.site.rules)
    article = compose([extraction])
    expected = pair.expected["article"]

    assert (extraction.kind, extraction.confidence, extraction.warnings) == ("article", "high", ())
    assert extraction.charset == pair.expected["encoding"]
    assert article.cleaned.title == expected["title"]
    assert article.cleaned.body.split("\n") == expected["body"]
    assert article.fields["published_at"] == expected["published_at"]
    assert article.fields.items() >= expected["fields"].items()


def test_a_page_of_another_template_says_so(pair: Pair) -> None:
    body = "<h1>通知</h1>" + "<p>全体职工要认真学习活动方案，按照分工抓好落实，确保活动取得实效。</p>" * 5
    capture = Capture(
        url=pair.expected["article"]["url"], captured_at="2026-11-01T00:00:00Z", body=body.encode()
    )
    warned = "template_unknown" in read(capture, pair.site.rules).warnings
    assert warned == bool(pair.site.rules)
