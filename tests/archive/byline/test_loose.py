from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.byline import read_loose

DAY = {"published_at": "2010-06-03", "published_precision": "day"}
MINUTE = {"published_at": "2010-06-03T09:12", "published_precision": "minute"}


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("赵文锋", {"author": "赵文锋"}),
        ("乔国栋　靳文", {"author": "乔国栋 靳文"}),
        ("宣传二支部　张文", {"source": "宣传二支部", "author": "张文"}),
        ("市政协委员 赵文锋", {"author": "赵文锋"}),
        ("综采一队　赵　军", {"source": "综采一队", "author": "赵军"}),
        ("□本报记者 阿木", {"author": "阿木"}),
        ("李明 著　　陈文 译", {"author": "李明 陈文"}),
        ("〔美〕约翰·斯通 著", {"author": "约翰·斯通"}),
        ("青山县统计局　　2010-6-3", {"source": "青山县统计局", **DAY}),
        (
            "（2010年6月3日《青山矿工报》　李明　张文）",
            {"source": "青山矿工报", "author": "李明 张文", **DAY},
        ),
        ("2010-06-03 09:12 青山在线 0跟贴", {"source": "青山在线", **MINUTE}),
        ("2010-06-03 09:12青山報 / 記者陳文／平川即時報導", {"source": "青山報", "author": "陳文", **MINUTE}),
        ("2010年6月3日09:12 [ 李明 ]\ue5c2", {"author": "李明", **MINUTE}),
        ("老石头 于 2010-06-03 09:12 发布", {"author": "老石头", **MINUTE}),
        ("老石头 发表于 2010-06-03 09:12", {"author": "老石头", **MINUTE}),
        ("青山网 发表于 2010-06-03 09:12", {"source": "青山网", **MINUTE}),
        ("Posted by Old Stone on 2010年6月3日 in 矿区 | 7 Comments", {"author": "Old Stone", **DAY}),
        ("（2010-06-03 发布）", DAY),
        ("发表于 2010 年 6 月 3 日 由 老石头", {"author": "老石头", **DAY}),
        ("2010-06-03|青山集团|2201", {"source": "青山集团", **DAY}),
        ("2010-06-03 09:12·青山社", {"source": "青山社", **MINUTE}),
        ("本文来源于青山商报 2010-06-03 09:12", {"source": "青山商报", **MINUTE}),
        ("王利 2010-06-03 09:12 0人参与评论", {"author": "王利", **MINUTE}),
    ],
)
def test_reads_every_word(line: str, stated: dict[str, str]) -> None:
    assert read_loose(line) == stated


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2010-06-03",
        "石油",
        "王书记",
        "青山县统计局",
        "本报记者 手记",
        "安全 生产",
        "李明 张文 王山 赵林 钱江 孙海",
        "公司于2010年6月3日召开动员大会",
        "本文发表于 2010-06-03 09:12",
        "最后编辑于 2010-06-03 09:12",
        "建立于:2010年6月3日",
        "青山煤矿 2010-6-3 动员大会",
        "李明" + "很" * 60,
    ],
)
def test_one_unknown_word_makes_it_none(line: str) -> None:
    assert read_loose(line) is None


@given(st.text(max_size=70))
def test_what_it_names_stands_in_the_line(line: str) -> None:
    stated = read_loose(line) or {}
    assert all(word in line for name in ("author", "source") for word in str(stated.get(name, "")).split())
