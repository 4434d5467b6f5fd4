from __future__ import annotations

import opencc
import pytest

from archive.catalogue import catalogue
from archive.statements import CampaignMention


def _campaigns(title: str | None, body: str, **fields: str) -> list[CampaignMention]:
    return list(catalogue(title, body, fields, "http://mine.test/1").campaigns)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于深入开展创先争优活动的实施方案", "创先争优"),
        ("“不忘初心、牢记使命”主题教育总结", "不忘初心、牢记使命主题教育"),
        ("開展『三嚴三實』專題教育情況匯報", "三严三实"),
        ("关于印发“安康杯”竞赛方案的通知", "安康杯"),
        ("“节支降耗，我当先”主题实践活动方案", "节支降耗，我当先"),
        ("“节支降耗 我当先”主题实践活动方案", "节支降耗，我当先"),
        ("关于在全矿开展机关作风整顿活动的通知", "机关作风整顿"),
        ("开展解放思想大讨论的心得体会", "解放思想大讨论"),
        ("关于开展“大调研、大改进”的实施意见", "大调研，大改进"),
        ("“机关作风提升年”见实效", "机关作风提升年"),
        ("“党员身边无三违”有声有色", "党员身边无三违"),
        ("“我为矿山献一计”有声有色", "我为矿山献一计"),
        ("启动对标先进管理提升行动", "对标先进管理提升行动"),
        ("以“除隐患、保安全”为主题的百日安全竞赛结束", "百日安全"),
        ("集团公司大讨论办公室与“安康杯”竞赛", "安康杯"),
        ("开展增产节约、增收节支运动的安排意见", "双增双节"),
        ("“讲理想、比贡献”竞赛总结", "讲理想、比贡献"),
        ("开展“五讲四美三热爱”活动情况", "五讲四美三热爱"),
    ],
)
def test_the_title_names_the_subject(title: str, name: str) -> None:
    assert [(one.name, one.role) for one in _campaigns(title, "各单位：")] == [(name, "subject")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "开展“强基础敢作为，争进位我当先”教育。再抓“强基础敢作为，争进位勇当先”教育，落实“强基础敢作为，争进位勇当先”教育。",
            [("强基础敢作为，争进位勇当先", 3)],
        ),
        ("实施“书记领航”工程。“领航工程”见效，“领航”工程不停。", [("领航工程", 3)]),
        ("开展“三比”教育、“四比”教育。", [("三比", 1), ("四比", 1)]),
    ],
)
def test_variants_of_a_name_are_one_campaign(body: str, found: list[tuple[str, int]]) -> None:
    assert [(one.name, one.mentions) for one in _campaigns(None, body)] == found


@pytest.mark.parametrize("mark", ["，", ",", "、", "､", "﹑", "﹐", "·", "・", "•", " ", "， "])
def test_the_mark_between_its_parts_makes_no_other_campaign(mark: str) -> None:
    body = f"开展“敢作为，勇争先”主题教育，总结“敢作为{mark}勇争先”主题教育。"
    assert [(one.name, one.mentions) for one in _campaigns(None, body)] == [("敢作为，勇争先", 2)]


def test_evidence_is_the_printed_words() -> None:
    body = "會議強調，要深入開展「創先爭優」活動。"
    (found,) = _campaigns(None, body)
    place = found.evidence
    assert (place.field, body[place.start : place.end], place.words) == ("body", "創先爭優", "創先爭優")


def test_both_scripts_name_the_same() -> None:
    body = "矿党委开展“三比三看”主题实践活动，学习党的群众路线教育实践活动精神，推进安全生产月。"
    names = [one.name for one in _campaigns(None, body)]
    assert names == [one.name for one in _campaigns(None, opencc.OpenCC("s2t").convert(body))]
    assert set(names) == {"三比三看", "党的群众路线教育实践活动", "安全生产月"}


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("2019-08-02", "不忘初心、牢记使命主题教育"),
        ("2023-06-30", "学习贯彻习近平新时代中国特色社会主义思想主题教育"),
        ("2011-03-01", None),
    ],
)
def test_the_date_tells_which_of_two_is_meant(date: str, name: str | None) -> None:
    found = _campaigns("在主题教育工作会议上的讲话", "同志们：", published_at=date)
    assert [one.name for one in found] == ([name] if name else [])


def test_a_short_name_is_that_of_the_campaign_beside_it() -> None:
    body = "矿党委把“创争”活动融入生产，以创先争优促发展。"
    assert [one.name for one in _campaigns(None, body, published_at="2010-08-11")] == ["创先争优"]
    union = _campaigns(None, "工会扎实开展“创争”活动。", published_at="2005-03-01")
    assert [one.name for one in union] == ["创建学习型组织、争做知识型职工"]


def test_before_its_time_a_name_is_less_sure() -> None:
    early, in_time = (
        _campaigns("创先争优活动总结", "", published_at=date)[0].confidence for date in ("2003-05", "2011-05")
    )
    assert early < in_time


@pytest.mark.parametrize(
    ("title", "date", "year"),
    [
        ("2012年全国“安全生产月”活动总结", "2013-01-04", 2012),
        ("安全生产月活动总结", "2012-07-02", 2012),
        ("安全生产月活动总结", "", None),
    ],
)
def test_a_yearly_campaign_is_that_of_a_year(title: str, date: str, year: int | None) -> None:
    (found,) = _campaigns(title, "各区队：", published_at=date)
    assert (found.name, found.year) == ("安全生产月", year)


def test_the_year_may_stand_before_the_month_of_a_yearly_campaign() -> None:
    (found,) = _campaigns("活动安排", "2019年9月是全国第42个“质量月”，现将有关事项通知如下。")
    assert (found.name, found.year) == ("质量月", 2019)


def test_a_name_does_not_begin_inside_of_another() -> None:
    assert [one.name for one in _campaigns(None, "各队要开展“双百日”安全竞赛活动。")] == ["双百日"]
    assert [one.name for one in _campaigns(None, "各队要开展“百日”安全竞赛活动。")] == ["百日安全"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("扎实开展“五查五治”，即查机构、治臃肿。", "五查五治"),
        ("全矿开展“班组对手赛”。", "班组对手赛"),
        ("以“合理化建议月”为契机，人人提一条。", "合理化建议月"),
        ("以“扎根山乡”岗位建功行动为抓手。", "扎根山乡"),
    ],
)
def test_what_is_carried_out_or_gives_the_occasion_is_a_campaign(body: str, name: str) -> None:
    assert [one.name for one in _campaigns(None, body)] == [name]


@pytest.mark.parametrize(("date", "names"), [("1985-10-16", ["整党"]), ("2008-10-16", [])])
def test_a_campaign_of_the_eighties_counts_in_its_time(date: str, names: list[str]) -> None:
    found = _campaigns("一年小结", "开展整党以来，群众满意。", published_at=date)
    assert [one.name for one in found] == names


def test_what_a_text_comes_back_to_is_its_subject() -> None:
    body = "近日，该矿开展“亮身份、树形象”活动。" + "“亮身份、树形象”深入人心。" * 2 + "同时学习两学一做。"
    roles = {one.name: (one.role, one.mentions) for one in _campaigns("党员走在前", body)}
    assert roles == {"亮身份，树形象": ("subject", 3), "两学一做": ("mentioned", 1)}


@pytest.mark.parametrize(
    "body",
    [
        "举办庆祝“七一”活动。",
        "开展丰富多彩的文体活动。",
        "生产质量月报按时上报。",
        "第一、二、三，讲清形势。",
        "做好“十二五”工程建设。",
        "“四个意识”学习教育要常抓。",
        "开展“、、”活动。",
        "适时开展“回头看”，巩固成果。",
        "选煤厂开展“一日三检”，查处跑粗。",
        "开展“一对一”帮扶。",
        "不开展“形式主义、走过场”。",
        "班子开展“批评与自我批评”，支部开展“三会一课”。",
    ],
)
def test_no_campaign(body: str) -> None:
    assert _campaigns(None, body) == []
