"""Lists and articles that only a browser can show: archived from the page that it shows."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.store.check import check
from archive.store.rebuild import rebuild

NUMBERS = range(1, 4)
LIST = """
fetch("/api/list.json").then(answer => answer.json()).then(items => {
  document.querySelector("#app").innerHTML =
    "<ul>" + items.map(item => `<li><a href="${item.path}">${item.title}</a></li>`).join("") + "</ul>"
})"""
ARTICLE = """
const number = location.pathname.match(/\\d+/)[0]
const asked = new XMLHttpRequest()
asked.open("POST", "/api/article")
asked.setRequestHeader("Content-Type", "application/x-www-form-urlencoded")
asked.onload = () => setTimeout(() => {
  const page = JSON.parse(asked.responseText)
  document.title = page.title
  document.querySelector("#app").innerHTML = `<h1>${page.title}</h1><div>${draw(page.text)}</div>`
}, 50)
asked.send("id=" + number)"""
DRAW = "function draw(lines) { return lines.map(line => `<p>${line}</p>`).join('') }"


def text_of(number: int) -> list[str]:
    return [
        f"石岭煤矿第{number}采区召开安全生产月动员会，矿长要求对照{part}号方案逐条落实。"
        for part in range(1, 9)
    ]


@pytest.fixture
def shells(web: Any, add_shell: Any) -> Any:
    """A list and articles, drawn from JSON by scripts, one of them shared."""
    add_shell("/list.htm", LIST)
    listed = [{"path": f"/a/{number}.htm", "title": f"简报第{number}期"} for number in NUMBERS]
    web.add("/api/list.json", json.dumps(listed))
    web.add("/draw.js", DRAW)
    for number in NUMBERS:
        add_shell(f"/a/{number}.htm", ARTICLE, '<script src="/draw.js"></script><img src="/logo.png">')
        page = {"title": f"安全生产月简报第{number}期", "text": text_of(number)}
        web.add(f"/api/article#id={number}", json.dumps(page))
    return web


def texts(site: Any) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = site.rows(
        "SELECT title, body FROM articles JOIN article_text ON article_id = articles.id ORDER BY url"
    )
    return rows


def test_all_articles_are_collected_with_their_texts(shells: Any, scripted: Any) -> None:
    site = scripted("/list.htm")
    report = site.run()
    assert (report["outcome"], report["new"], report["failed"]) == ("finished", len(NUMBERS), 0)
    expected = [(f"安全生产月简报第{number}期", "\n".join(text_of(number))) for number in NUMBERS]
    assert texts(site) == expected
    assert shells.times("/draw.js") == 1
    assert shells.times("/logo.png") == 0
    assert {agent.split("/")[0] for agent in shells.agents} == {"campaign-archive"}


@pytest.fixture
def crawled(shells: Any, scripted: Any) -> Any:
    site = scripted("/list.htm")
    site.run()
    return site


def test_a_rebuild_needs_no_browser(crawled: Any) -> None:
    before = texts(crawled)
    with_database = rebuild(crawled.data, lambda _: ())
    assert (texts(crawled), with_database.failures) == (before, ())
    for file in crawled.data.glob("archive.db*"):
        file.unlink()
    rebuild(crawled.data, lambda _: ())
    assert texts(crawled) == before
    assert {row[1] for url, row in crawled.frontier().items() if row[0] == "article"} == {"done"}


def test_the_rendered_page_refers_to_the_answer_that_it_was_made_from(crawled: Any) -> None:
    answers: dict[str, Any] = {}
    conversions = []
    for path in (crawled.data / "warc").glob("*.warc.gz"):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                head, body = record.rec_headers, record.content_stream().read()
                if record.rec_type == "conversion":
                    conversions.append((head, body))
                elif record.rec_type in ("response", "revisit"):
                    answers[head.get_header("WARC-Record-ID")] = head
    assert len(conversions) == len(NUMBERS) + 1
    for head, body in conversions:
        answer = answers[head.get_header("WARC-Refers-To")]
        assert answer.get_header("WARC-Target-URI") == head.get_header("WARC-Target-URI")
        assert answer.get_header("Campaign-Kind") == "other"
        assert head.get_header("Content-Type") == "text/html"
        assert "石岭" in body.decode("utf-8-sig")


def findings(data: Path) -> list[str]:
    return [fault.what for fault in check(data).faults]


def test_check_verifies_what_was_rendered(crawled: Any) -> None:
    assert findings(crawled.data) == []
    [warc] = (crawled.data / "warc").glob("*.warc.gz")
    whole = warc.read_bytes()
    for kind in ("conversion", "other"):
        [(offset,)] = crawled.rows(
            "SELECT warc_offset FROM captures WHERE requested_url LIKE '%/a/3.htm' AND "
            + ("record_type = 'conversion'" if kind == "conversion" else "kind = 'other'")
        )
        warc.write_bytes(whole[: offset + 60] + bytes([whole[offset + 60] ^ 1]) + whole[offset + 61 :])
        assert findings(crawled.data)
        warc.write_bytes(whole)


def test_a_second_crawl_finds_nothing_new(crawled: Any) -> None:
    crawled.make_due()
    report = crawled.run()
    assert (report["new"], report["changed"], report["unchanged"]) == (0, 0, len(NUMBERS))


def test_a_changed_text_is_a_new_version(crawled: Any) -> None:
    page = {"title": "安全生产月简报第3期", "text": [*text_of(3), "附：隐患整改清单已于当日印发各区队。"]}
    crawled.web.add("/api/article#id=3", json.dumps(page))
    crawled.make_due()
    report = crawled.run()
    assert (report["changed"], report["unchanged"]) == (1, len(NUMBERS) - 1)


def test_without_a_browser_the_frontier_and_the_run_say_so(shells: Any, scripted: Any) -> None:
    site = scripted("/list.htm")
    (site.data / "campaign-archive.toml").write_text('browser = "/nowhere/chromium"\n')
    report = site.run(exit_code=1)
    kind, state, reason = site.frontier()["/list.htm"]
    assert (kind, state) == ("listing", "failed")
    assert "needs a browser" in reason
    assert any("apt-get install chromium" in warning for warning in report["warnings"])
    assert site.rows("SELECT kind, status FROM captures WHERE url LIKE '%/list.htm'") == [("other", 200)]
    assert findings(site.data) == []
    (site.data / "campaign-archive.toml").unlink()
    if shutil.which("chromium"):
        assert site.run()["new"] == len(NUMBERS)


def test_a_site_that_allows_none_gets_none(shells: Any, crawl: Any) -> None:
    site = crawl("/list.htm")
    site.run(exit_code=3)
    assert shells.times("/api/list.json") == 0


def test_a_crawl_without_shells_loads_no_browser(
    web: Any, scripted: Any, monkeypatch: Any, tmp_path: Path
) -> None:
    """An import of Playwright would end this crawl."""
    for name in ("playwright", "scrapy_playwright"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}")
    web.add_list("/list.htm", range(1, 4), "<script>var visits = 1</script>")
    for number in range(1, 4):
        web.add_article(number, "<script>var visits = 1</script>")
    assert scripted("/list.htm").run()["new"] == 3
