import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.model import BlockKind, BodySpan
from archive.outline import Heading, find_heading, is_signature, listed_sentences, sections_of


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


LONG = "一、带头遵守安全生产法律法规，不违章指挥，不强令冒险作业，不因产量、进度降低安全标准，不搞突击。"


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ((LONG, "二、坚持每月下井带班，每次解决一个问题。", "三、决不推诿。", "以上承诺请监督。"), {1, 2}),
        (("二、坚持下井带班。", LONG.replace("一、", "三、")), {0}),
        (("一、指导思想", LONG.replace("一、", "二、"), "三、工作要求"), set()),
        ((LONG, "各单位要认真落实。", "二、坚持下井带班。"), set()),
        (("一、统一思想。", "二、落实责任。", "三、严格考核。"), set()),
        ((LONG, "二、加强领导。各单位要成立领导小组，由行政正职任组长。"), set()),
        ((LONG, "1.坚持下井带班。"), set()),
    ],
)
def test_sentences_of_a_numbered_list_are_no_headings(lines: tuple[str, ...], places: set[int]) -> None:
    assert listed_sentences(lines) == places


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


BODY = """前言说明来由。
第一章 总则
一、指导思想
坚持安全第一。
（一）加强领导。各单位要摆上重要日程。
1．统一思想
（1）宣传阶段
①排查隐患
二、组织领导：
矿长任组长。
第二章 附则
自发布之日起施行。
青山煤矿党委
2016年7月1日"""


def _spans(body: str) -> list[BodySpan]:
    spans, start = [], 0
    for line in body.split("\n"):
        heading = find_heading(line)
        end = start + (heading.end if heading else len(line))
        kind: BlockKind = "heading" if heading else "signature" if is_signature(line) else "paragraph"
        spans.append(BodySpan(kind=kind, level=heading.level if heading else 0, start=start, end=end))
        if heading and heading.end < len(line):
            spans.append(BodySpan(kind="paragraph", level=0, start=end, end=start + len(line)))
        start += len(line) + 1
    return spans


def test_the_tree_of_sections() -> None:
    sections = sections_of(BODY, _spans(BODY))
    assert [(one.level, one.number, one.heading, one.parent) for one in sections] == [
        (1, "第一章", "总则", None),
        (2, "一、", "指导思想", 0),
        (3, "（一）", "加强领导", 1),
        (4, "1．", "统一思想", 2),
        (5, "（1）", "宣传阶段", 3),
        (6, "①", "排查隐患", 4),
        (2, "二、", "组织领导", 0),
        (1, "第二章", "附则", None),
    ]


def test_a_section_ends_where_the_next_of_its_level_begins() -> None:
    first, thought, *_, people, last = sections_of(BODY, _spans(BODY))
    assert BODY[first.start : first.end].endswith("矿长任组长。")
    assert BODY[thought.start : thought.end].endswith("①排查隐患")
    assert BODY[people.start : people.end] == "二、组织领导：\n矿长任组长。"
    assert BODY[last.start : last.end] == "第二章 附则\n自发布之日起施行。"


def test_a_text_that_begins_below_has_no_parents() -> None:
    body = "（一）加强领导\n好。\n一、目标\n好。\n（一）产量\n好。"
    assert [one.parent for one in sections_of(body, _spans(body))] == [None, None, 1]


def test_a_heading_without_a_number_stands_beside_the_first_level() -> None:
    spans = [
        BodySpan(kind="heading", level=1, start=0, end=4),
        BodySpan(kind="heading", level=2, start=5, end=10),
    ]
    plain, numbered = sections_of("工作回顾\n（一）产量\n", spans)
    assert (plain.number, plain.heading, plain.level) == (None, "工作回顾", 1)
    assert (numbered.level, numbered.parent, numbered.end) == (2, 0, 10)


@given(st.text("一二、（）(1)．.第章①。：好\n 　", max_size=60))
def test_sections_lie_within_their_parents(body: str) -> None:
    spans = _spans(body)
    sections = sections_of(body, spans)
    assert [one.start for one in sections] == [span.start for span in spans if span.kind == "heading"]
    for one in sections:
        assert 0 <= one.start <= one.end <= len(body)
        if one.parent is None:
            assert one.level == 1
        else:
            above = sections[one.parent]
            assert above.start < one.start and one.end <= above.end
            assert above.level == one.level - 1
