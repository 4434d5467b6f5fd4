"""A small invented site whose pages are answered by hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest

from archive import article
from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.exchange import Exchange
from archive.store.recorder import Recorder
from archive.store.run_files.run_files import ROTATION_BYTES
from archive.store.tables import SCHEMA
from archive.store.visit import FrontierLink, RunReport, SiteRow, Visit, VisitKind

RULES = SiteRules(title="h1", body="#text", next_part="a.next")

Rows = Mapping[str, list[tuple[Any, ...]]]


class VisitPage(Protocol):
    """Answer one address with a page."""

    def __call__(
        self, path: str, text: str, kind: VisitKind = "article", at: int = 1, **more: Any
    ) -> Visit: ...


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def archive(data: Path) -> Iterator[Archive]:
    with Archive.create(data) as made:
        yield made


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The inodes of the files and directories that were waited for, in order."""
    inodes = list[int]()
    monkeypatch.setattr(os, "fsync", lambda descriptor: inodes.append(os.fstat(descriptor).st_ino))
    return inodes


@pytest.fixture(scope="session")
def mine() -> SiteRow:
    return SiteRow(name="mine", title="青山煤矿", home="http://mine.test/", kind="mine")


@pytest.fixture(scope="session")
def rules() -> SiteRules:
    return RULES


@pytest.fixture
def recorder(archive: Archive, mine: SiteRow) -> Iterator[Recorder]:
    begun = Recorder.begin(archive, mine, "crawl", RULES)
    yield begun
    begun.finish("finished")


@pytest.fixture
def crawl(archive: Archive, mine: SiteRow) -> Callable[..., RunReport]:
    """One run from its beginning to its end; on the mine's site, where no other is named."""

    def crawl(
        *visits: Visit, into: Archive = archive, site: SiteRow = mine, rotation: int = ROTATION_BYTES
    ) -> RunReport:
        run = Recorder.begin(into, site, "crawl", RULES, rotation)
        for visit in visits:
            run.save(visit)
        return run.finish("finished")

    return crawl


@pytest.fixture
def die(archive: Archive, mine: SiteRow) -> Callable[..., Recorder]:
    """A run that saves these and dies: it never ends, and holds no lock any more."""

    def die(*visits: Visit, rotation: int = ROTATION_BYTES) -> Recorder:
        run = Recorder.begin(archive, mine, "crawl", RULES, rotation)
        for visit in visits:
            run.save(visit)
        run._locks.close()
        return run

    return die


@pytest.fixture(scope="session")
def visit_page() -> VisitPage:
    return _visit_page


@pytest.fixture(scope="session")
def answered() -> Callable[..., Visit]:
    """A page that answered at an address; at another one than was asked for, where `asked` says so."""

    def answered(url: str, text: str, asked: str | None = None, **more: Any) -> Visit:
        return _visit_page("", text, url=url, asked=asked, **more)

    return answered


@pytest.fixture
def sole(archive: Archive) -> Callable[[str], Any]:
    """The single value, or row, of a query."""

    def ask(sql: str) -> Any:
        (row,) = archive.db.execute(sql).fetchall()
        return row[0] if len(row) == 1 else row

    return ask


@pytest.fixture
def archive_of(archive: Archive, crawl: Callable[..., RunReport]) -> Callable[[str], Archive]:
    """An archive that holds one article of these paragraphs."""

    def archive_of(text: str) -> Archive:
        crawl(_visit_page("/a.html", text, title="大家都来争先进"))
        return archive

    return archive_of


@pytest.fixture
def rows() -> Callable[[Archive], Rows]:
    """Every row of every table, to compare archives; of holdings without the ids, new with each count."""

    def rows(archive: Archive, name: str) -> list[tuple[Any, ...]]:
        if name == "holdings":
            return [row[1:] for row in archive.db.execute("SELECT * FROM holdings ORDER BY site, year")]
        return archive.db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()

    return lambda archive: {table.name: rows(archive, table.name) for table in SCHEMA}


@pytest.fixture
def walk_command(data: Path) -> list[str]:
    """A process that crawls a small site into the archive, or goes on with it."""
    return [sys.executable, str(Path(__file__).parent / "walk.py"), str(data)]


def _visit_page(path: str, text: str, kind: VisitKind = "article", at: int = 1, **more: Any) -> Visit:
    """`more`: title, next_part, files (a path and a name each), status, location, links, and after a redirect
    the address that answered (url) and the one that was asked for (asked)."""
    url = more.get("url", f"http://mine.test{path}")
    exchange = Exchange(
        url=url,
        captured_at=f"2026-11-21T01:00:{at:02}Z",
        status=more.get("status", 200),
        record_type="revisit" if more.get("status") == 304 else "response",
        status_line=f"{more.get('status', 200)} Said",
        request_headers=(("Host", "mine.test"),),
        headers=(
            ("Content-Type", "text/html; charset=utf-8"),
            ("ETag", f'"{at}"'),
            *([("Location", more["location"])] if "location" in more else []),
        ),
        wire=b"" if more.get("status") == 304 else _page(text, more).encode(),
        mime="text/html",
    )
    extraction = article.read(exchange.capture(), (RULES,)) if exchange.status == 200 else None
    links = tuple(FrontierLink(url=f"http://mine.test{link}", kind=of) for link, of in more.get("links", ()))
    asked = more.get("asked") or url
    return Visit(url=asked, kind=kind, exchange=exchange, extraction=extraction, links=links)


def _page(text: str, more: Mapping[str, Any]) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
    files = "".join(f'<p><a href="{path}">{name}</a></p>' for path, name in more.get("files", ()))
    following = f'<a class="next" href="{more["next_part"]}">下一页</a>' if "next_part" in more else ""
    return (
        f"<html><body><h1>{more.get('title', '安全生产月活动总结')}</h1>"
        f'<div id="text">{paragraphs}{files}</div>{following}</body></html>'
    )


@pytest.fixture
def full(archive: Archive, mine: SiteRow, rules: SiteRules, visit_page: Any) -> Archive:
    """Two sites, two runs, parts, files, versions, a text taken away, a page without text."""
    for second in (0, 20):
        first_run = Recorder.begin(archive, mine, "crawl", rules)
        other = Recorder.begin(archive, SiteRow(name="group", title="云岭集团"), "crawl", rules)
        first_run.save(visit_page("/", "列表", "listing", second, links=[("/a.html", "article")]))
        files = [("/f/plan.docx", "附件：方案")]
        first_run.save(visit_page("/a.html", "第一部分。" * 9, at=second + 1, next_part="/a_2.html"))
        other.save(visit_page("/g.html", f"集团的通知，第{second}号。" * 5, at=second + 2, files=files))
        first_run.save(visit_page("/b.html", "不变的短文，一直如此。" * 4, at=second + 3, files=files))
        first_run.save(visit_page("/a_2.html", f"第二部分，第{second}稿。" * 6, "part", second + 4))
        first_run.save(visit_page("/f/plan.docx", f"附件正文第{second}稿。" * 6, "attachment", second + 5))
        first_run.save(
            visit_page("/c.html", "撤下的文章。" * 8, at=second + 6, status=200 if second == 0 else 404)
        )
        first_run.save(visit_page("/d.html", "服务器错误", at=second + 7, status=500))
        other.finish("finished")
        first_run.finish("finished")
    return archive
