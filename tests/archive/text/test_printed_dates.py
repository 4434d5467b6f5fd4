"""Each form of date that pages print, by itself and in the place where a page has it."""

from __future__ import annotations

import pytest

from archive.dates import parse_date
from archive.text import clean
from archive.text.occasion import read_occasion

TITLE = "云溪煤矿安全生产月活动启动"
FIRST = "云溪煤矿举行安全生产月活动启动仪式，矿领导和职工代表参加。会后开展了签名活动。"


@pytest.mark.parametrize(
    ("printed", "value", "precision"),
    [
        ("2006/7/8 19:12:02", "2006-07-08T19:12:02", "second"),
        ("2010-6-3 9:12:05", "2010-06-03T09:12:05", "second"),
        ("2010-08-11 20:15", "2010-08-11T20:15", "minute"),
        ("2018-02-0510:00", "2018-02-05T10:00", "minute"),
        ("2022/11/11 9:14", "2022-11-11T09:14", "minute"),
        ("2010年06月03日09:12", "2010-06-03T09:12", "minute"),
        ("2024年11月27日", "2024-11-27", "day"),
        ("2011.9.20", "2011-09-20", "day"),
        ("２０１０－６－３　９：１２", "2010-06-03T09:12", "minute"),
        ("二〇一四年元月二十三日", "2014-01-23", "day"),
        ("二○一一年正月八日", None, None),
        ("2014年元月23日", "2014-01-23", "day"),
        ("2014年元月", "2014-01", "month"),
        ("二〇一四年元月", "2014-01", "month"),
    ],
)
def test_in_a_byline(printed: str, value: str | None, precision: str | None) -> None:
    found = parse_date(printed)
    assert (found.value if found and found.precision != "year" else None) == value
    fields = clean(f"{TITLE}\n作者：李明 发布时间：{printed} 来源：云溪煤矿\n{FIRST}").fields
    if value:
        assert (fields["published_at"], fields["published_precision"]) == (value, precision)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("二〇一四年元月二十三日", "2014-01-23"),
        ("二○一四年十二月三十一日", "2014-12-31"),
        ("2014年元月23日", "2014-01-23"),
        ("2011年1月8日", "2011-01-08"),
        ("（2011 年 1 月 8 日）", "2011-01-08"),
        ("2011923日", None),
        ("2011年923日", None),
    ],
)
def test_under_the_text(printed: str, value: str | None) -> None:
    cleaned = clean(f"{TITLE}\n{FIRST}\n{printed}")
    assert cleaned.body == f"{FIRST}\n{printed}"
    assert read_occasion(cleaned.fields, cleaned.body).get("written_on") == value
    assert ("glued_date" in cleaned.flags) == (value is None)


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("1月28日，", "2010-01-28"),
        ("12月28日，", "2009-12-28"),
        ("今年6月份，", "2010-06"),
        ("今年6月，", "2010-06"),
        ("元月28日，", "2010-01-28"),
        ("2009年元月5日，", "2009-01-05"),
        ("2011923日，", None),
        ("近日，", None),
    ],
)
def test_in_the_first_sentence_against_the_posting_year(opening: str, value: str | None) -> None:
    cleaned = clean(f"{TITLE}\n发布时间：2010-08-11 20:15\n{opening}{FIRST}")
    assert cleaned.body == f"{opening}{FIRST}"
    assert read_occasion(cleaned.fields, cleaned.body).get("event_on") == value
    assert ("glued_date" in cleaned.flags) == opening.startswith("2011923")
