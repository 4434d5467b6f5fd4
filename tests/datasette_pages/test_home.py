"""`/`: what the archive holds."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from archive.store.archive import Archive
from archive.store.recorder import Recorder
from archive.store.visit import SiteRow
from crawler.reading_room import Mode
from tests.datasette_pages.answers import Read


def test_home_says_what_the_archive_holds(read: Read) -> None:
    page = read("/")
    assert page.status_code == 200
    assert "<dd>33</dd>" in page.text
    assert "石板桥煤矿" in page.text and "镜像" in page.text


def test_home_tells_the_sites_without_articles_from_those_that_have_some(
    library: Path, tmp_path: Path, reading: Callable[[Path, Mode], Read]
) -> None:
    shutil.copytree(library, tmp_path / "data")
    page = reading(tmp_path / "data", "public")("/").text
    assert "尚无文献" not in page and "badge missing" not in page
    for count in (1, 2):
        with Archive.open(tmp_path / "data") as archive:
            Recorder.begin(archive, SiteRow(name=f"away{count}", title="远岭煤矿"), "crawl").finish("failed")
        home = reading(tmp_path / "data", "public")("/").text
        assert figures(home) == figures(page)
        assert f'<a href="/runs">另有 {count} 个网站尚无文献，见采集记录</a>' in home
        assert '<span class="badge missing">失败</span>' in home


def figures(page: str) -> list[str]:
    return re.findall(r"<dd>(.+?)</dd>", page) + re.findall('<span class="name".+?</span>', page)
