"""Who issued texts with a campaign or formula in which year, and the campaigns of an organisation's texts."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.ingest import import_paths
from archive.store.archive import Archive
from crawler.reading_room import Mode
from tests.datasette_pages.answers import Read, table, total


@pytest.mark.parametrize(("kind", "name"), [("formula", "两学一做"), ("campaign", "创先争优")])
def test_who_took_it_up_first_and_where_that_stands(read: Read, kind: str, name: str) -> None:
    page = unescape(read(f"/{kind}?name={quote(name)}").text)
    spread = page[page.index('id="spread"') :].partition("</table>")[0]
    shown = re.findall(
        r'<tr>.*?lang="zh">([^<]+)</a>.*?<a href="(/search[^"]+)">(\d+)</a></td>\s*'
        r'<td><time datetime="([^"]+)',
        spread,
        re.DOTALL,
    )
    assert shown and [first for *_, first in shown] == sorted(first for *_, first in shown)
    used = table(read(f"/{kind}/organisations.csv?name={quote(name)}"))
    assert {row["name"] for row in used} == {name}
    for issuer, link, count, first in shown:
        years = [row for row in used if row["organisation"] == issuer]
        assert sum(int(row["articles"]) for row in years) == int(count) == total(read(link).text)
        assert min(row["first"] for row in years) == first
        assert f'<time datetime="{first}">' in read(link).text


@pytest.mark.parametrize(("kind", "name"), [("formula", "两学一做"), ("campaign", "创先争优")])
def test_what_each_issued_in_which_year(read: Read, kind: str, name: str) -> None:
    page = unescape(read(f"/{kind}?name={quote(name)}").text)
    spread = page[page.index('id="spread"') :].partition("</table>")[0]
    years = re.findall(r'class="year">([^<]+)<', spread)
    used = table(read(f"/{kind}/organisations.csv?name={quote(name)}"))
    assert years == [*dict.fromkeys(sorted(row["year"] or "日期不详" for row in used))]
    for issuer, line in re.findall(r'lang="zh">([^<]+)</a>(.*?)</tr>', spread, re.DOTALL):
        shown = dict(zip(years, re.findall(r'class="shade-\d">([^<]+)<', line), strict=True))
        issued = Counter[str]()
        for row in used:
            issued[row["year"] or "日期不详"] += (row["organisation"] == issuer) * int(row["articles"])
        assert shown == {year: str(issued[year] or "·") for year in years}


def test_the_campaigns_of_the_texts_that_an_organisation_issued(read: Read) -> None:
    asked = "?name=" + quote("石板桥煤矿")
    page = unescape(read(f"/organisation{asked}").text)
    spread = page[page.index('id="spread"') :].partition("</table>")[0]
    shown = re.findall(
        r'href="/campaign\?[^>]*>([^<]+)</a>.*?<a href="(/search[^"]+)">(\d+)</a>', spread, re.DOTALL
    )
    assert "百日安全" in [campaign for campaign, *_ in shown]
    used = table(read(f"/organisation/campaigns.csv{asked}"))
    for campaign, link, count in shown:
        issued = [int(row["articles"]) for row in used if row["campaign"] == campaign]
        assert sum(issued) == int(count) == total(read(link).text)
    assert read("/organisation/campaigns.csv?name=x").status_code == 404


def test_a_name_that_is_markup_and_a_formula(tmp_path: Path, reading: Callable[[Path, Mode], Read]) -> None:
    hostile = "=cmd|'<script>alert(1)</script>\n\"" + "矿" * 5000
    (tmp_path / "a.txt").write_text(
        "安全生产月活动总结\n\n各单位广泛宣传。\n青山煤矿\n2015年5月4日\n", "utf-8"
    )
    with Archive.create(tmp_path / "data") as archive:
        import_paths(archive, [tmp_path / "a.txt"])
    with closing(sqlite3.connect(tmp_path / "data" / "archive.db")) as conn, conn:
        conn.execute("UPDATE organisations SET name = ?", (hostile,))
    read = reading(tmp_path / "data", "public")
    page = read("/campaign?name=" + quote("安全生产月")).text
    assert "<script>" not in page
    assert hostile in unescape(page)
    (line,) = table(read("/campaign/organisations.csv?name=" + quote("安全生产月")))
    assert line["organisation"] == "'" + hostile


def test_many_issuers_stand_on_several_pages(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.reading.pages.spread.SHOWN", 1)
    asked = "/campaign?name=" + quote("创先争优")
    first, second, behind = (unescape(read(f"{asked}&page={page}").text) for page in (1, 2, 9))
    (of_first,), (of_second,) = (
        re.findall(r'<tr><th scope="row"><a[^>]*lang="zh">([^<]+)', page[page.index('id="spread"') :])
        for page in (first, second)
    )
    assert of_first != of_second
    assert re.search(r'rel="next"[^>]*href="[^"]*page=2#spread"', first)
    assert "已超过末页" in behind
