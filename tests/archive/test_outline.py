import pytest

from archive.outline import Heading, find_heading, is_signature


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、指导思想", 1),
        ("　　二、活動內容", 1),
        ("第三章 组织领导", 1),
        ("（一）提高认识，加强领导", 2),
        ("(二)狠抓落实。", 2),
        ("3．统一思想", 3),
        ("4、落实责任", 3),
        ("（1）宣传发动阶段", 4),
        ("①排查隐患", 4),
    ],
)
def test_numbered_heading(line: str, level: int) -> None:
    assert find_heading(line) == Heading(level, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "（一）2010年全矿生产原煤120万吨。其中一季度30万吨；二季度25万吨，三季度完成了三十万吨以上。",
        "一是加强领导",
        "3.5万吨原煤",
        "2010年6月",
        "一、" + "很长的一句话" * 10,
        "",
    ],
)
def test_not_a_heading(line: str) -> None:
    assert find_heading(line) is None


def test_heading_that_runs_into_its_paragraph() -> None:
    line = "　　（一）加强领导，落实责任。各单位要把活动摆上重要议事日程；主要负责人要亲自抓。"
    heading = find_heading(line)
    assert heading == Heading(2, line.index("各单位"))


@pytest.mark.parametrize(
    "line", ["二〇一四年元月二十三日", "2016年7月1日", "青山煤矿党委", "雲嶺能源集團工會"]
)
def test_signature(line: str) -> None:
    assert is_signature(line)


@pytest.mark.parametrize("line", ["2016年7月1日，全矿召开大会。", "各单位党委：", "安全第一"])
def test_not_a_signature(line: str) -> None:
    assert not is_signature(line)
