"""Whole pages of body, furniture and damage: the furniture goes, the damage is undone, the body stays."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.model import Cleaned
from archive.text import clean, restore
from archive.text.mirror.damage import (
    SMALL_TABLE,
    SPLIT_MARKS,
    convert_with_pinyin,
    full_table,
    to_traditional,
)

OPENING = "各单位要认真组织开展创建活动，把规划落到实处。现将有关事项通知如下，会后由各级领导传达到区队。"
CLOSING = "全矿上下要抓紧落实，确保活动取得实效。各区队于月底前上报总结。"
PARAGRAPHS = [
    "一、指导思想",
    "（二）加强领导。主要负责人要亲自抓，一级抓一级，层层抓落实。",
    "因为部分员工对活动认识不足，一些班组还停留在口头上。这种状况必须改变。",
    "要认真传达上级会议精神，把思想统一到集团公司的部署上来。经验在于积累，成绩来自苦干。",
    "总经理杨坤主持会议。会上，三个采煤队作了经验介绍，与会人员深受启发。",
    "截至六月底，全矿查出隐患１２６条，整改率达到百分之九十八；“三违”人数下降两成。",
    "对完成任务好的班组，奖励二千元；对工作不力的，通报批评。",
    "活动中，各党支部结合实际，设立党员示范岗四十个，使全矿面貌发生了很大变化！",
    "安全生产既要抓重点环节，又要抓薄弱环节，做到标准化、正常化、制度化。",
]
ABOVE = [
    "您好!欢迎来到云溪矿业网!",
    "您的位置:云溪网>>党建/活动/>>正文",
    "首页 > 党建 > 正文",
    "作者:王小川 2010-08-11 20:15 来源:云溪矿",
    "浏览次数:2267次",
]
BELOW = [
    "【打印】【关闭】",
    "相关文章",
    "上一篇:青山煤矿召开党建例会",
    "备案号:云ICP备12034812号-2",
    "版权所有 云溪矿业",
]

BODIES = st.lists(st.sampled_from(PARAGRAPHS), max_size=6, unique=True).map(
    lambda middle: "\n".join([OPENING, *middle, CLOSING])
)
FULL = sorted(full_table().items())
TABLES = st.one_of(
    st.none(),
    st.just(SMALL_TABLE),
    st.just({**SMALL_TABLE, "，": ","}),
    st.sets(st.sampled_from(FULL), max_size=400).map(lambda entries: {**SMALL_TABLE, **dict(entries)}),
    st.sets(st.sampled_from(sorted(SPLIT_MARKS)), min_size=1).map(
        lambda marks: {**SMALL_TABLE, **{mark: mark for mark in marks}}
    ),
)
LOSSES = 12
"""Wrong characters on one page at most, and only where bytes are lost and the page says so."""


def furniture(lines: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(lines), max_size=3, unique=True)


def joined(cleaned: Cleaned) -> str:
    return cleaned.body if cleaned.title is None else f"{cleaned.title}\n{cleaned.body}"


def printed(text: str, table: Mapping[str, str] | None) -> str:
    return text if table is None else convert_with_pinyin(text, table)


def intended(body: str, table: Mapping[str, str] | None) -> str:
    if table is None:
        return body
    return to_traditional(body).replace("，", table.get("，", "，"))


@settings(settings.get_profile("pages"))
@given(BODIES, furniture(ABOVE), furniture(BELOW), TABLES)
def test_furniture_goes_damage_is_undone_the_body_stays(
    body: str, above: list[str], below: list[str], table: Mapping[str, str] | None
) -> None:
    page = printed("\n".join([*above, body, *below]), table)
    cleaned = clean(page)
    wanted = intended(body, table)
    assert restore(cleaned) == page
    assert len(cleaned.body) == len(wanted)
    wrong = sum(found != right for found, right in zip(cleaned.body, wanted, strict=True))
    assert wrong <= (LOSSES if {"estimated", "residual"} & {*cleaned.flags} else 0)
    again = clean(joined(cleaned), title=cleaned.title)
    assert (again.title, again.body) == (cleaned.title, cleaned.body)
