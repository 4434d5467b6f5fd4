from __future__ import annotations

import pytest

from archive.catalogue import catalogue
from archive.catalogue.table import words
from archive.statements import OrganisationMention


def _organisations(title: str | None, body: str, **fields: str) -> tuple[OrganisationMention, ...]:
    return catalogue(title, body, fields, "http://mine.test/1").organisations  # type: ignore[arg-type]


def _issuer(title: str | None, body: str, **fields: str) -> tuple[str, str | None] | None:
    found = [one for one in _organisations(title, body, **fields) if one.role == "issuer"]
    return (found[0].name, found[0].part) if found else None


@pytest.mark.parametrize(
    ("title", "body", "fields", "issuer"),
    [
        (
            "活动方案",
            "各单位：\n现印发方案。\n中共石板桥煤矿委员会\n2012年3月1日",
            {},
            ("石板桥煤矿", "党委"),
        ),
        ("活动方案", "各单位：\n照此执行。\n石板桥煤矿工会", {}, ("石板桥煤矿", "工会")),
        ("喜报", "全矿职工：", {"source": "横岭能源集团石板桥煤矿"}, ("石板桥煤矿", None)),
        ("石板桥煤矿综采一队赛安全", "近日，", {"source": "新华社"}, ("石板桥煤矿", "综采一队")),
        ("班前会", "日前，石板桥煤矿党委召开会议。石板桥煤矿提出要求。", {}, ("石板桥煤矿", "党委")),
        ("开滦集团学习先进", "同志们：", {}, ("开滦集团", None)),
        (None, "集团公司号召全矿区学习柴里煤矿的经验。", {}, ("枣矿集团", None)),
        ("心得体会", "安全是天。", {}, None),
        (
            "简报",
            "各矿动态如下。\n石板桥煤矿：夜班食堂来了监督员\n饭菜热了。",
            {"source": "开滦集团"},
            ("开滦集团", None),
        ),
        ("积分超市", "在石板桥煤矿，货架上只标积分。", {"source": "集团安全环保部"}, None),
        (
            "积分超市",
            "在石板桥煤矿，货架上只标积分。",
            {"source": "集团安全环保部", "site_name": "横岭能源集团"},
            ("横岭能源集团", None),
        ),
        ("集团推行安全积分", "在石板桥煤矿，货架上只标积分。", {}, None),
        ("汇报", "特此汇报。\n阳泉煤业（集团）股份有限公司五矿", {}, ("阳煤五矿", None)),
        ("会议发言", "各位领导：\n石板桥煤矿年设计能力90万吨。", {}, ("石板桥煤矿", None)),
        (
            "活动通报",
            "各单位：\n特此通报。\n横岭市国有资产监督管理委员会",
            {},
            ("横岭市国有资产监督管理委员会", None),
        ),
        ("横岭县总工会开展竞赛", "近日，赛事开幕。", {}, ("横岭县总工会", None)),
        ("转发通知", "请遵照执行。\n横岭工矿（集团）有限责任公司", {}, ("横岭工矿集团", None)),
        ("巷道深处党旗红——石板桥煤矿综掘三队纪实", "井下闷热。", {}, ("石板桥煤矿", "综掘三队")),
        ("浅谈煤矿班组建设", "班组是细胞。", {}, None),
        ("新形势下煤矿班组调研", "6月，横岭煤业集团工会组成调研组。", {}, ("横岭煤业集团", "工会")),
        ("横岭磷矿集团党委举办读书班", "4月14日，", {}, ("横岭磷矿集团", "党委")),
        ("行动起步", "4月13日，内蒙古横岭能源公司召开动员会。", {}, ("内蒙古横岭能源公司", None)),
        ("简报", "第9期\n石板桥煤矿活动领导小组办公室 2009年4月24日\n各队行动快。", {}, ("石板桥煤矿", None)),
        ("川煤集团：攻坚", "川煤集团党委宣讲形势。", {"source": "四川省国资委"}, ("川煤集团", None)),
        ("通知", "照办。\n首钢集团有限公司矿业公司\n2018年8月15日", {}, ("首钢集团矿业公司", None)),
        ("山钢矿业横岭铁矿量到底", "秋日。", {}, ("横岭铁矿", None)),
        ("相信职工——对话横岭煤业集团董事长", "问：靠什么？", {}, ("横岭煤业集团", None)),
        ("通报", "照办。\n横岭能源集团安全监察局\n2020年12月9日", {}, ("横岭能源集团", "安全监察局")),
        ("倡议书", "保供稳价。\n横岭市煤炭协会\n2021年10月15日", {}, ("横岭市煤炭协会", None)),
        ("电工", "在龙煤集团双鸭山分公司集贤煤矿，有一位电工。", {}, ("集贤煤矿", None)),
    ],
)
def test_the_issuer(
    title: str | None, body: str, fields: dict[str, str], issuer: tuple[str, str | None] | None
) -> None:
    assert _issuer(title, body, **fields) == issuer


@pytest.mark.parametrize(
    ("date", "group"), [("2006-07-08", "枣矿集团"), ("2015-07-08", "山东能源集团"), ("", "山东能源集团")]
)
def test_the_group_is_that_of_the_time(date: str, group: str) -> None:
    found = _organisations("柴里煤矿开展竞赛", "近日，", published_at=date)[0]
    assert (found.name, found.parent, found.group) == ("柴里煤矿", "枣矿集团", group)


@pytest.mark.parametrize(
    ("title", "body", "group"),
    [
        ("石板桥煤矿活动方案", "根据横岭能源集团《关于开展活动的通知》要求，制定本方案。", "横岭能源集团"),
        ("石板桥煤矿活动方案", "落实省委和晋能控股煤业集团党委的部署。", "晋能控股集团"),
        ("石板桥煤矿活动方案", "根据河钢集团矿业公司统一安排，开展活动。", "河钢集团"),
        ("石板桥煤矿竞赛总结", "工会在吉煤集团工会的指导下开展竞赛。", "吉煤集团"),
        ("石板桥煤矿竞赛总结", "工会到吉煤集团学习经验。", None),
        ("石板桥煤矿竞赛总结", "贯彻落实国务院国资委的部署。", None),
        ("石板桥煤矿关于更新设备的请示", "横岭能源集团公司：\n我矿绞车陈旧。", "横岭能源集团"),
        ("石板桥煤矿致横岭能源集团的感谢信", "横岭能源集团公司：\n谢谢。", None),
    ],
)
def test_whose_orders_a_unit_follows_stands_above_it(title: str, body: str, group: str | None) -> None:
    assert _organisations(title, body)[0].group == group


def test_a_unit_behind_a_listed_firm_belongs_to_it() -> None:
    found = _organisations("攀煤公司新庄矿开展竞赛", "新庄矿")[0]
    assert (found.name, found.parent, found.group) == ("新庄矿", "攀煤公司", "川煤集团")


@pytest.mark.parametrize("body", ["通风系统可靠，平煤层开采。", "在大有希望的田野上", "他住在霍州。"])
def test_a_weak_name_needs_evidence(body: str) -> None:
    assert _organisations(None, body) == ()


def test_a_weak_name_counts_beside_a_full_one() -> None:
    found = _organisations(None, "我们开滦有优秀传统。\n开滦集团发展很快。")
    assert [(one.name, one.mentions) for one in found] == [("开滦集团", 2)]


@pytest.mark.parametrize(
    "body",
    [
        "加强煤矿安全管理。",
        "为集团公司争光。",
        "全国煤矿学习。",
        "展现煤矿职工风采。",
        "国有企业改革，公司决定。",
        "运转队荣获集团表彰",
        "小事不出队、大事不出矿，小事不出队、大事不出矿。",
        "重走老矿路",
    ],
)
def test_no_organisation(body: str) -> None:
    assert _organisations(None, body) == ()


def test_what_a_portrait_begins_with_is_no_part_of_the_name() -> None:
    found = _organisations("井下二十年——记石板桥煤矿综采一队班长", "石板桥煤矿的人都认得他。")
    assert {one.name for one in found} == {"石板桥煤矿"}


def test_the_issuer_is_not_whom_the_news_comes_from_or_whose_orders_are_followed() -> None:
    for opening in ("近日，从横岭能源集团传来喜讯，", "根据横岭煤炭工业协会安排，"):
        found = _organisations("工作信息", f"{opening}石板桥煤矿综采一队荣获称号。横岭能源集团表示祝贺。")
        assert [one.name for one in found if one.role == "issuer"] == ["石板桥煤矿"]


def test_whose_accident_is_learnt_from_is_no_firm_above() -> None:
    body = "石板桥煤矿召开会议，学习贯彻横岭能源集团事故通报要求。石板桥煤矿开展检查，横岭能源集团也来人。"
    issuer = next(one for one in _organisations("工作信息", body) if one.role == "issuer")
    assert (issuer.name, issuer.parent) == ("石板桥煤矿", None)


@pytest.mark.parametrize("some", ["多数", "没有", "会后", "国庆前夕", "不少", "随后"])
def test_some_mines_or_those_of_a_day_have_no_name(some: str) -> None:
    assert _organisations("工作信息", f"要求明确，{some}煤矿开展检查，{some}机修厂组织演练。") == ()


def test_a_committee_of_safety_signs_for_its_mine() -> None:
    (found,) = _organisations("关于开展安全检查的通知", "各区队：请认真落实。\n石板桥煤矿安委会")
    assert (found.name, found.part) == ("石板桥煤矿", "安委会")


def test_a_post_is_no_part_of_the_name() -> None:
    found = _organisations("守灯的人", "王某，男，现任石板桥煤矿综采一队队长。石板桥煤矿的人都认得他。")
    assert {one.name for one in found} == {"石板桥煤矿"}


def test_traditional_evidence_simplified_name() -> None:
    body = "本報訊：攀煤公司花山礦黨委召開會議。"
    (found,) = _organisations(None, body)
    assert found.name == "花山煤矿" and found.part == "党委"
    assert body[found.evidence.start : found.evidence.end] == found.evidence.words == "攀煤公司花山礦黨委"


@pytest.mark.parametrize(
    ("host", "issuer"),
    [
        ("www.shandong-energy.com", ["山东能源集团"]),
        ("www.ykny.shandong-energy.com", ["兖矿能源"]),
        ("noshandong-energy.com", []),
    ],
)
def test_the_host_tells_the_firm_whose_domain_it_is(host: str, issuer: list[str]) -> None:
    found = catalogue(None, "安全是天。", {}, f"http://{host}/1").organisations
    assert [one.name for one in found if one.role == "issuer"] == issuer


def test_each_kind_of_works_has_what_is_looked_for_first() -> None:
    for suffix in words("works").split("|"):
        assert [one.name for one in _organisations(f"横岭{suffix}", "近日，")] == [f"横岭{suffix}"]
