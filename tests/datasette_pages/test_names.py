"""Campaigns and organisations: facets, filters, the panel of an article, and their own pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from crawler.reading_room import Mode
from tests.datasette_pages.answers import Read, table, total


@pytest.mark.parametrize("kind", ["campaign", "organisation"])
def test_a_facet_counts_what_its_filter_finds(read: Read, kind: str) -> None:
    page = read("/search?q=").text
    found = re.findall(
        rf'href="(\?[^"]*{kind}=[^"]+)"[^>]*><span class="value" lang="zh">([^<]+)</span> '
        r'<span class="count">(\d+)',
        page,
    )
    assert found
    for link, _, count in found:
        assert total(read("/search" + link.replace("&amp;", "&")).text) == int(count)


def test_the_counts_of_a_facet_ignore_its_own_filter(read: Read) -> None:
    page = read("/search?campaign=" + quote("创先争优")).text
    assert "安全生产月</span>" in page


def test_a_campaign_is_asked_for_by_any_of_its_names(read: Read) -> None:
    by_name, by_alias, unknown = (
        read("/search?q=" + quote(query)).text
        for query in ("活动:创先争优", "活动:争先创优", "活动:无此活动")
    )
    assert total(by_name) == total(by_alias) > 1
    assert total(unknown) == 0
    assert "活动：创先争优" in by_name


def test_an_organisation_is_asked_for_by_issuer_source_and_site(read: Read) -> None:
    assert total(read("/search?q=" + quote("单位:石板桥")).text) >= total(
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
    years = table(read(f"/{kind}.csv?name={quote(name)}"))
    assert f'<h1 lang="zh">{name}</h1>' in page
    assert total(page) == sum(int(row["articles"]) for row in years)
    (line,) = [row for row in table(read(f"/{kind}s.csv")) if row["name"] == name]
    assert int(line["articles"]) == total(page)
    assert f"{kind}?name={quote(name)}" in read(f"/{kind}s").text


def test_pages_in_english(read: Read) -> None:
    assert "Issued by it" in read("/organisations", **{"Accept-Language": "en"}).text
    assert "About it" in read("/campaign?name=" + quote("创先争优"), **{"Accept-Language": "en"}).text


def test_a_name_that_nobody_names(read: Read) -> None:
    assert read("/campaign?name=x").status_code == 404


@pytest.mark.parametrize("kind", ["campaign", "organisation", "formula"])
def test_the_table_of_all_names_has_each_once(read: Read, kind: str) -> None:
    listed = table(read(f"/{kind}s.csv"))
    names = [row["name"] for row in listed]
    assert len(set(names)) == len(names) > 1
    assert all(int(row["main"]) <= int(row["articles"]) for row in listed)
    assert all(row["first_year"] <= row["last_year"] for row in listed)


def test_a_body_above_is_a_link_where_it_has_a_page(
    tmp_path: Path, reading: Callable[[Path, Mode], Read]
) -> None:
    (tmp_path / "a.txt").write_text(
        "中煤集团安全生产月活动方案\n\n各单位要广泛宣传。\n中煤集团\n2015年5月4日\n", "utf-8"
    )
    above = "国务院国资委关于开展安全生产月活动的通知\n\n各中央企业要加强领导。\n国务院国资委\n2015年4月1日\n"
    (tmp_path / "b.txt").write_text(above, "utf-8")
    for number, files in enumerate((["a.txt"], ["a.txt", "b.txt"])):
        with Archive.create(tmp_path / str(number)) as archive:
            import_paths(archive, [tmp_path / each for each in files])
        read = reading(tmp_path / str(number), "public")
        page = unescape(read("/organisation?name=" + quote("中煤集团")).text)
        links = re.findall(r'<dd lang="zh"><a href="(/organisation\?[^"]+)"', page)
        assert "国务院国资委" in page
        assert [read(link).status_code for link in links] == [200] * number


def test_the_years_of_an_organisation_lead_to_as_many_as_they_say(read: Read) -> None:
    page = unescape(read("/organisation?name=" + quote("石板桥煤矿")).text)
    bars = re.findall(r'href="(/search\?organisation=[^"]+)" aria-label="\d{4} 年：(\d+) 篇"', page)
    assert bars
    for link, count in bars:
        assert total(read(link).text) == int(count)


def test_texts_without_a_date_stand_behind_all_years(read_demo: Read) -> None:
    years = [row["year"] for row in table(read_demo("/campaign.csv?name=" + quote("两学一做")))]
    assert years == ["2016", ""]


def test_a_text_without_a_printed_date_shows_that_of_its_signature(
    tmp_path: Path, reading: Callable[[Path, Mode], Read]
) -> None:
    signed = "安全生产月活动总结\n\n各单位广泛宣传。\n青山煤矿\n2015年5月4日\n"
    (tmp_path / "a.txt").write_text(signed, "utf-8")
    (tmp_path / "b.txt").write_text("安全生产月活动动员\n\n各单位要广泛宣传。\n", "utf-8")
    with Archive.create(tmp_path / "data") as archive:
        import_paths(archive, [tmp_path / "a.txt", tmp_path / "b.txt"])
    page = reading(tmp_path / "data", "public")("/campaign?name=" + quote("安全生产月")).text
    listed = page[page.index('<ol class="changes">') :]
    assert re.findall(r"<span>(成文 <time[^>]*>2015-05-04</time>|日期不详)</span>", listed) == [
        '成文 <time datetime="2015-05-04">2015-05-04</time>',
        "日期不详",
    ]


@pytest.mark.parametrize("table_of", ["organisation.csv", "organisation/campaigns.csv"])
def test_a_table_of_a_name_that_nobody_names(read: Read, table_of: str) -> None:
    assert read(f"/{table_of}?name=x").status_code == 404


def test_a_formula_in_english(read: Read) -> None:
    assert "两学一做" in read("/formula?name=" + quote("两学一做"), **{"Accept-Language": "en"}).text
    assert read("/formula?name=x").status_code == 404
    assert read("/formula/organisations.csv?name=x").status_code == 404
