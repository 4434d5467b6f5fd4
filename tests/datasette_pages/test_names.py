"""Campaigns and organisations: facets, filters, the panel of an article, and their own pages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from typing import TypeAlias
from urllib.parse import quote

import httpx
import pytest

Read: TypeAlias = Callable[..., httpx.Response]


def _total(page: str) -> int:
    match = re.search(r"共 ([\d,]+) 篇", page)
    assert match
    return int(match[1])


def _table(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("kind", ["campaign", "organisation"])
def test_a_facet_counts_what_its_filter_finds(read: Read, kind: str) -> None:
    page = read("/search?q=").text
    found = re.findall(
        rf'href="(\?[^"]*{kind}=[^"]+)"[^>]*><span class="value">([^<]+)</span> <span class="count">(\d+)',
        page,
    )
    assert found
    for link, _, count in found:
        assert _total(read("/search" + link.replace("&amp;", "&")).text) == int(count)


def test_the_counts_of_a_facet_ignore_its_own_filter(read: Read) -> None:
    page = read("/search?campaign=" + quote("创先争优")).text
    assert "安全生产月</span>" in page


def test_a_campaign_is_asked_for_by_any_of_its_names(read: Read) -> None:
    by_name, by_alias, unknown = (
        read("/search?q=" + quote(query)).text
        for query in ("活动:创先争优", "活动:争先创优", "活动:无此活动")
    )
    assert _total(by_name) == _total(by_alias) > 1
    assert _total(unknown) == 0
    assert "活动：创先争优" in by_name


def test_an_organisation_is_asked_for_by_issuer_source_and_site(read: Read) -> None:
    assert _total(read("/search?q=" + quote("单位:石板桥")).text) >= _total(
        read("/search?site=shibanqiao").text
    )


def test_the_panel_leads_to_the_words(read: Read) -> None:
    link = re.search(r"/article/[a-z2-7]{12}", read("/search?q=" + quote("标题:百日安全无事故")).text)
    assert link
    page = read(link[0]).text
    panel = page[page.index('class="statements"') :]
    assert re.search(r'<li class="main"><a class="name"[^>]*>百日安全</a>\s*<span class="role">主题', panel)
    evidence = re.search(r'href="([^"]+)#p(\d+)" lang="zh">[^<]*<mark>安全生产月</mark>', panel)
    assert evidence
    assert "<mark>安全生产月</mark>" in read(evidence[1].replace("&amp;", "&")).text
    assert f'id="p{evidence[2]}"' in page


def test_json_has_the_statements(read: Read) -> None:
    link = re.search(r"/article/[a-z2-7]{12}", read("/search?q=" + quote("标题:百日安全无事故")).text)
    assert link
    article = json.loads(read(f"{link[0]}.json").text)
    stated = {one["name"]: one for one in article["campaigns"]}["安全生产月"]
    assert article[stated["field"]][stated["start"] : stated["end"]] == stated["words"] == "安全生产月"


@pytest.mark.parametrize(
    ("kind", "name"), [("campaign", "创先争优"), ("organisation", "石板桥煤矿"), ("formula", "两学一做")]
)
def test_the_page_of_a_name_agrees_with_its_tables(read: Read, kind: str, name: str) -> None:
    page = read(f"/{kind}?name={quote(name)}").text
    years = _table(read(f"/{kind}.csv?name={quote(name)}"))
    assert f'<h1 lang="zh">{name}</h1>' in page
    assert _total(page) == sum(int(row["articles"]) for row in years)
    (line,) = [row for row in _table(read(f"/{kind}s.csv")) if row["name"] == name]
    assert int(line["articles"]) == _total(page)
    assert f"{kind}?name={quote(name)}" in read(f"/{kind}s").text


def test_pages_in_english(read: Read) -> None:
    assert "Issued by it" in read("/organisations", **{"Accept-Language": "en"}).text
    assert "About it" in read("/campaign?name=" + quote("创先争优"), **{"Accept-Language": "en"}).text


def test_a_name_that_nobody_names(read: Read) -> None:
    assert read("/campaign?name=x").status_code == 404


@pytest.mark.parametrize("kind", ["campaign", "organisation", "formula"])
def test_the_table_of_all_names_has_each_once(read: Read, kind: str) -> None:
    table = _table(read(f"/{kind}s.csv"))
    names = [row["name"] for row in table]
    assert len(set(names)) == len(names) > 1
    assert all(int(row["main"]) <= int(row["articles"]) for row in table)
    assert all(row["first_year"] <= row["last_year"] for row in table)


@pytest.mark.parametrize(("kind", "name"), [("formula", "两学一做"), ("campaign", "创先争优")])
def test_who_took_it_up_first_and_where_that_stands(read: Read, kind: str, name: str) -> None:
    page = unescape(read(f"/{kind}?name={quote(name)}").text)
    table = page[page.index('id="issuers"') :].partition("</table>")[0]
    shown = re.findall(
        r'<tr>.*?lang="zh">([^<]+)</a>.*?<a href="(/search[^"]+)">(\d+)</a></td><td><time datetime="([^"]+)',
        table,
    )
    assert shown and [first for *_, first in shown] == sorted(first for *_, first in shown)
    used = _table(read(f"/{kind}/organisations.csv?name={quote(name)}"))
    assert {row["name"] for row in used} == {name}
    for issuer, link, count, first in shown:
        years = [row for row in used if row["organisation"] == issuer]
        assert sum(int(row["articles"]) for row in years) == int(count) == _total(read(link).text)
        assert min(row["first"] for row in years) == first
        assert f'<time datetime="{first}">' in read(link).text


@pytest.mark.parametrize(("kind", "name"), [("formula", "两学一做"), ("campaign", "创先争优")])
def test_what_each_issued_in_which_year(read: Read, kind: str, name: str) -> None:
    page = unescape(read(f"/{kind}?name={quote(name)}").text)
    table = page[page.index('id="issuers"') :].partition("</table>")[0]
    years = re.findall(r'class="year">([^<]+)<', table)
    used = _table(read(f"/{kind}/organisations.csv?name={quote(name)}"))
    assert years == [*dict.fromkeys(sorted(row["year"] or "日期不详" for row in used))]
    for issuer, line in re.findall(r'lang="zh">([^<]+)</a>(.*?)</tr>', table, re.DOTALL):
        shown = dict(zip(years, re.findall(r'class="shade-\d">([^<]+)<', line), strict=True))
        issued = Counter[str]()
        for row in used:
            issued[row["year"] or "日期不详"] += (row["organisation"] == issuer) * int(row["articles"])
        assert shown == {year: str(issued[year] or "·") for year in years}


def test_many_issuers_stand_on_several_pages(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.reading.issuers.SHOWN", 1)
    asked = "/campaign?name=" + quote("创先争优")
    first, second, behind = (unescape(read(f"{asked}&page={page}").text) for page in (1, 2, 9))
    (of_first,), (of_second,) = (
        re.findall(r'<tr><th scope="row"><a[^>]*lang="zh">([^<]+)', page[page.index('id="issuers"') :])
        for page in (first, second)
    )
    assert of_first != of_second
    assert re.search(r'rel="next"[^>]*href="[^"]*page=2#issuers"', first)
    assert "已超过末页" in behind


def test_the_years_of_an_organisation_lead_to_as_many_as_they_say(read: Read) -> None:
    page = unescape(read("/organisation?name=" + quote("石板桥煤矿")).text)
    bars = re.findall(r'href="(/search\?organisation=[^"]+)" aria-label="\d{4} 年：(\d+) 篇"', page)
    assert bars
    for link, count in bars:
        assert _total(read(link).text) == int(count)


def test_texts_without_a_date_stand_behind_all_years(read_demo: Read) -> None:
    years = [row["year"] for row in _table(read_demo("/campaign.csv?name=" + quote("两学一做")))]
    assert years == ["2016", ""]


def test_a_formula_in_english(read: Read) -> None:
    assert "两学一做" in read("/formula?name=" + quote("两学一做"), **{"Accept-Language": "en"}).text
    assert read("/formula?name=x").status_code == 404
    assert read("/formula/organisations.csv?name=x").status_code == 404
