"""What a text says of itself in lines that stay: number, dates, reporters, unit."""

from __future__ import annotations

from typing import Any

import pytest

from archive.text import clean
from archive.text.occasion import read_occasion

TITLE = "云溪煤矿安全生产月活动启动"
FIRST = "云溪煤矿举行安全生产月活动启动仪式，矿领导和职工代表参加。会后开展了签名活动。"


@pytest.mark.parametrize(
    ("above", "below", "fields"),
    [
        ("云矿安委〔2019〕69号", "", {"document_number": "云矿安委〔2019〕69号"}),
        ("雲礦先組函[2005]32號", "", {"document_number": "雲礦先組函[2005]32號"}),
        ("云矿工〔98〕6号    签发人：李明", "", {"document_number": "云矿工〔98〕6号"}),
        ("云溪煤矿文件 云矿办〔二〇〇三〕16号", "", {"document_number": "云矿办〔二〇〇三〕16号"}),
        ("", "(太平煤矿 李明)", {"author": "李明", "source": "太平煤矿"}),
        ("", "云溪红山矿：张华 王强", {"author": "张华 王强", "source": "云溪红山矿"}),
        ("", "(组织部)", {"source": "组织部"}),
        ("", "(责编:陈刚)", {"editor": "陈刚"}),
        ("", "编辑:郝 龙", {"editor": "郝龙"}),
        ("", "采写：李明 王强", {"author": "李明 王强"}),
        ("", "值班编辑：陈刚", {"editor": "陈刚"}),
        ("", "二〇一四年元月二十三日", {"written_on": "2014-01-23"}),
        ("", "云溪煤矿\n2011年1月8日", {"written_on": "2011-01-08"}),
        ("", "云溪煤矿\n2011年1月8日\n附件\n活动方案\n一、目标。\n二、措施。", {"written_on": "2011-01-08"}),
        ("", "云溪煤矿办公室  2011年1月8日", {"written_on": "2011-01-08"}),
        ("（2022年3月11日第三次会议通过）", "", {"event_on": "2022-03-11"}),
        ("——在年度工作会上的讲话（2011年1月8日）", "", {"event_on": "2011-01-08"}),
    ],
)
def test_lines_that_stay_and_tell(above: str, below: str, fields: dict[str, Any]) -> None:
    body = "\n".join(line for line in (above, FIRST, below) if line)
    cleaned = clean(f"{TITLE}\n{body}", title=TITLE)
    assert cleaned.body == body
    assert fields.items() <= {**cleaned.fields, **read_occasion(cleaned.fields, cleaned.body)}.items()


@pytest.mark.parametrize(
    "body",
    [
        f"{FIRST}\n2011年1月8日\n主题词：安全\n抄送：省局\n\n共印三份\n校对：某\n（联系人：某）",
        f"第 6 期\n云溪煤矿党委\n2011-01-08\n{FIRST}",
        f"第6期\n云溪煤矿党委宣传部编　2011年1月8日\n{FIRST}",
    ],
)
def test_the_date_above_what_is_printed_last_or_in_the_head(body: str) -> None:
    assert read_occasion({}, body)["written_on"] == "2011-01-08"


def test_a_letter_is_dated_above_the_document_that_it_issues() -> None:
    letter = "现将《云溪煤矿活动方案》印发给你们，请遵照执行。\n云溪煤矿\n2011年1月8日\n"
    assert (
        read_occasion({}, f"{letter}云溪煤矿活动方案\n一、目标。\n二、措施。")["written_on"] == "2011-01-08"
    )
    assert "written_on" not in read_occasion({}, f"{letter}一、目标。\n" + "二、措施。\n" * 6)


@pytest.mark.parametrize("line", ["（略）", "（续上期）", "（完）", "附件：（略）", "特此通知：请遵照执行"])
def test_lines_that_tell_nothing(line: str) -> None:
    cleaned = clean(f"{TITLE}\n{FIRST}\n{line}")
    fields = {**cleaned.fields, **read_occasion(cleaned.fields, cleaned.body)}
    assert not {"author", "source", "editor", "written_on", "event_on"} & fields.keys()


@pytest.mark.parametrize(
    ("opening", "fields"),
    [
        ("本网讯（通讯员 李明）近日，矿上开会。", {"author": "李明"}),
        ("新华社北京9月5日电（记者 李明）今天开会。", {"author": "李明", "source": "新华社"}),
    ],
)
def test_datelines(opening: str, fields: dict[str, Any]) -> None:
    cleaned = clean(f"{TITLE}\n{opening}\n{FIRST}")
    assert cleaned.body == f"{opening}\n{FIRST}"
    assert fields.items() <= cleaned.fields.items()


@pytest.mark.parametrize(
    ("opening", "posted", "event_on"),
    [
        ("1月28日，云溪煤矿召开会议。", "2010-02-03", "2010-01-28"),
        ("12月28日，云溪煤矿召开会议。", "2011-01-04T10:15", "2010-12-28"),
        ("今年6月份，云溪煤矿召开会议。", "2010-08-11", "2010-06"),
        ("本报9月5日讯（记者 李明）今天开会。", "2012-09-06", "2012-09-05"),
        ("2009年5月6日，云溪煤矿召开会议。", "2010-08-11", "2009-05-06"),
        ("1月28日，云溪煤矿召开会议。", "", None),
        ("2月30日，云溪煤矿召开会议。", "2010-08-11", None),
        ("云溪煤矿1月28日以来连续开会。", "2010", None),
    ],
)
def test_dates_against_the_posting_year(opening: str, posted: str, event_on: str | None) -> None:
    assert read_occasion({"published_at": posted}, opening).get("event_on") == event_on
