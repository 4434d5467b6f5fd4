from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from crawler.reading_room import Mode
from tests.datasette_pages.answers import Read


def found(page: str) -> int:
    match = re.search(r"共 ([0-9,]+) 篇", page)
    assert match
    return int(match[1])


def test_home_with_a_query_is_the_search(read: Read) -> None:
    assert found(read("/?q=" + quote("党建")).text) == 1


def test_simplified_finds_traditional_and_marks_the_original(read: Read) -> None:
    page = read("/search?q=" + quote("创先争优")).text
    assert found(page) == 2
    assert "<mark>創先爭優</mark>" in page


def test_traditional_finds_simplified(read: Read) -> None:
    assert "<mark>党建</mark>" in read("/search?q=" + quote("黨建")).text


def test_a_search_shows_how_it_was_read(read: Read) -> None:
    assert "「竞赛」 且 不含「化工」" in read("/search?q=" + quote("竞赛 -化工")).text


def test_a_text_without_a_printed_date_shows_that_of_its_signature(
    tmp_path: Path, reading: Callable[[Path, Mode], Read]
) -> None:
    signed = "南坪煤矿安全生产月倡议书\n\n全矿职工同志们：让我们从自己做起。\n南坪煤矿工会\n2015年5月4日\n"
    for name, text in {"signed": signed, "plain": signed[: signed.index("2015")]}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    with Archive.create(tmp_path / "data") as archive:
        import_paths(archive, [tmp_path / "signed.txt", tmp_path / "plain.txt"])
    read = reading(tmp_path / "data", "public")
    parts = read("/search?q=").text.split('<p class="about-hit"')[1:]
    hits = [part.partition("</p>")[0] for part in parts]
    assert ['成文 <time datetime="2015-05-04">' in hit for hit in hits].count(True) == 1
    assert ["日期不详" in hit for hit in hits].count(True) == 1


def test_facets_narrow_and_their_counts_ignore_their_own_filter(read: Read) -> None:
    query = "/search?q=" + quote("安全生产")
    page = read(query + "&site=hengling").text
    assert found(page) == 2
    assert re.search(r'石板桥煤矿</span> <span class="count">1<', page)


def test_every_value_of_a_facet_can_be_reached(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def sites(page: str) -> list[str]:
        return re.findall(r'href="\?q=[^"]*&amp;site=(\w+)"', page)

    monkeypatch.setattr("archive.reading.pages.search.FACET_VALUES", 1)
    page = read("/search?sort=oldest&q=" + quote("安全生产")).text
    (more,) = re.findall(r'href="([^"]*)#facet-site"', page)
    opened = read("/search" + more.replace("&amp;", "&")).text
    assert len(sites(page)) == 1 < len(sites(opened))
    assert 'id="facet-site"' in opened and "#facet-site" not in opened


def test_a_year_bar_is_a_link_to_its_year(read: Read) -> None:
    page = read("/search?q=" + quote("安全生产")).text
    assert 'aria-label="2013 年：1 篇"' in page
    assert found(read("/search?q=" + quote("安全生产") + "&year=2013").text) == 1


@pytest.mark.parametrize(("first", "last", "total"), [("2011", "2017", 2), ("2019", "", 1), ("x", "²", 5)])
def test_a_range_of_years(read: Read, first: str, last: str, total: int) -> None:
    assert found(read(f"/search?q={quote('安全生产')}&from={first}&to={quote(last)}").text) == total


def test_badges_tell_what_is_missing(read: Read) -> None:
    page = read("/search?q=" + quote("创先争优 讲话")).text
    assert "原文被截断" in page
    assert ">镜像<" in page


def test_paging_keeps_query_and_order(read: Read) -> None:
    first = read("/search?q=" + quote("调度简报") + "&sort=oldest").text
    assert found(first) == 26
    assert "第 1 页，共 2 页" in first
    assert f"?q={quote('调度简报')}&amp;sort=oldest&amp;page=2" in first
    second = read("/search?q=" + quote("调度简报") + "&sort=oldest&page=2").text
    assert second.count("<h2><a") == 6
    assert 'start="21"' in second


def test_behind_the_last_page_the_way_leads_to_it(read: Read) -> None:
    behind = read(f"/search?q={quote('调度简报')}&page=9").text
    assert "没有找到" not in behind and "已超过末页" in behind and 'rel="next"' not in behind
    assert re.findall(r'rel="prev"[^>]*page=(\d+)', behind) == ["2"]
    assert "没有找到" in read("/search?q=" + quote("没有的词") + "&page=9").text


def test_a_concordance_is_offered_of_words(read: Read) -> None:
    assert "逐行索引" in read("/search?q=" + quote("安全 日期:2010")).text
    of_filters = read("/search?q=" + quote("日期:2010")).text
    assert found(of_filters) > 0 and "逐行索引" not in of_filters and "历年走势" in of_filters


def test_sorted_by_date(read: Read) -> None:
    oldest = read("/search?q=" + quote("安全生产") + "&sort=oldest").text
    assert oldest.index("2010-06-12") < oldest.index("2019-06-11")


def test_nothing_found_offers_what_is_near(read: Read) -> None:
    page = read("/search?q=" + quote("創先掙優") + "&per=50").text
    offered = re.search(
        r'<a href="(\?[^"]+)"><bdi lang="zh">创先争优</bdi></a> <span class="count">共 2 篇', page
    )
    assert offered and "per=50" in offered[1] and "相差一字" in page
    assert found(read("/search" + offered[1].replace("&amp;", "&")).text) == 2


def test_nothing_found_helps(read: Read) -> None:
    page = read("/search?q=" + quote("不存在的词句")).text
    assert found(page) == 0
    assert "没有找到" in page and "换一个更短的词" in page


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "(((",
        "NOT",
        "-",
        "标题:",
        "*",
        "，。！",
        "a" * 1000,
        "' OR 1=1 --",
        "\x00",
        "𠀀",
        "OR OR",
        "%",
        "+",
    ],
)
def test_no_input_is_an_error(read: Read, query: str) -> None:
    assert read("/search?q=" + quote(query)).status_code == 200


@pytest.mark.parametrize(
    "arguments", ["page=0", "page=-3", "page=99999999999", "sort=x", "site=x", "year=²", "from=99999"]
)
def test_no_argument_is_an_error(read: Read, arguments: str) -> None:
    assert read("/search?" + quote(arguments, safe="=&")).status_code == 200


def test_the_interface_in_english(read: Read) -> None:
    page = read("/search?q=" + quote("安全生产"), **{"Accept-Language": "de, en;q=0.8"})
    assert "5 articles" in page.text and '<html lang="en">' in page.text


def test_the_language_asked_for_is_remembered(read: Read) -> None:
    page = read("/?lang=en")
    assert page.headers["set-cookie"].startswith("lang=en")
    assert '<html lang="en">' in read("/", Cookie="lang=en").text
    assert "set-cookie" not in read("/?lang=xx").headers
