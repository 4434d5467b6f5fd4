from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dates import iter_dates, parse_date, parse_short_date, parse_url_date


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2010-6-3 9:12:05", "2010-06-03T09:12:05", "second"),
        ("2010年06月03日09:12", "2010-06-03T09:12", "minute"),
        # A program's day.
        ("2018/5/11 0:00:00", "2018-05-11", "day"),
        ("2018-05-10T16:00:00Z", "2018-05-11", "day"),
        ("2018-05-11 00:00", "2018-05-11T00:00", "minute"),
        ("2010年8月11日 20时15分", "2010-08-11T20:15", "minute"),
        ("2012-3-4 下午 3:12", "2012-03-04T15:12", "minute"),
        ("2016年10月08日 星期六 10:20", "2016-10-08T10:20", "minute"),
        ("２０１０／６／３", "2010-06-03", "day"),
        ("2010 年 8 月 11 日", "2010-08-11", "day"),
        ("发布：2011.9.20", "2011-09-20", "day"),
        ("二〇一〇年六月三日", "2010-06-03", "day"),
        ("二○一一年十二月三十一日", "2011-12-31", "day"),
        ("二〇〇九年十月", "2009-10", "month"),
        ("2010年6月", "2010-06", "month"),
        ("2010年", "2010", "year"),
        ("2011-9-18 15:14:07 头条", "2011-09-18T15:14:07", "second"),
        ("2016-12-16 06:09陈文祥", "2016-12-16T06:09", "minute"),
        ("2007/12/31 24:10", "2007-12-31", "day"),
        ("发布：6/23/2010", "2010-06-23", "day"),
        ("23/6/2010 09:12", "2010-06-23T09:12", "minute"),
        ("6/3/2010 9:23:57 PM", "2010-06-03T21:23:57", "second"),
        ("June 3rd, 2010 at 12:56 am", "2010-06-03T00:56", "minute"),
        ("3 Jun. 2010", "2010-06-03", "day"),
        ("青山站 (Thu Jun  3 09:12:05 2010), 站内", "2010-06-03T09:12:05", "second"),
        ("星期四, 03 六月 2010 09:12", "2010-06-03T09:12", "minute"),
        ("十二月 3rd, 2010", "2010-12-03", "day"),
        ("民國99年6月3日", "2010-06-03", "day"),
        ("中華民國 102/11/30", "2013-11-30", "day"),
    ],
)
def test_reads_what_is_printed_and_no_more(text: str, value: str, precision: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018-02-0510:00", "2018-02-05T10:00"),
        ("2018-2-110:00", "2018-02-01T10:00"),
        ("2018-2-1110:00", "2018-02-11T10:00"),
    ],
)
def test_time_glued_to_the_day(text: str, value: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        "2011923日",
        "941519日",
        "2011年923日",
        "2011-02-30",
        "2010-11-123",
        "1.2010",
        "31 二月 2010",
        "民国99年13月3日",
        "",
    ],
)
def test_glued_and_impossible_dates_are_not_guessed(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("zone", ["+99:00", "-77:77", "+24:00", "-2359"])
def test_a_zone_that_no_place_has_is_left_unread(zone: str) -> None:
    found = parse_date(f"2010-06-03T09:12:00{zone}")
    assert found and found.value == "2010-06-03T09:12:00"


def test_times_with_a_zone_become_beijing_time() -> None:
    utc, beijing = parse_date("2020-03-01T23:00:00Z"), parse_date("2020-03-01T12:00:00+08:00")
    assert utc and utc.value == "2020-03-02T07:00:00"
    assert beijing and beijing.value == "2020-03-01T12:00:00"


def test_an_impossible_date_does_not_hide_the_next_one() -> None:
    found = parse_date("2011-02-30 2011-03-01")
    assert found is not None
    assert (found.value, found.start, found.end) == ("2011-03-01", 11, 21)


def test_dates_come_in_the_order_of_the_text() -> None:
    text = "二〇一〇年六月三日起，2009年5月4日印发，2011年实施"
    assert [found.value for found in iter_dates(text)] == ["2010-06-03", "2009-05-04", "2011"]


def test_a_row_of_dates_takes_time_in_proportion_to_its_length() -> None:
    started = time.process_time()
    assert sum(1 for _ in iter_dates("2010-7-5，2010年7月；" * 9_000)) == 18_000
    assert time.process_time() - started < 10


def test_a_year_of_two_digits_is_read_at_the_beginning_only() -> None:
    found = parse_short_date(" 16-05-03 来源")
    assert found is not None
    assert (found.value, found.start, found.end) == ("2016-05-03", 1, 9)
    assert parse_short_date("第16-05-03号") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("08年7月5日 来源", "2008-07-05"), ("98.7.5", "1998-07-05"), ("107-10-09", "2018-10-09")],
)
def test_the_century_of_a_short_year(text: str, value: str) -> None:
    found = parse_short_date(text)
    assert found
    assert found.value == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("/xw/202504/t20250428_3508671.html", "2025-04-28"),
        ("/2013/09-21/531.shtml", "2013-09-21"),
        ("/newshtml/2008-3-23/51555.shtml", "2008-03-23"),
        ("/n1/2019/0611/c64094-31130216.html", "2019-06-11"),
        ("/info/1047/38286.htm", None),
        ("/detail.jsp?id=1480301477812", None),
    ],
)
def test_dates_in_addresses(url: str, value: str | None) -> None:
    found = parse_url_date(url)
    assert (found.value if found else None) == value


@given(st.datetimes())
def test_every_moment_of_two_centuries_is_read_back(moment: object) -> None:
    text = str(moment)[:16]
    found = parse_date(text)
    if text.startswith(("19", "20")):
        assert found is not None
        assert found.value == text.replace(" ", "T")


@given(st.text(alphabet="0123456789年月日-/.: 〇一二三十T上下午", max_size=40))
def test_no_text_raises_and_offsets_stay_inside(text: str) -> None:
    for found in iter_dates(text):
        assert 0 <= found.start < found.end <= len(text)
