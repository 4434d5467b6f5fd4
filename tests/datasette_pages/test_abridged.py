"""Texts that say themselves that they were shortened: told on their page and in lists, found by a filter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.ingest.importer import import_paths
from archive.store.archive import Archive
from tests.datasette_pages.answers import Read, table

TEXTS = {
    "whole": "云溪煤矿安全工作总结\n\n全年杜绝了重伤以上事故，各项安全指标均在控制范围之内。\n",
    "cut": "在全矿安全大会上的讲话（摘要）\n\n同志们：\n安全形势总体平稳，任务很重。\n（有删节）\n",
}


@pytest.fixture(scope="module")
def read_both(tmp_path_factory: pytest.TempPathFactory, reading: Callable[[Path, str], Read]) -> Read:
    """The pages of an archive with a whole text and a shortened one."""
    directory = tmp_path_factory.mktemp("abridged")
    files = [directory / f"{name}.txt" for name in TEXTS]
    for file, text in zip(files, TEXTS.values(), strict=True):
        file.write_text(text, "utf-8")
    with Archive.create(directory / "data") as archive:
        import_paths(archive, files)
    return reading(directory / "data", "local")


@pytest.fixture(scope="module")
def keys(read_both: Read) -> dict[str, str]:
    return {row["completeness"]: row["key"] for row in table(read_both("/search.csv"))}


@pytest.mark.parametrize(
    ("code", "told", "badge"),
    [("zh", "刊出时已非全文", "有删节"), ("en", "Published in shortened form", "abridged")],
)
def test_its_page_says_so_with_its_own_words(
    read_both: Read, keys: dict[str, str], code: str, told: str, badge: str
) -> None:
    page = read_both(f"/article/{keys['abridged']}", **{"Accept-Language": code}).text
    notice = page[page.index(told) :].partition("</p>")[0]
    assert ">（摘要）</span>" in notice and ">（有删节）</a>" in notice
    (place,) = notice.partition('href="#')[2].partition('"')[:1]
    assert "（有删节）" in page.partition(f'id="{place}"')[2].partition("</p>")[0]
    assert f'<span class="badge">{badge}</span>' in page


def test_a_whole_text_says_nothing_of_the_kind(read_both: Read, keys: dict[str, str]) -> None:
    page = read_both(f"/article/{keys['complete']}").text
    assert "刊出时已非全文" not in page and "shortened" not in page


@pytest.mark.parametrize("typed", ["完整:有删节", "完整:節選", "completeness:abridged", "完整程度:摘要"])
def test_a_filter_finds_it(read_both: Read, keys: dict[str, str], typed: str) -> None:
    (row,) = table(read_both("/search.csv?q=" + quote(typed)))
    assert (row["key"], row["abridgement"]) == (keys["abridged"], "（摘要）\n（有删节）")
    assert '<span class="value">有删节</span> <span class="count">1</span>' in read_both("/search").text


def test_it_is_not_counted_as_withheld_by_its_site(read_both: Read) -> None:
    assert "<dd>0&#8239;%</dd>" in read_both("/").text
