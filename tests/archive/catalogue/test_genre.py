import pytest

from archive.catalogue import genre
from archive.fold import fold

REPORT = fold("近日，该矿党委组织党员突击队清理巷道淤泥。")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于开展“安全在我心中”主题活动的安排意见", "意见"),
        ("關於開展“百日安全”競賽的實施方案", "方案"),
        ("关于印发《班组建设考核办法》的通知", "通知"),
        ("在安全生产月动员大会上的讲话", "讲话"),
        ("2016年劳动竞赛工作总结（范文）", "总结"),
        ("致全体井下职工的倡议书", "倡议书"),
        ("班组长管理办法（试行）", "办法"),
        ("深夜的“守灯人”——记石板桥煤矿瓦检员某某", "通讯"),
        ("一名老矿工的入党故事", "通讯"),
        ("参加主题教育的心得体会3", "心得体会"),
        ("井下作业应知应会试题", "试题"),
        ("质量月宣传标语口号", "标语"),
        ("专题组织生活会发言提纲", "发言"),
        ("主题教育简报 第15期", "简报"),
        ("2016年工作总结及2017年工作打算", "总结"),
        ("“矿山情”征文启事", "公告"),
        ("职工技术协会章程", "规定"),
        ("2018年度述职报告", "报告"),
        ("检讨书", "对照检查"),
        ("石板桥煤矿矿长答记者问", "访谈"),
    ],
)
def test_the_end_of_the_title_names_the_genre(title: str, expected: str) -> None:
    assert genre(fold(title), fold("各单位：")) == expected


def test_the_second_line_of_a_title_may_stand_in_the_body() -> None:
    body = "——石板桥煤矿采煤一区创建“工人先锋号”先进事迹材料\n石板桥煤矿采煤一区现有职工146人。"
    assert genre(fold("乌山铸铁军"), fold(body)) == "事迹材料"
    assert genre(fold("乌山铸铁军"), fold("——老区长的心愿\n各单位：")) is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("记者：为何改革？\n赵某：不改没有出路。\n记者：难在哪里？\n赵某：难在观念。", "访谈"),
        ("近日，该矿召开会议。", "消息"),
    ],
)
def test_an_interview_is_asked_and_answered(body: str, told: str) -> None:
    assert genre(fold("改革要动真——访石板桥煤矿矿长"), fold(body)) == told


@pytest.mark.parametrize(
    "body",
    [
        "清晨六点，老邵背着工具箱出了门。“帮人一把，自己心里敞亮。”老邵说。",
        "腊月的塬上，风像刀子。矿上的人说，有了协管站就放心。",
        "井下有一位“博士”，电工，49岁。“都是逼出来的。”他的女儿笑着说。",
    ],
)
def test_a_scene_or_a_person_and_what_he_says_make_a_feature(body: str) -> None:
    assert genre(fold("活雷锋"), fold(body)) == "通讯"
    assert genre(fold("活雷锋"), fold(f"我是一名矿工。{body}")) is None


def test_who_asks_his_readers_comments() -> None:
    asked = fold("心气是什么？是那股劲。台下公车私用，谁还信你？但愿我们都不倒在立春前。")
    assert genre(fold("提起心气"), asked) == "评论"
    assert genre(fold("提起心气"), fold("我") + asked) is None


def test_questions_that_are_headings_ask_no_reader() -> None:
    asked = fold("什么是瓦斯？\n瓦斯是一种气体。\n什么是“一通三防”？\n它是通风的要领。")
    assert genre(fold("瓦斯小常识"), asked) is None


def test_who_applies_for_a_post_does_not_reflect() -> None:
    body = "我今年三十岁，我竞聘区长。我学习努力，我工作认真，我懂得责任。"
    assert genre(fold("我的打算与承诺"), fold(body)) is None


def test_who_says_what_he_learnt_reflects() -> None:
    body = "主题教育让我受益匪浅。我是测风员，我反复问自己为何入党。对照誓词，我脸红。"
    assert genre(fold("守住初心"), fold(body)) == "心得体会"
    assert genre(fold("守住初心"), fold("主题教育让大家受益匪浅。")) is None


def test_who_names_the_theme_of_a_speech_speaks_in_a_contest() -> None:
    body = "尊敬的各位评委：\n大家好！今天我演讲的题目是《守灯的人》。"
    assert genre(fold("守灯的人"), fold(body)) == "演讲稿"
    assert genre(fold("守灯的人"), fold("各位评委：\n演讲比赛现在开始。")) == "讲话"


def test_salutation_makes_a_speech() -> None:
    assert genre(None, fold("同志们：\n今天我们召开大会。")) == "讲话"


def test_reports_by_length() -> None:
    assert genre("青山煤矿清淤保畅通", REPORT) == "消息"
    assert genre("青山煤矿清淤保畅通", REPORT * 40) == "通讯"


@pytest.mark.parametrize(("title", "body"), [(None, ""), (None, REPORT), ("安全", fold("班前会必须开。"))])
def test_unsure_is_none(title: str | None, body: str) -> None:
    assert genre(title, body) is None
