"""Formulas (提法): what counts as one, what it stands for, what is but a count."""

from __future__ import annotations

import pytest

from archive.catalogue import catalogue
from archive.catalogue.formulas import kind_of_formula
from archive.statements import FormulaMention


def _formulas(body: str, title: str | None = "题") -> tuple[FormulaMention, ...]:
    return catalogue(title, body, {}, "http://formulas.test/").formulas


def _names(body: str) -> list[str]:
    return [one.name for one in _formulas(body)]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("全矿做到“五带四争”，人人争先。", ["五带四争"]),
        ("全礦落實「四個準確把握」。", ["四个准确把握"]),
        ("干部要履行一岗双责，增强四个意识。", ["一岗双责", "四个意识"]),
        ("开展“五个一”活动。", ["五个一"]),
        ("推行三查三改工作法。", ["三查三改"]),
        ("实行“一人一档”“一题一案一团队”，不搞“一心一意”。", ["一人一档", "一题一案一团队"]),
        ("坚持四个一流，即一流装备、一流技术、一流管理、一流队伍。", ["四个一流"]),
        ("推行“一三五”安全管理法。", ["一三五"]),
    ],
)
def test_abbreviations(body: str, names: list[str]) -> None:
    assert _names(body) == names


@pytest.mark.parametrize(
    "body",
    [
        "用三个月抓好两个方面的工作，四个季度都要考核。",
        "“七一”前夕，“十二五”规划、“十九大”精神、“一把手”工程。",
        "大家“一心一意”、“三言两语”，跑遍“五湖四海”。",
        "“两个”“三个阶段”“两个月”“三队”“四季度”“十佳矿工”“一号工作面”。",
        "第三批五区四队的三班四人。",
        "他们不三违反四规。",
    ],
)
def test_counts_feasts_and_idioms_are_none(body: str) -> None:
    assert _names(body) == []


@pytest.mark.parametrize(
    ("body", "expansion"),
    [
        ("开展“三敬畏”大讨论，即敬畏生命、敬畏规程、敬畏制度。", "敬畏生命、敬畏规程、敬畏制度"),
        ("做好“四防”（防火、防冻、防滑、防中毒）工作。", "防火、防冻、防滑、防中毒"),
        ("做到“三清楚”：任务清楚、现场清楚、隐患清楚。", "任务清楚、现场清楚、隐患清楚"),
        ("建设安全型、效益型、和谐型“三型企业”。", "安全型、效益型、和谐型"),
        ("要做到“两个到位”。一是组织到位。二是培训到位。", "一是组织到位。二是培训到位"),
        ("要做到“三个到位”。一是组织到位。二是培训到位。", None),
        ("狠反“三违”现象。", None),
    ],
)
def test_what_it_stands_for(body: str, expansion: str | None) -> None:
    (found,) = (one for one in _formulas(body) if one.kind == "numbered")
    assert (found.expansion.words if found.expansion else None) == expansion
    if found.expansion:
        assert body[found.expansion.start : found.expansion.end] == expansion


@pytest.mark.parametrize(
    ("body", "slogan"),
    [
        ("坚持“安全第一、预防为主”的方针。", "安全第一、预防为主"),
        ("以「科學發展、安全發展」為主題。", "科学发展、安全发展"),
        ("“人人讲安全、个个会应急——查找身边隐患”活动。", "人人讲安全、个个会应急"),
    ],
)
def test_slogans(body: str, slogan: str) -> None:
    assert [(one.name, one.kind) for one in _formulas(body)] == [(slogan, "slogan")]


@pytest.mark.parametrize(
    "printed",
    [
        "“安全第一，预防为主”",
        "“安全第一,预防为主”",
        "「安全第一、預防為主」",
        "“安全第一 预防为主”",
        "“安全第一， 预防为主”",
        "“安全第一·预防为主”",
        "“安全第一・预防为主”",
        "“安全第一•预防为主”",
        "“安全第一､预防为主”",
        "“安全第一﹑预防为主”",
        "“安全第⼀、预防为主”",
    ],
)
def test_the_mark_between_its_parts_makes_no_other_formula(printed: str) -> None:
    body = f"坚持“安全第一、预防为主”，把{printed}放在心上。"
    assert [(one.name, one.mentions) for one in _formulas(body)] == [("安全第一、预防为主", 2)]


def test_two_halves_of_a_slogan_stay_apart() -> None:
    assert _names("“学先进,赶先进;比作风，比业绩”活动。") == ["学先进、赶先进；比作风、比业绩"]


def test_numbered_parts_are_one_formula_however_apart() -> None:
    (found,) = _formulas("落实“三带三促，三个坚持”和“三带三促,三个坚持”、“三带三促 、三个坚持”。")
    assert (found.name, found.kind, found.mentions) == ("三带三促、三个坚持", "numbered", 3)


def test_ordinary_quotes_are_no_slogan() -> None:
    assert _names("他说：“党员嘛，就该往前站。”“锚杆、支柱、顶板”都要看。") == []


def test_the_title_makes_it_the_subject() -> None:
    first, second = _formulas("反“三违”要靠“三基”，“三违”少了。", title="“三违”整治纪实")
    assert (first.name, first.role, first.mentions, first.evidence.field) == ("三违", "subject", 3, "title")
    assert (second.name, second.role) == ("三基", "mentioned")


@pytest.mark.parametrize(
    ("body", "slogans"),
    [
        ("推行“马上办、限期办、创造条件办”。", ["马上办、限期办、创造条件办"]),
        ("“材料不外带、内容不打折。”负责人说。", []),
        ("“不忘初心、牢记使命”主题教育开始了。", []),
    ],
)
def test_what_is_no_slogan(body: str, slogans: list[str]) -> None:
    assert [one.name for one in _formulas(body) if one.kind == "slogan"] == slogans


def test_categories_of_people_are_no_formula() -> None:
    assert _names("组织“四管人员”和“三类人员”学习“三不腐”。") == ["三不腐"]


def test_the_kind_is_told_by_the_name_as_printed() -> None:
    assert kind_of_formula("三带三促，三个坚持") == "numbered"
