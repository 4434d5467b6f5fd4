from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote
from xml.etree import ElementTree

import httpx

Read: TypeAlias = Callable[..., httpx.Response]

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def titles(feed: httpx.Response) -> list[str | None]:
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(feed.content)
    return [element.text for element in root.findall("a:entry/a:title", ATOM)]


def test_changed_and_vanished_texts_the_latest_first(read: Read) -> None:
    page = read("/changes").text
    assert re.findall(r'<time datetime="([0-9-]+)', page) == ["2026-11-12", "2026-11-08"]
    assert re.findall(r'<span class="badge[^>]*>(.*?)</span>', page) == ["撤下", "改动"]
    assert "集团举办安全生产月宣传咨询日活动" in page and "+0 字" in page


def test_changes_of_one_site(read: Read) -> None:
    page = read("/changes?site=shibanqiao").text
    assert "百日安全无事故" in page and "宣传咨询日" not in page
    assert "还没有发现变动" in read("/changes?site=nowhere").text


def test_a_feed_of_changes(read: Read) -> None:
    assert titles(read("/changes.atom")) == [
        "撤下: 集团举办安全生产月宣传咨询日活动",
        "改动: 关于开展“百日安全无事故”竞赛活动的实施方案",
    ]


def test_a_feed_of_a_search_gives_the_latest_arrivals_first(read: Read) -> None:
    feed = read("/search.atom?q=" + quote("安全生产") + "&site=hengling")
    assert titles(feed) == ["集团举办安全生产月宣传咨询日活动", "横岭能源集团党建工作要点"]
    root = ElementTree.fromstring(feed.content)
    assert root.findtext("a:title", namespaces=ATOM) == "活动文献库 · 安全生产 · hengling"
    link = root.find("a:entry/a:link", ATOM)
    assert link is not None
    assert re.fullmatch(r"http://localhost/article/[a-z2-7]{12}", link.attrib["href"])
    assert read(link.attrib["href"].removeprefix("http://localhost")).status_code == 200


def test_a_hostile_title_is_text_in_a_feed(read: Read) -> None:
    assert titles(read("/search.atom?q=" + quote("恶意"))) == [
        "<script>window.attacked=1</script><b>恶意</b>标题"
    ]


def test_a_browser_can_add_the_archive(read: Read) -> None:
    assert (
        'rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml"' in read("/").text
    )
    answer = read("/opensearch.xml")
    assert answer.headers["content-type"].startswith("application/opensearchdescription+xml")
    names = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    url = ElementTree.fromstring(answer.content).find("o:Url", names)
    assert url is not None and url.attrib["template"] == "http://localhost/search?q={searchTerms}"
