"""Files of a researcher's disk, which come from no site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.ingest.importer import import_paths
from archive.store.archive import Archive
from tests.datasette_pages.answers import Read
from tests.datasette_pages.written_library import write_library

TEXT = (
    "关于开展安全生产月活动的通知\n\n各单位：\n为夯实安全基础，决定在全矿开展安全生产月活动，请认真组织。\n"
)
SITED = {
    "site": "shibanqiao",
    "path": "1.htm",
    "title": "矿井调度简报",
    "published_at": "2010-01-01",
    "seen": ["2026-10-03T03:00:00Z"],
    "text": "今日全矿生产正常，各采区按计划推进，未发生事故。",
}


def imported(directory: Path) -> Path:
    file = directory / "旧通知.txt"
    file.write_text(TEXT, "utf-8")
    with Archive.create(directory / "data") as archive:
        import_paths(archive, [file])
    return directory / "data"


@pytest.fixture(scope="module")
def read_files(tmp_path_factory: pytest.TempPathFactory, reading: Callable[[Path, str], Read]) -> Read:
    """The pages of an archive of nothing but a file."""
    return reading(imported(tmp_path_factory.mktemp("files")), "local")


@pytest.mark.parametrize(("code", "file"), [("zh", "导入的文件"), ("en", "Imported file")])
def test_a_file_is_named_in_place_of_an_address(read_files: Read, code: str, file: str) -> None:
    (link,) = re.findall(r'<h2><a href="(/article/[^"?]+)', read_files("/search?q=安全").text)
    page = read_files(f"{link}?lang={code}").text.partition('id="provenance"')[2]
    assert f'<dt>{file}</dt><dd lang="zh">旧通知.txt</dd>' in page
    assert "原网址" not in page and "<dt>Address</dt>" not in page
    assert re.search(
        r"<dt>[^<]*(?:标识|Identifier)[^<]*</dt><dd><code>urn:sha256:[0-9a-f]{64}</code></dd>", page
    )


def test_a_collection_of_files_is_no_site(read_files: Read) -> None:
    page = read_files("/").text
    assert "个网站" not in page and "收录网站" not in page and "<h2>导入的文件</h2>" in page
    assert re.search(r'href="/search\?site=imported"', page)


def test_files_stand_apart_from_sites(tmp_path: Path, reading: Callable[[Path, str], Read]) -> None:
    directory = write_library(tmp_path / "data", "library.toml", [SITED])
    file = tmp_path / "旧通知.txt"
    file.write_text(TEXT, "utf-8")
    with Archive.open(directory) as archive:
        sites = archive.db.execute("SELECT count(DISTINCT site) FROM articles").fetchone()[0]
        import_paths(archive, [file])
    page = reading(directory, "local")("/").text
    assert f"<dt>个网站</dt><dd>{sites}</dd>" in page
    of_sites, _, of_files = page.partition("<h2>导入的文件</h2>")
    assert "石板桥煤矿" in of_sites and 'href="/search?site=imported"' not in of_sites
    assert 'href="/search?site=imported"' in of_files
