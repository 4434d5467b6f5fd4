"""What a probe proposes collects all articles, without a hand."""

from __future__ import annotations

import ast
import asyncio
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
from crawler.probe.listed import articles_of
from crawler.probe.prober import Prober
from crawler.probe.shapes import pattern_of
from crawler.probe.site_file import source_of, write
from crawler.samples.pages import pages_of
from crawler.samples.sites import SITES, Site
from tests.sample_manifest import MANIFEST, irrelevant

DAY = "2026-11-01"
SAMPLES = [(site, path) for site in SITES for path in ("/", site.list_path(site.channels[0], 1))]


@pytest.mark.parametrize(("site", "path"), SAMPLES, ids=lambda value: getattr(value, "name", value))
def test_sample_sites(site: Site, path: str, memory_web: Any) -> None:
    home = f"http://{site.name}.localhost:8100"
    answers = {path: page.body for path, page in pages_of(site).items()}
    web = memory_web(home, answers)
    proposal = asyncio.run(Prober(web.fetch).propose(home + path))

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
    web = platform_site.web
    proposal = asyncio.run(Prober(web.fetch).propose(platform_site.start))

    assert web.collect(proposal.site) == platform_site.articles
    assert proposal.title == "石岭煤矿"
    assert proposal.rules == SiteRules(body=".article-box", title="h1", byline="h1 + p")
    assert {extraction.published_at for _, extraction in proposal.samples} >= {"2023-05-01"}
    assert [*doubts_of(proposal)] == []


def test_the_file_is_small_and_its_test_holds(platform_site: Any, tmp_path: Path) -> None:
    proposal = asyncio.run(Prober(platform_site.web.fetch).propose(platform_site.start))
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


def test_a_page_without_a_list_is_refused_with_a_reason(memory_web: Any) -> None:
    web = memory_web("http://x.example", {"/": "<title>石岭煤矿</title><p>建设中".encode()})
    with pytest.raises(CallError, match="No list of articles"):
        asyncio.run(Prober(web.fetch).propose("http://x.example/"))
    with pytest.raises(CallError, match="404"):
        asyncio.run(Prober(web.fetch).propose("http://x.example/nowhere"))


def test_what_is_not_sure_is_said(memory_web: Any) -> None:
    rows = "".join(f'<li><a href="/a/{n}.htm">石岭煤矿第{n}采区召开动员会</a></li>' for n in range(4))
    front = f"<title>石岭煤矿</title>{rows}".encode()
    with pytest.raises(CallError, match=r"No article of .* 404"):
        asyncio.run(Prober(memory_web("http://x.example", {"/": front}).fetch).propose("http://x.example/"))
    web = memory_web("http://x.example", {"/": front, "/a/1.htm": "<h1>动员会</h1><p>矿长讲话。".encode()})
    proposal = asyncio.run(Prober(web.fetch).propose("http://x.example/"))
    doubts = " ".join(doubts_of(proposal))

    assert "404" in doubts
    assert "set `paging`" in doubts
    assert "only 4 articles" in doubts
    assert ast.parse(source_of(proposal, DAY))


def test_what_no_selector_gives_on_all_samples_is_said(memory_web: Any) -> None:
    """The title has a box of another name on each page, the byline stands bare in the text's own box."""
    rows = "".join(f'<li><a href="/a/{n}.htm">石岭煤矿第{n}采区召开动员会</a></li>' for n in range(6))
    text = "<p>矿长要求各区队对照活动方案逐条落实，查出的隐患当班整改，逾期按制度考核。</p>" * 4
    pages = {
        f"/a/{n}.htm": f"<title>第{n}次动员会</title><b class='c{n}'>第{n}次动员会</b>"
        f"<div class='text'>来源：宣传科 时间：2023-05-0{n + 1}<br>{text}</div>".encode()
        for n in range(6)
    }
    web = memory_web("http://x.example", {"/": f"<title>石岭煤矿</title>{rows}".encode(), **pages})
    proposal = asyncio.run(Prober(web.fetch).propose("http://x.example/"))

    assert proposal.rules == SiteRules(body=".text")
    doubts = [*doubts_of(proposal)]
    assert (
        "no selector gives the title on all samples; the general reader will find it page by page" in doubts
    )
    assert (
        "no selector gives the byline on all samples; the general reader will find it page by page" in doubts
    )


def test_what_a_page_says_is_never_run(memory_web: Any) -> None:
    rows = "".join(
        f"<li><a href='/a&quot;+boom+&quot;/{n}.htm'>石岭煤矿第{n}采区召开动员会</a></li>" for n in range(6)
    )
    title = '<title>通知"""; boom()#\\_石岭煤矿"""; boom()网</title>'
    article = "<h1>动员会</h1><p>矿长要求各区队对照方案逐条落实。".encode()
    answers = {"/": f"{title}{rows}".encode(), '/a"+boom+"/1.htm': article}
    web = memory_web("http://x.example", answers)
    proposal = asyncio.run(Prober(web.fetch).propose("http://x.example/"))

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
def test_the_kind_is_guessed_by_the_name(memory_web: Any, title: str, kind: str) -> None:
    rows = "".join(f'<li><a href="/a/{n}.htm">第{n}采区召开安全生产动员会</a></li>' for n in range(4))
    front = f"<title>{title}</title>{rows}".encode()
    answers = {"/": front, "/a/1.htm": "<h1>动员会</h1><p>矿长讲话。".encode()}
    proposal = asyncio.run(Prober(memory_web("http://x.example", answers).fetch).propose("http://x.example/"))

    assert proposal.kind == kind


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
    urls = [f"http://x.example{path}" for path in paths]
    assert pattern_of(urls, counts_digits=counts_digits) == pattern
