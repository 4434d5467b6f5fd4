"""Articles that print no date: no year has them, and every page that counts by year says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.ingest.importer import import_paths
from archive.store.archive import Archive
from tests.datasette_pages.answers import Read, table
from tests.datasette_pages.test_imported_files import SITED, TEXT
from tests.datasette_pages.written_library import write_library

COMMON = quote("全矿")


@pytest.fixture(scope="module")
def read_mixed(tmp_path_factory: pytest.TempPathFactory, reading: Callable[[Path, str], Read]) -> Read:
    """The pages of an archive with a dated article and an undated file."""
    directory = tmp_path_factory.mktemp("mixed")
    data = write_library(directory / "data", "library.toml", [SITED])
    (directory / "旧通知.txt").write_text(TEXT, "utf-8")
    with Archive.open(data) as archive:
        import_paths(archive, [directory / "旧通知.txt"])
    return reading(data, "local")


@pytest.mark.parametrize("path", ["/", f"/search?q={COMMON}", f"/search?q={COMMON}&year=2010"])
@pytest.mark.parametrize(("code", "told"), [("zh", "日期不详：1 篇"), ("en", "Undated: 1")])
def test_the_years_of_a_page_say_how_many_have_none(
    read_mixed: Read, path: str, code: str, told: str
) -> None:
    page = read_mixed(path, **{"Accept-Language": code}).text
    place = page.index(told)
    assert "year=undated" in page[page.rindex("<a ", 0, place) : place]


def test_the_value_beside_the_years_finds_them(read_mixed: Read) -> None:
    facet = read_mixed(f"/search?q={COMMON}").text.partition('id="facet-year"')[2].partition("</section>")[0]
    assert facet.index("year=undated") < facet.index("year=20")
    found = read_mixed(f"/search?q={COMMON}&year=undated").text
    assert "共 1 篇" in found and "安全生产月活动的通知" in found
    assert "取消筛选：日期不详" in unescape(found)
    assert "共 1 篇" in read_mixed(f"/search?q={COMMON}+{quote('年:不详')}").text


def test_where_all_have_a_date_nothing_is_said(read: Read) -> None:
    for path in ("/", "/search", "/timeline"):
        assert "year=undated" not in read(path).text


def test_a_timeline_says_that_its_drawing_leaves_them_out(read_mixed: Read) -> None:
    page = read_mixed(f"/timeline?q={COMMON}").text
    assert "另有 1 篇没有写明日期" in page
    assert f'href="/search?q={COMMON}&amp;year=undated"' in page.partition("<tbody>")[2]
    english = read_mixed("/timeline", **{"Accept-Language": "en"}).text
    assert "1 more article has no date" in english
    last = table(read_mixed(f"/timeline.csv?q={COMMON}"))[-1]
    assert (last["year"], last["matches"], last["articles"]) == ("undated", "1", "1")


def test_every_export_says_how_many_it_holds(read_mixed: Read) -> None:
    rows = table(read_mixed(f"/search.csv?q={COMMON}"))
    assert {row["undated"] for row in rows} == {"1"} and len(rows) > 1
    assert json.loads(read_mixed(f"/search.json?q={COMMON}").text)["undated"] == 1
    assert json.loads(read_mixed(f"/search.jsonl?q={COMMON}&year=2010").text.splitlines()[0])["undated"] == 0


def test_frequencies_lead_to_them(read_mixed: Read) -> None:
    assert "year=undated" in read_mixed(f"/kwic?q={COMMON}").text
    assert table(read_mixed(f"/frequencies.csv?q={COMMON}"))[-1]["year"] == "undated"
