"""The tables of firms and campaigns: rows with sources, mergers at their time, words that are no names."""

from __future__ import annotations

import re

import pytest

from archive.catalogue import catalogue
from archive.catalogue.campaigns.table import campaign_names, campaigns
from archive.catalogue.organisations.table import above, organisation_names, organisations

DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")


def test_each_row_has_a_source() -> None:
    assert all(row.source for row in campaigns().values())
    assert all(row.source for row in organisations().values())


def test_each_campaign_is_found_by_some_name() -> None:
    found = {alias.campaign.name for all_ in campaign_names().meanings.values() for alias in all_}
    assert found == set(campaigns())


def test_each_organisation_is_found_by_some_name() -> None:
    found = {alias.organisation.name for all_ in organisation_names().meanings.values() for alias in all_}
    assert found == set(organisations())


def test_parents_are_rows_and_no_firm_is_above_itself() -> None:
    table = organisations()
    for name, row in table.items():
        assert {row.parent, row.former_parent} <= {"", *table}
        assert name not in set(above(name, None)) | set(above(name, "1999"))


def test_dates_are_years_months_or_days() -> None:
    dates = [date for row in campaigns().values() for date in (row.start, row.end)]
    dates += [date for row in organisations().values() for date in (row.since, row.until)]
    assert [date for date in dates if not DATE.fullmatch(date)] == []


def test_no_campaign_ends_before_it_starts() -> None:
    rows = campaigns().values()
    assert [row.name for row in rows if row.start and row.end and row.end < row.start[: len(row.end)]] == []


@pytest.mark.parametrize(
    ("name", "date", "group"),
    [
        ("中冶集团", "2014-05-01", []),
        ("中冶集团", "2016-05-01", ["中国五矿"]),
        ("八钢公司", "2006-01-01", []),
        ("八钢公司", "2010-01-01", ["宝钢集团"]),
        ("八钢公司", "2018-01-01", ["宝钢集团", "中国宝武"]),
        ("云铝股份", "2015-01-01", ["云南冶金集团"]),
        ("云铝股份", "2023-01-01", ["中铝集团"]),
        ("盐湖股份", "2020-01-01", ["青海国投"]),
        ("盐湖股份", "2025-06-01", ["中国盐湖集团", "中国五矿"]),
        ("涟邵矿业", "2005-01-01", []),
        ("涟邵矿业", "2008-01-01", ["湘煤集团"]),
        ("亘元集团", "2001-01-01", []),
        ("亘元集团", None, ["宁夏煤业", "国家能源集团"]),
        ("凌钢集团", "2022-01-01", []),
        ("凌钢集团", None, ["鞍钢集团"]),
    ],
)
def test_a_firm_belongs_to_the_group_of_the_time(name: str, date: str | None, group: list[str]) -> None:
    assert list(above(name, date)) == group


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("石炭井矿务局召开表彰大会", "太西集团"),
        ("松山坪会议纪要（陕西有色金属集团公司）", "陕西有色集团"),
        ("萍乡矿务局安源煤矿开展竞赛", "安源煤矿"),
        ("华菱集团开展对标", "湖南钢铁集团"),
        ("北京矿务局木城涧煤矿百日安全总结", "木城涧煤矿"),
    ],
)
def test_former_and_short_names_lead_to_the_firm(title: str, name: str) -> None:
    assert name in {one.name for one in catalogue(title, "各单位：", {}, "http://mine.test/1").organisations}


@pytest.mark.parametrize(
    "body",
    [
        "请财政部门拨款。",
        "报公安部门备案。",
        "司法部门来矿宣讲。",
        "贵州能源丰富。",
        "县招商局来访。",
        "海螺水泥五十吨。",
    ],
)
def test_words_that_are_no_names(body: str) -> None:
    assert catalogue(None, body, {}, "http://mine.test/1").organisations == ()


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("矿团委开展“青年文明号”创建活动。", ["青年文明号"]),
        ("该班组获得青年文明号称号。", []),
        ("参加《安全生产法》宣传周。", ["安全生产法宣传周"]),
        ("开展“119”消防日演练。", ["消防日"]),
        ("“六五”普法工作总结。", ["六五普法"]),
        ("矿工会为井下职工夏送清凉。", ["送清凉"]),
        ("给老矿工送温暖。", []),
        ("提出“保护矿工生命，矿长守规尽责”。", ["保护矿工生命、矿长守规尽责"]),
        ("推进对标世界一流管理提升行动。", ["对标世界一流管理提升行动"]),
    ],
)
def test_national_campaigns_and_words_that_are_none(body: str, names: list[str]) -> None:
    assert [one.name for one in catalogue(None, body, {}, "http://mine.test/1").campaigns] == names
