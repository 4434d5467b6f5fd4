"""Lines that a host repeats: counted over its pages, taken from the edges of each, never from the text."""

from __future__ import annotations

from operator import attrgetter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archive.model import Edges
from archive.text import clean, restore
from archive.text.host_lines import EdgesOfPage, cut, host_lines_of, learn

TITLE = "云溪煤矿安全生产月活动启动"
PROSE = "云溪煤矿举行安全生产月活动启动仪式。会后开展了签名活动。"
BAR, VISITS, SLOGAN = "宣传思想", "星期三 今日第 231 人次来访", "看得见的乌金"
KNOWN = host_lines_of(["宣传思想", "星期0今日第0人次来访", "看得见的乌金"])


def _page(*lines: str) -> str:
    return "\n".join([TITLE, *lines])


def _edges(*lines: str) -> Edges:
    return clean(_page(*lines), title=TITLE).edges


def test_lines_at_both_edges_are_told_with_their_numbers_open() -> None:
    assert _edges(BAR, PROSE, VISITS, SLOGAN) == Edges(
        lines=("宣传思想", "星期0今日第0人次来访", "看得见的乌金")
    )


def test_known_lines_go_and_the_log_names_them() -> None:
    raw = _page(BAR, PROSE, PROSE, "星期五 今日第 8 人次来访", SLOGAN)
    cleaned = clean(raw, title=TITLE, host_lines=KNOWN)
    assert cleaned.body == f"{PROSE}\n{PROSE}"
    assert [edit.rule for edit in cleaned.edits] == ["title", "host_lines", "host_lines"]
    assert cleaned.edges.host_lines == KNOWN.version
    assert restore(cleaned) == raw
    assert cleaned.edges.uncut_body is not None
    assert cut(cleaned.edges.uncut_body, KNOWN) == cleaned.body


def test_traditional_pages_show_the_same_lines() -> None:
    assert clean(_page("宣傳思想", PROSE, "看得見的烏金"), title=TITLE, host_lines=KNOWN).body == PROSE


@pytest.mark.parametrize("joint", [(SLOGAN, BAR), (VISITS,), (BAR, "项目\t分值", SLOGAN)])
def test_a_text_over_several_pages_has_edges_inside(joint: tuple[str, ...]) -> None:
    first, second = _page(PROSE, joint[0]), "\n".join([*joint[1:], PROSE, SLOGAN])
    raw = f"{first}\n{second}"
    cleaned = clean(raw, title=TITLE, host_lines=KNOWN, seams=[len(first) + 1])
    kept = [line for line in joint if "\t" in line]
    behind = list(joint[joint.index(kept[0]) :]) if kept else []
    assert cleaned.body == "\n".join([PROSE, *behind, PROSE])
    assert restore(cleaned) == raw
    uncut = cleaned.edges.uncut_body
    assert uncut is not None
    assert cut(uncut, KNOWN, cleaned.edges.seams) == cleaned.body
    assert clean(raw, title=TITLE, host_lines=KNOWN).body != cleaned.body


def test_where_a_sentence_goes_on_no_page_has_an_edge() -> None:
    half = (
        "各单位要把安全工作放在首位，树立“违章就是事故”的理念，确保各项措施落到班组、落到岗位，"
        "从严管理、从细抓起，把各项措施落到现场，力争全年有十个班组建设"
    )
    raw = f"{_page(PROSE, half)}\n的先进经验得到推广。会后抓紧落实。\n{BAR}"
    cleaned = clean(raw, title=TITLE, host_lines=KNOWN, seams=[raw.index("的先进经验")])
    assert cleaned.edges.seams == ()
    assert cleaned.body == f"{PROSE}\n{half}的先进经验得到推广。会后抓紧落实。"


def test_what_was_hidden_by_them_is_told_of_the_text() -> None:
    cleaned = clean(_page(PROSE, "(太平煤矿 李明)", SLOGAN, BAR, VISITS, BAR, SLOGAN), host_lines=KNOWN)
    assert cleaned.fields["author"] == "李明"


@pytest.mark.parametrize(
    "lines",
    [
        (PROSE, BAR, PROSE),
        (PROSE, f"我们要加强{BAR}工作", SLOGAN + "，我们要珍惜。"),
        (BAR, SLOGAN),
        (TITLE, "一、指导思想", BAR, PROSE),
        ("各单位：", BAR, PROSE),
        (PROSE, BAR, "云溪煤矿安全委员会", "2011年1月8日"),
        (PROSE, BAR, "（组织部）"),
        (PROSE, BAR, "附件：方案"),
        (PROSE, BAR, "项目\t分值"),
    ],
)
def test_the_texts_own_lines_stay_whatever_is_known(lines: tuple[str, ...]) -> None:
    text = _page(*lines)
    assert clean(text, title=TITLE, host_lines=KNOWN).body == clean(text, title=TITLE).body


@pytest.mark.parametrize(
    "own",
    [
        *("一、指导思想", "（一）加强领导", "1.统一思想", "同志们：", "各单位:", "指导思想", "主要做法"),
        *("2011年1月8日", "二〇一一年一月八日", "云溪煤矿安全委员会", "中共云溪煤矿委员会", "（李明）"),
        *("——在工作会议上的讲话", "附件：1.方案", "谢谢大家！", "特此通知", "主题词：安全 活动", "李明 摄"),
    ],
)
def test_forms_of_a_text_are_no_furniture_however_often_they_repeat(own: str) -> None:
    assert _edges(own, PROSE).lines == ()
    assert _edges(PROSE, own).lines == ()


def _pages(shown: int, of: int) -> list[EdgesOfPage]:
    return [EdgesOfPage(f"第{n}篇", frozenset([BAR] if n < shown else [])) for n in range(of)]


@pytest.mark.parametrize(
    ("shown", "of", "repeats"), [(2, 2, False), (3, 3, True), (3, 10, True), (3, 11, False), (30, 100, True)]
)
def test_three_pages_and_three_in_ten(shown: int, of: int, repeats: bool) -> None:
    assert learn(_pages(shown, of)) == ({BAR: shown} if repeats else {})


def test_copies_of_one_text_count_once() -> None:
    assert learn([EdgesOfPage("同一篇", frozenset([BAR]))] * 9) == {}


@given(
    st.lists(
        st.builds(EdgesOfPage, st.sampled_from("甲乙丙丁戊"), st.frozensets(st.sampled_from("天地玄黄宇宙"))),
        max_size=20,
    ),
    st.sampled_from([1, 2, 1 << 14]),
)
def test_counting_places_first_changes_nothing(pages: list[EdgesOfPage], places: int) -> None:
    of_titles = [
        {line for page in pages if page.title == title for line in page.lines} for title in "甲乙丙丁戊"
    ]
    titles = len({page.title for page in pages})
    shown = {line: sum(line in lines for lines in of_titles) for line in "天地玄黄宇宙"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive.text.host_lines._PLACES", places)
        learned = learn(sorted(pages, key=attrgetter("title")))
    assert learned == {line: n for line, n in shown.items() if n >= max(3, 0.3 * titles)}


def test_the_version_comes_from_the_lines_alone() -> None:
    assert host_lines_of([BAR, SLOGAN, BAR]) == host_lines_of([SLOGAN, BAR])
    assert host_lines_of([BAR]).version != host_lines_of([SLOGAN]).version
    assert host_lines_of([]).version == ""


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([BAR, VISITS, SLOGAN, PROSE, "同志们：", "一、目的", "（略）", ""]), max_size=12)
)
@example([PROSE] * 5 + [BAR])
def test_cutting_is_undone_by_the_log_and_done_once(lines: list[str]) -> None:
    raw = _page(*lines)
    cleaned = clean(raw, title=TITLE, host_lines=KNOWN)
    assert restore(cleaned) == raw
    again = clean(_page(cleaned.body), title=TITLE, host_lines=KNOWN)
    assert again.body == cleaned.body
    assert cut(cleaned.edges.uncut_body or cleaned.body, KNOWN) == cleaned.body
    assert cleaned.body.count("。") == clean(raw, title=TITLE).body.count("。")
