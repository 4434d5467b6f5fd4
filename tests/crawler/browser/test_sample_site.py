"""The sample site that scripts fill, crawled as a developer does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from crawler.samples.scripted import LIST, scripted_pages
from crawler.samples.server import SampleServer
from tests.browser import find_chromium


def test_its_articles_are_read_through_a_browser(
    campaign_archive: Any, samples_port: int, tmp_path: Path
) -> None:
    (tmp_path / "campaign-archive.toml").write_text(f'browser = "{find_chromium()}"\n')
    with SampleServer(samples_port):
        campaign_archive("crawl", "--data", tmp_path, "sample_scripted")

    with closing(sqlite3.connect(tmp_path / "archive.db")) as db:
        found = db.execute("SELECT title, published_at FROM articles ORDER BY url").fetchall()
    assert [date for _, date in found] == ["2023-06-01", "2023-05-18", "2023-04-20"]
    assert found[0][0] == "星河铝业启动“安全生产月”活动"


def test_without_a_browser_nothing_of_it_can_be_read() -> None:
    assert LIST in scripted_pages()
    pages = {path: page.body.decode() for path, page in scripted_pages().items() if path.endswith(".html")}
    assert len(pages) == 4
    assert all("安全" not in body and "<li>" not in body.partition("<script>")[0] for body in pages.values())
