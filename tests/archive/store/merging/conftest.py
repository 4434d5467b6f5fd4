"""Two archives that overlap."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archive.extract.rules import SiteRules
from archive.store.archive import Archive
from archive.store.merging.merge import Merged, merge
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow
from tests.archive.store.contents import contents

GROUP = SiteRow(name="group", title="云岭集团", home="http://group.test/", kind="soe")
COLLECTION = SiteRow(name="papers", title="papers")
MORE: dict[str, Any] = {"next_part": "/a_2.html", "files": [("/f/plan.docx", "附件：方案")]}
HELD = (
    "SELECT key, url, site, title, body, first_seen, last_seen, gone_at FROM texts ORDER BY key",
    "SELECT key, versions.title, versions.body, seen_from, seen_to FROM versions "
    "JOIN articles ON articles.id = article_id ORDER BY key, seen_from",
    "SELECT key, position, url_of.url FROM article_captures JOIN articles ON articles.id = article_id "
    "JOIN captures AS url_of ON url_of.id = capture_id ORDER BY key, position",
    "SELECT key, attachments.url, text FROM attachments JOIN articles ON articles.id = article_id "
    "ORDER BY 1, 2",
    "SELECT url, captured_at, payload_digest, warc_file, warc_offset FROM captures ORDER BY id",
    "SELECT url FROM removals ORDER BY url",
)


@pytest.fixture
def held() -> Callable[[Path], list[Any]]:
    """Return everything that must not depend on which archive went into which."""
    return lambda directory: contents(directory, HELD)


@pytest.fixture
def begin(mine: SiteRow, rules: SiteRules) -> Callable[[Archive], Recorder]:
    """Begin a crawl of the mine's site."""
    return lambda archive: Recorder.begin(archive, mine, "crawl", rules)


@pytest.fixture
def begin_later(
    begin: Callable[[Archive], Recorder], monkeypatch: pytest.MonkeyPatch
) -> Callable[[Archive], Recorder]:
    """Begin a crawl in 2031: without files, one of the same second would be taken for another."""

    def later(archive: Archive) -> Recorder:
        with monkeypatch.context() as patched:
            patched.setattr("archive.store.recorder.now", lambda: "2031-01-01T00:00:00Z")
            return begin(archive)

    return later


@pytest.fixture
def take_in(rules: SiteRules) -> Callable[[Path, Path], Merged]:
    return lambda into, source: merge(into, source, lambda _: rules, workers=1)


@pytest.fixture
def ours(tmp_path: Path, rules: SiteRules, crawl: Any, visit_page: Any) -> Path:
    """A text over two pages with a file; one that theirs saw later; one in a collection; one of our own."""
    path = tmp_path / "ours"
    with Archive.create(path) as archive:
        crawl(
            visit_page("/", "列表", "listing", 1, links=[("/a.html", "article"), ("/x.html", "article")]),
            visit_page("/a.html", "第一部分。" * 9, at=2, **MORE),
            visit_page("/a_2.html", "第二部分。" * 9, "part", 3),
            visit_page("/f/plan.docx", "附件正文。" * 9, "attachment", 4),
            visit_page("/b.html", "通知的第一稿。" * 9, at=5),
            visit_page("/own.html", "只有我们有的文章。" * 9, at=6),
            into=archive,
        )
        collection = Recorder.begin(archive, COLLECTION, "import", rules)
        collection.save(visit_page("/d.html", "存档里的旧稿。" * 9, at=7))
        collection.finish("finished")
    return path


@pytest.fixture
def theirs(tmp_path: Path, crawl: Any, visit_page: Any) -> Path:
    path = tmp_path / "theirs"
    with Archive.create(path) as archive:
        crawl(
            visit_page("/b.html", "通知的第二稿。" * 9, at=25),
            visit_page("/a.html", "第一部分。" * 9, at=26, **MORE),
            visit_page("/own.html", "没有", at=27, status=404),
            visit_page("/d.html", "网站上的新稿。" * 9, at=28),
            into=archive,
        )
        crawl(
            visit_page("/g.html", "集团的通知。" * 9, at=29),
            visit_page("/h.html", "集团的总结。" * 99, at=30),
            visit_page("/i.html", "集团的总结。" * 99, at=31),
            into=archive,
            site=GROUP,
        )
    return path
