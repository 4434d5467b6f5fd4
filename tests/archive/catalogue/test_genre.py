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
    ],
)
def test_the_end_of_the_title_names_the_genre(title: str, expected: str) -> None:
    assert genre(fold(title), fold("各单位：")) == expected


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
