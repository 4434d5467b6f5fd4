"""The lines of one key each that stand below a byline."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "云溪煤矿安全生产月活动启动"
BYLINE = "2019年6月11日08:34 来源：云溪矿工报"
BODY = "云溪煤矿举行安全生产月活动启动仪式，矿领导和职工代表参加。会后开展了签名活动。"


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("责任编辑：高明", "高明"),
        ("(责编：高明、白云)", "高明 白云"),
        ("【编辑：高明】", "高明"),
    ],
)
def test_the_editor_below_a_byline_goes_with_it(line: str, editor: str) -> None:
    cleaned = clean(f"{TITLE}\n{BYLINE}\n{line}\n\n{BODY}", title=TITLE)
    assert cleaned.body == BODY
    assert cleaned.fields["editor"] == editor


@pytest.mark.parametrize(
    "line", ["（编辑：一个光荣的岗位，他干了三十年）", "编辑部：请各队报送材料", "联系人：高明"]
)
def test_other_lines_below_a_byline_stay(line: str) -> None:
    cleaned = clean(f"{TITLE}\n{BYLINE}\n{line}\n\n{BODY}", title=TITLE)
    assert cleaned.body == f"{line}\n{BODY}"


def test_a_day_of_writing_gives_way_to_one_of_publication() -> None:
    written = "发布机构：\t云溪煤炭局\t成文日期：\t2014年05月23日"
    published = "发文字号：\t云煤发〔2014〕31号\t发布日期：\t2014年05月26日"
    cleaned = clean(f"{TITLE}\n{written}\n{published}\n\n{BODY}", title=TITLE)
    assert cleaned.body == BODY
    assert cleaned.fields["published_at"] == "2014-05-26"
    assert cleaned.fields["written_on"] == "2014-05-23"


def test_of_two_dates_of_publication_the_first_counts() -> None:
    cleaned = clean(f"{TITLE}\n{BYLINE}\n发布时间：2019-06-12 10:00\n\n{BODY}", title=TITLE)
    assert cleaned.fields["published_at"] == "2019-06-11T08:34"
