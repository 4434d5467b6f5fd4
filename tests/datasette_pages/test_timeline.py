"""`/timeline`: the share of a search in each year, whole and split."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.datasette_pages.answers import Read, table


def test_a_timeline_gives_share_and_denominator(read: Read) -> None:
    asked = f"q={quote('安全生产')}&q={quote('创先争优')}"
    rows = table(read(f"/timeline.csv?{asked}"))
    year = {row["query"]: row for row in rows if row["year"] == "2010"}
    assert (year["创先争优"]["matches"], year["创先争优"]["articles"]) == ("2", "5")
    assert float(year["创先争优"]["share"]) == pytest.approx(0.4)
    page = read(f"/timeline?{asked}").text
    assert 'aria-label="创先争优，2010 年：5 篇中 2 篇"' in page
    assert f'href="/search?q={quote("创先争优")}&amp;year=2010"' in page


def test_the_total_of_a_timeline_is_what_its_searches_find(read: Read) -> None:
    page = read(f"/timeline?q={quote('安全')}&q={quote('党建')}").text
    total = page.partition("<tfoot>")[2].partition("</tfoot>")[0]
    numbers = re.findall(r"<td>([\d,]+)</td>", total)
    found = [read(link).text for link in re.findall(r'<a href="(/search\?q=[^"&]+)">「', page)]
    everything = read("/search?q=").text
    assert numbers == [re.findall(r"共 ([\d,]+) 篇", each)[0] for each in (everything, *found)]
    assert "副本各算一篇" in page


def test_a_filtered_timeline_says_what_it_is_a_share_of(read: Read) -> None:
    assert "不缩小分母" in read(f"/timeline?q={quote('安全')}&site=hengling").text
    assert "不缩小分母" not in read(f"/timeline?q={quote('安全')}").text


def test_a_timeline_split_by_site(read: Read) -> None:
    asked = f"q={quote('安全生产')}&split=site"
    page = read(f"/timeline?{asked}").text
    assert '<h2 lang="zh">石板桥煤矿</h2>' in page
    assert re.search(r'<figure [^>]*aria-label="[^"]* 石板桥煤矿"', page)
    rows = table(read(f"/timeline.csv?{asked}"))
    assert {row["site"] for row in rows} == {"", "shibanqiao", "hengling", "anquanjing", "fanwenku"}


def test_the_parts_that_the_page_names_are_in_the_language_of_the_reader(read: Read) -> None:
    page = read(f"/timeline?q={quote('安全生产')}&split=completeness&lang=en").text
    heading = re.search(r"<h2([^>]*)>complete</h2>", page)
    assert heading
    assert not heading[1]


def test_the_parts_of_a_split_are_drawn_to_one_scale(read: Read) -> None:
    asked = f"q={quote('安全生产')}&split=site"
    lines = table(read(f"/timeline.csv?{asked}"))
    dated = [line for line in lines if line["site"] and line["year"] and line["share"]]
    sites = dict.fromkeys(line["site"] for line in dated)
    highest = {max(float(line["share"]) for line in dated if line["site"] == site) for site in sites}
    assert len(highest) > 1
    upper = re.findall(r">([0-9.]+)%</text>", read(f"/timeline?{asked}").text)
    assert upper[1:] == [f"{100 * max(highest):.1f}"] * len(sites)


def test_more_than_five_queries_are_cut(read: Read) -> None:
    assert read("/timeline?" + "&".join(f"q={number}" for number in range(9))).status_code == 200


def test_a_year_without_articles_has_no_share(read: Read) -> None:
    page = read("/timeline?q=" + quote("安全") + "&split=site").text
    assert re.search(r'<th scope="row">2017</th>\s*<td>0</td>\s*<td>0</td><td>–</td>', page)
    whole = page.partition("<figure")[2].partition("</figure>")[0]
    runs = [len(points.split()) for points in re.findall(r'<polyline points="([^"]*)"', whole)]
    assert runs == [10, 1, 1], "2005 to 2014, 2016, 2019"
    rows = table(read("/timeline.csv?q=a"))
    assert {row["year"]: row["share"] for row in rows}["2017"] == ""
