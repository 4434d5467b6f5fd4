from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pytest

from tests.datasette_pages.answers import Read, table

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def titles(feed: httpx.Response) -> list[str | None]:
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(feed.content)
    return [element.text for element in root.findall("a:entry/a:title", ATOM)]


def test_changed_and_vanished_texts_the_latest_first(read: Read) -> None:
    page = read("/changes").text
    dates = re.findall(r'<p class="about-hit"><time datetime="([0-9-]+)', page)
    assert dates == ["2026-11-12", "2026-11-08"]
    assert re.findall(r'<span class="badge[^>]*>(.*?)</span>', page) == ["撤下", "改动"]
    assert "集团举办安全生产月宣传咨询日活动" in page and "字数未变" in page


def test_changes_of_one_site(read: Read) -> None:
    page = read("/changes?site=shibanqiao").text
    assert "百日安全无事故" in page and "宣传咨询日" not in page
    nowhere = read("/changes?site=nowhere").text
    assert "没有这样的变动" in nowhere and "还没有发现变动" not in nowhere


def test_changes_of_one_kind(read: Read) -> None:
    page = read("/changes?kind=gone").text
    assert "宣传咨询日" in page and "百日安全无事故" not in page
    assert 'href="/changes.atom?kind=gone"' in page and 'href="/changes.csv?kind=gone"' in page
    assert titles(read("/changes.atom?kind=gone")) == ["撤下: 集团举办安全生产月宣传咨询日活动"]


def test_what_was_taken_down_in_one_year_is_counted(read: Read) -> None:
    assert "共 2 处" in read("/changes").text
    gone = read("/changes?kind=gone&year=2026").text
    assert "共 1 处" in gone and "宣传咨询日" in gone and 'value="2026"' in gone
    assert "没有这样的变动" in read("/changes?kind=gone&year=2025").text
    assert read("/changes.csv?year=2026").content.count(b"\r\n") == 3
    assert read("/changes.csv?year=2025").content.count(b"\r\n") == 1


def test_a_change_leads_to_the_comparison_and_to_the_capture_that_shows_it(read: Read) -> None:
    page = read("/changes?kind=changed").text
    (link,) = re.findall(r'href="(/article/[a-z2-7]{12}#version-\d+)">对照前后文字', page)
    article, _, place = link.partition("#")
    version = read(article).text.partition(f'<li id="{place}">')[2].partition("</li>")[0]
    assert "<del>二</del><ins>三</ins>" in version
    (capture,) = re.findall(r'href="(/capture/\d+)">所据抓取', page)
    assert "每人奖励三百元" in read(capture).text
    assert "2026-10-03 02:14:07 UTC" in page


def test_what_vanished_leads_to_the_answer_that_says_so(read: Read) -> None:
    page = read("/changes?kind=gone").text
    assert "网址返回 404 或 410" in page and "2026-11-08 03:00:04 UTC" in page
    (capture,) = re.findall(r'href="(/capture/\d+)">所据抓取', page)
    (article,) = re.findall(r'href="(/article/[a-z2-7]{12})" lang="zh">集团举办', page)
    provenance = read(article).text.partition('id="provenance"')[2]
    assert capture in provenance and "网址返回 404 或 410" in provenance


def test_the_file_holds_every_change(read: Read) -> None:
    gone, changed = table(read("/changes.csv"))
    assert (gone["kind"], gone["how"], gone["at"]) == ("gone", "status", "2026-11-12T03:00:00Z")
    assert (gone["not_before"], gone["site"]) == ("2026-11-08T03:00:04Z", "hengling")
    assert (changed["kind"], changed["more_chars"]) == ("changed", "0")
    assert (changed["not_before"], changed["at"]) == ("2026-10-03T02:14:07Z", "2026-11-08T02:10:44Z")
    assert read("/changes.csv?site=shibanqiao").content.count(b"\r\n") == 2


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
        "<svg onload=window.attacked=1><kbd>恶意</kbd>标题"
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
    shown = ElementTree.fromstring(answer.content).findtext("o:ShortName", namespaces=names)
    assert shown and len(shown) <= 16, "OpenSearch 1.1 allows no more"
    english = ElementTree.fromstring(read("/opensearch.xml?lang=en").content)
    assert len(english.findtext("o:ShortName", "", names)) <= 16


@pytest.mark.parametrize(
    "path", ["/search.atom", "/search.atom?q=%E5%AE%89%E5%85%A8&lang=en", "/changes.atom"]
)
def test_a_feed_keeps_the_rules_of_atom(read: Read, path: str) -> None:
    """RFC 4287: what a feed and an entry must have once, addresses whole, times with their zone."""
    feed = ElementTree.fromstring(read(path).content)
    entries = feed.findall("a:entry", ATOM)
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            (text,) = [each.text or "" for each in element.findall(f"a:{name}", ATOM)]
            assert text.strip()
        assert re.fullmatch(r"http://\S+|urn:uuid:[0-9a-f-]{36}", element.findtext("a:id", "", ATOM))
        moment = datetime.fromisoformat(element.findtext("a:updated", "", ATOM))
        assert moment.tzinfo
    assert feed.findtext("a:updated", "", ATOM) == max(
        each.findtext("a:updated", "", ATOM) for each in entries
    )
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert (
        links["self"] == "http://localhost" + path.replace("&lang=en", "") == feed.findtext("a:id", "", ATOM)
    )
    assert len({entry.findtext("a:id", "", ATOM) for entry in entries}) == len(entries) > 0
    for entry in entries[:5]:
        assert entry.findtext("a:author/a:name", "", ATOM).strip()
        (link,) = entry.findall("a:link", ATOM)
        assert read(link.attrib["href"].removeprefix("http://localhost").partition("#")[0]).status_code == 200


@pytest.mark.parametrize("path", ["/search.atom", "/changes.atom"])
def test_entries_stay_the_same_wherever_the_archive_is_served(read: Read, path: str) -> None:
    def ids(host: str) -> list[str | None]:
        root = ElementTree.fromstring(read(path, Host=host).content)
        links = [link.get("href", "") for link in root.iter("{http://www.w3.org/2005/Atom}link")]
        assert all(link.startswith(f"http://{host}/") and not link.endswith("?") for link in links)
        return [entry.text for entry in root.findall("a:entry/a:id", ATOM)]

    assert ids("localhost:8001") == ids("127.0.0.1:9000") != []


def test_a_feed_of_nothing_changes_only_with_the_archive(read: Read) -> None:
    asked = "/search.atom?q=" + quote("查无此词")
    first = read(asked)
    (updated,) = re.findall("<updated>(.*?)</updated>", first.text)
    assert datetime.fromisoformat(updated) <= datetime.now(UTC)
    runs = [row["finished_at"] for row in read("/archive/runs.json?_shape=array").json()]
    assert updated == max(runs)
    assert read(asked).content == first.content
