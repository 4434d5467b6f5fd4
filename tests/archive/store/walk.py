"""Crawls an invented site of 40 articles: walk.py DIRECTORY [SITE [ROTATION]]. Run again, it goes on.

One article has three parts, one a file. A process of its own, so that tests can kill it at any moment.
"""

from __future__ import annotations

import sys
from pathlib import Path

from archive import article
from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.frontier import Frontier, FrontierRow
from archive.store.recorder import Recorder
from archive.store.run_files.run_files import ROTATION_BYTES
from archive.store.visit import FrontierLink, SiteRow, Visit, VisitKind

RULES = SiteRules(title="h1", body="#text", next_part="a.next")
NAME = sys.argv[2] if len(sys.argv) > 2 else "mine"
ROTATION = int(sys.argv[3]) if len(sys.argv) > 3 else ROTATION_BYTES
HOME = f"http://{NAME}.test/"


def main(directory: Path) -> None:
    site = SiteRow(name=NAME, title="青山煤矿", home=HOME, kind="mine")
    with Archive.create(directory) as archive:
        recorder = Recorder.begin(archive, site, "crawl", RULES, ROTATION)
        frontier = Frontier(archive, NAME)
        frontier.begin_walk([HOME])
        print("begun", flush=True)
        while row := frontier.next():
            recorder.save(visit(row))
        recorder.finish("finished")


def visit(row: FrontierRow) -> Visit:
    exchange = Exchange(
        url=row.url,
        captured_at="2026-11-21T01:00:00Z",
        status=200,
        status_line="200 OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        wire=page(row.url).encode(),
        mime="text/html",
    )
    if row.kind == "listing":
        links = [FrontierLink(url=f"{HOME}a{number}.html", kind="article") for number in range(40)]
        return Visit(url=row.url, kind=row.kind, exchange=exchange, links=tuple(links))
    extraction = article.read(exchange.capture(), (RULES,))
    found: list[tuple[str | None, VisitKind]] = [(extraction.next_part, "part")]
    found += [(file.url, "attachment") for file in extraction.files]
    links = [FrontierLink(url=url, kind=kind) for url, kind in found if url]
    return Visit(url=row.url, kind=row.kind, exchange=exchange, extraction=extraction, links=tuple(links))


def page(url: str) -> str:
    name = url.removeprefix(HOME)
    files = "<p><a href=plan.docx>附件</a></p>" if name == "a5.html" else ""
    following = {"a3.html": "a3_2.html", "a3_2.html": "a3_3.html"}.get(name)
    return (
        f"<h1>第{name}号通报</h1><div id='text'><p>各区队在{name}日开展了安全检查，发现隐患并及时整改。</p>"
        f"<p>检查组由矿领导带队，井上井下同时进行。</p>{files}"
        f"</div>{f'<a class=next href={following}>下一页</a>' if following else ''}"
    )


main(Path(sys.argv[1]))
