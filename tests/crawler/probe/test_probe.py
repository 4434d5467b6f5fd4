"""What a probe proposes collects all articles, without a hand."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from archive.errors import CallError
from archive.extract import extract
from archive.extract.charset import decode
from archive.extract.rules import SiteRules
from crawler.paging import ListPage
from crawler.probe.doubts import doubts_of
from crawler.probe.links import articles_of
from crawler.probe.shapes import pattern_of
from crawler.probe.site_file import source_of, write
from crawler.samples.pages import pages_of
from crawler.samples.sites import SITES, Site
from tests.crawler.probe.memory import MemoryWeb
from tests.sample_manifest import MANIFEST, irrelevant

DAY = "2026-11-01"
SAMPLES = [(site, path) for site in SITES for path in ("/", site.list_path(site.channels[0], 1))]


@pytest.mark.parametrize(("site", "path"), SAMPLES, ids=lambda value: getattr(value, "name", value))
def test_sample_sites(site: Site, path: str) -> None:
    home = f"http://{site.name}.localhost:8100"
    answers = {path: page.body for path, page in pages_of(site).items()}
    web = MemoryWeb(home, answers)
    proposal = web.proposal(path)

    found = {url.removeprefix(home) for url in web.collect(proposal.site)}
    articles = {article.text.path for article in MANIFEST[site]}
    expected = articles - set(site.redirects.values())
    assert expected <= found
    forbidden = {path for path in found if site.disallowed and path.startswith(site.disallowed)}
    assert found - articles <= {*site.missing, *site.redirects} | irrelevant(site) | forbidden

    for article in (path for path in expected if proposal.rules and path in answers):
        found_by_rules = extract(answers[article], home + article, rules=proposal.rules)
        assert found_by_rules == extract(answers[article], home + article)


LIST_PAGES = sorted(
    path.parent
    for path in (Path(__file__).parents[2] / "spiders").glob("*/expected.json")
    if path.parent.name != "party_members"  # Its links stand in a script.
)


@pytest.mark.parametrize("folder", LIST_PAGES, ids=lambda folder: folder.name)
def test_the_articles_of_known_layouts_are_found(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["list"]
    page = ListPage(expected["url"], decode((folder / "list.html").read_bytes()).text)
    found = [link.url for link in articles_of(page)]

    assert set(found) >= set(expected["articles"])
    assert len(found) <= len(expected["articles"]) + 1


def test_sites_in_the_manner_of_each_system(platform_site: Any) -> None:
    proposal = platform_site.web.proposal(platform_site.start)

    assert platform_site.web.collect(proposal.site) == platform_site.articles
    assert proposal.title == "石岭煤矿"
    assert proposal.rules == SiteRules(body=".article-box", title="h1", byline="h1 + p")
    assert {extraction.published_at for _, extraction in proposal.samples} >= {"2023-05-01"}
    assert [*doubts_of(proposal)] == []


def test_the_file_is_small_and_its_test_holds(platform_site: Any, tmp_path: Path) -> None:
    proposal = platform_site.web.proposal(platform_site.start)
    (tmp_path / "spiders").mkdir()
    written = write(proposal, DAY, tmp_path)

    ruff = [sys.executable, "-m", "ruff", "format", "--check", "--line-length=110", str(written[0])]
    assert subprocess.run(ruff, check=False, capture_output=True).returncode == 0
    names: dict[str, Any] = {}
    source = written[0].read_text("utf-8")
    exec(compile(source, "site", "exec"), names)
    assert names["SITE"].start == proposal.start
    assert type(names["SITE"].paging) is type(proposal.dialect.paging)
    assert len([line for line in source.splitlines()[1:] if line]) <= 20
    expected = json.loads(
        (written[0].parent.parent / "tests/spiders/shiling/expected.json").read_text("utf-8")
    )
    assert set(expected["list"]["articles"]) <= platform_site.articles
    assert len(expected["article"]["body"]) == 5
    with pytest.raises(CallError, match="exists"):
        write(proposal, DAY, tmp_path)


HOME = "http://x.example"


def _front(title: str = "石岭煤矿", folder: str = "a", count: int = 6) -> str:
    """A home page that lists articles."""
    rows = (f'<li><a href="/{folder}/{n}.htm">石岭煤矿第{n}采区召开动员会</a></li>' for n in range(count))
    return f"<title>{title}</title>{''.join(rows)}"


def test_a_page_without_a_list_is_refused_with_a_reason() -> None:
    web = MemoryWeb(HOME, {"/": "<title>石岭煤矿</title><p>建设中"})
    with pytest.raises(CallError, match="No list of articles"):
        web.proposal()
    with pytest.raises(CallError, match="404"):
        web.proposal("/nowhere")


def test_what_is_not_sure_is_said() -> None:
    front = _front(count=4)
    with pytest.raises(CallError, match=r"No article of .* 404"):
        MemoryWeb(HOME, {"/": front}).proposal()
    proposal = MemoryWeb(HOME, {"/": front, "/a/1.htm": "<h1>动员会</h1><p>矿长讲话。"}).proposal()
    doubts = " ".join(doubts_of(proposal))

    assert "404" in doubts
    assert "set `paging`" in doubts
    assert "only 4 articles" in doubts
    assert ast.parse(source_of(proposal, DAY))


def test_what_no_selector_gives_on_all_samples_is_said() -> None:
    """The title has a box of another name on each page, the byline stands bare in the text's own box."""
    text = "<p>矿长要求各区队对照活动方案逐条落实，查出的隐患当班整改，逾期按制度考核。</p>" * 4
    pages = {
        f"/a/{n}.htm": f"<title>第{n}次动员会</title><b class='c{n}'>第{n}次动员会</b>"
        f"<div class='text'>来源：宣传科 时间：2023-05-0{n + 1}<br>{text}</div>"
        for n in range(6)
    }
    proposal = MemoryWeb(HOME, {"/": _front(), **pages}).proposal()

    assert proposal.rules == SiteRules(body=".text")
    for part in ("title", "byline"):
        doubt = f"no selector gives the {part} on all samples; the general reader will find it page by page"
        assert doubt in doubts_of(proposal)


def test_what_a_page_says_is_never_run() -> None:
    front = _front(title='通知"""; boom()#\\_石岭煤矿"""; boom()网', folder="a&quot;+boom+&quot;")
    article = "<h1>动员会</h1><p>矿长要求各区队对照方案逐条落实。"
    proposal = MemoryWeb(HOME, {"/": front, '/a"+boom+"/1.htm': article}).proposal()

    tree = ast.parse(source_of(proposal, DAY))
    assert "boom" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("白岩矿务局", "mine"),
        ("石岭市应急管理局", "government"),
        ("石岭煤矿", "mine"),
        ("石岭矿业协会", "association"),
        ("石岭能源集团", "soe"),
    ],
)
def test_the_kind_is_guessed_by_the_name(title: str, kind: str) -> None:
    answers = {"/": _front(title=title), "/a/1.htm": "<h1>动员会</h1><p>矿长讲话。"}
    assert MemoryWeb(HOME, answers).proposal().kind == kind


@pytest.mark.parametrize(
    ("paths", "counts_digits", "pattern"),
    [
        (["/xw/202112/t20211229_8.htm", "/dj/202201/t20220105_77.htm"], False, r"/\w+/\d+/t\d+_\d+\.htm"),
        (["/a/14.htm", "/a/2301.htm"], True, r"/a/\d{2,4}\.htm"),
        (["/show.asp?id=7", "/show.asp?id=12"], False, r"/show\.asp\?id=\d+"),
        ([f"/c/{'0a' * 16}.shtml"], False, r"/c/[0-9a-f]{32}\.shtml"),
        (["/a/1.htm", "/b.pdf"], False, r"/a/\d+\.htm|/b\.pdf"),
        (["/a/4f0ab2194f.htm", "/a/0b1c2d3e4f.htm"], False, r"/a/[0-9a-f]{10}\.htm"),
        (["/n/c9767336.htm"], False, r"/n/c\d+\.htm"),
        (["/5/an", "/5/an-7", "/5/an-quan", "/6/an-quan-yue"], False, r"/\d+/(?!\d+(?![^/]))[^/]+"),
        (["/a/7.htm", "/a/x7.htm", "/a/7-x.htm", "/a/x.htm"], False, r"/a/[^/]+\.htm"),
    ],
)
def test_the_pattern_of_addresses(paths: list[str], counts_digits: bool, pattern: str) -> None:
    urls = [HOME + path for path in paths]
    assert pattern_of(urls, counts_digits=counts_digits) == pattern
