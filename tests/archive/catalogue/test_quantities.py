"""Quantities and targets: what a number is of, how much, and whether it is to be or has been."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue import catalogue
from archive.catalogue.quantities.amounts import find_amounts
from archive.catalogue.quantities.numerals import NUMERAL, read_number
from archive.model import Fields
from archive.statements import Quantity


def _quantities(body: str, title: str | None = None, fields: Fields | None = None) -> tuple[Quantity, ...]:
    return catalogue(title, body, fields or {}, "http://quantities.test/").quantities


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("120", 120),
        ("1,280", 1280),
        ("1.2亿", 120_000_000),
        ("3千万", 30_000_000),
        ("三百五十", 350),
        ("两千零五", 2005),
        ("一亿二千万", 120_000_000),
        ("十二", 12),
        ("二十", 20),
    ],
)
def test_numerals(printed: str, value: int) -> None:
    assert read_number(printed) == value


@pytest.mark.parametrize("digits", ["二五", "三五七"])
def test_digits_in_a_row_are_no_numeral(digits: str) -> None:
    with pytest.raises(ValueError, match=digits):
        read_number(digits)


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        ("培育50名青年骨干。", ("青年骨干", "培育", 50, "人", "50名")),
        ("建立100个党支部。", ("党支部", "建立", 100, "个", "100个")),
        ("實現“零死亡”。", ("死亡", None, 0, None, "零")),
        ("煤炭产量120万吨。", ("煤炭产量", None, 1_200_000, "吨", "120万吨")),
        ("降低成本5％。", ("成本", "降低", 5, "%", "5％")),
        ("做到五个100%。", (None, None, 100, "%", "100%")),
        ("培训覆盖面达到百分之九十五。", ("培训覆盖面", None, 95, "%", "百分之九十五")),
        ("募集捐款二十余万元。", ("捐款", "募集", 200_000, "元", "二十余万元")),
    ],
)
def test_subject_action_value_unit_and_number(body: str, stated: tuple[object, ...]) -> None:
    (one,) = _quantities(body)
    assert (one.subject, one.action, one.value, one.unit, one.printed) == stated
    assert body[one.evidence.start : one.evidence.end] == one.evidence.words


@pytest.mark.parametrize(
    "body",
    [
        "抓好三个方面、四个环节，历时三个月。",
        "牢记“三个代表”，执行三项制度，解决两个问题。",
        "一名党员就是一面旗帜，每名党员联系第三党支部。",
        "募集捐款x余万元，完成产量×万吨。",
        "他今年45岁，走了8000步，住在五家子村。",
        "向病人出示45位男子的照片。",
        "党员占30%，费用占5%。",
        f"完成产量{'9' * 400}吨。",
    ],
)
def test_what_is_no_quantity(body: str) -> None:
    assert _quantities(body) == ()


@pytest.mark.parametrize(
    ("body", "measure", "bound"),
    [
        ("成本下降5%。", "decrease", "exact"),
        ("合格率提高3个百分点以上。", "increase", "at_least"),
        ("合格率由92%提高到97%。", "level", "exact"),
        ("产量突破100万吨。", "level", "over"),
        ("培训职工50多名。", "level", "over"),
        ("费用控制在30万元以内。", "level", "at_most"),
        ("发放宣传资料约2000份。", "level", "about"),
        ("轻伤率低于2%。", "level", "under"),
    ],
)
def test_measure_and_bound(body: str, measure: str, bound: str) -> None:
    (one,) = _quantities(body)
    assert (one.measure, one.bound) == (measure, bound)


def test_numbers_of_one_thing() -> None:
    found = _quantities("截至目前，28个重点项目已完成19个。")
    assert [(one.subject, one.value) for one in found] == [("重点项目", 28), ("重点项目", 19)]


@pytest.mark.parametrize(
    ("folded", "printed"),
    [
        ("产量1,234.5万吨", ["1,234.5万吨"]),
        ("百分之五的班组", ["百分之五"]),
        ("3至5个班组", ["3至5个"]),
        ("50多名职工和六余吨煤", ["50多名", "六余吨"]),
        ("掘进五千米", ["五千米"]),
        ("2010-06-03 09:12, 第5页, 1,2,3, 三抓三促", []),
    ],
)
def test_numbers_with_a_unit(folded: str, printed: list[str]) -> None:
    assert [folded[amount.start : amount.end] for amount in find_amounts(folded)] == printed


def test_a_range() -> None:
    (one,) = _quantities("年内培养3至5万名职工。")
    assert (one.value, one.value_to, one.printed) == (30_000, 50_000, "3至5万名")


def test_five_measures_of_a_hundred() -> None:
    (one,) = _quantities("做到五个100%。")
    assert one.measures == 5


@pytest.mark.parametrize(
    ("body", "kind", "year"),
    [
        ("力争培育50名骨干。", "target", None),
        ("活动中共培育骨干50名。", "reported", None),
        ("培育骨干50名。", "unknown", None),
        ("已培育骨干50名的目标要实现。", "unknown", None),
        ("一、工作目标\n培育骨干50名。\n", "target", None),
        ("一、工作目标\n大干。\n二、主要做法\n培育骨干50名。", "unknown", None),
        ("到2015年，煤炭产量突破1亿吨。", "target", 2015),
        ("2009年和2010年培育骨干50名。", "unknown", None),
    ],
)
def test_kind_and_year(body: str, kind: str, year: int | None) -> None:
    (one,) = _quantities(body, fields={"published_at": "2010-03-01"})
    assert (one.kind, one.year) == (kind, year)


def test_a_number_in_the_title() -> None:
    title = "我矿发放宣传资料3000份"
    (one,) = _quantities("正文。", title=title)
    assert one.evidence.field == "title"
    assert title[one.evidence.start : one.evidence.end] == one.evidence.words == "发放宣传资料3000份"


@given(st.text("一二两十百千万亿零0123456789,.%名个吨元党员产量率达到的，。“”\n", max_size=40))
def test_evidence_stands_where_it_says(body: str) -> None:
    for one in _quantities(body):
        assert body[one.evidence.start : one.evidence.end] == one.evidence.words
        assert one.printed in one.evidence.words
        assert one.value >= 0


@given(st.from_regex(NUMERAL, fullmatch=True))
def test_a_numeral_has_a_value_or_is_refused(numeral: str) -> None:
    try:
        value = read_number(numeral)
    except ValueError:
        return
    assert value >= 0


@pytest.mark.parametrize(
    "body",
    [
        "学习八项规定的党员很多。先学八项规定的党员带了头。",
        "開展“三項教育”的職工很多。",
        "八项规定精神学习教育的心得体会很多。",
    ],
)
def test_the_number_in_a_name_counts_nothing(body: str) -> None:
    assert _quantities(body) == ()


def test_what_stands_beside_a_name_counts() -> None:
    (one,) = _quantities("落实八项规定，培育八名青年骨干。")
    assert (one.value, one.printed) == (8, "八名")
