from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.byline import parse_below_title, parse_beside, parse_byline, read_credits, read_pairs

CASES: list[tuple[str, dict[str, Any]]] = [
    (
        "作者:王建平 2010-08-11 20:15 來源:青山礦業",
        {"author": "王建平", "source": "青山礦業", "published_at": "2010-08-11T20:15"},
    ),
    (
        "来源:青山网|2022/11/11 9:14|作者:李四|人气:2267",
        {"source": "青山网", "author": "李四", "views": 2267, "published_at": "2022-11-11T09:14"},
    ),
    (
        "作者：王建平 ┊ 来源：青山矿业│编辑：李明┊2010-08-11",
        {"author": "王建平", "source": "青山矿业", "editor": "李明", "published_at": "2010-08-11"},
    ),
    ("发布时间:2018-02-0510:00", {"published_at": "2018-02-05T10:00"}),
    # What stands behind names without a key of its own.
    (
        "作者：李明 王强 235次阅读 2018-02-05",
        {"author": "李明 王强", "views": 235, "published_at": "2018-02-05"},
    ),
    ("阅读 2018-02-05 作者：李明", {"author": "李明", "published_at": "2018-02-05"}),
    ("2018-02-05 作者：李明 235人参与", {"author": "李明", "published_at": "2018-02-05"}),
    ("作者：李明 （2018年2月5日）", {"author": "李明", "published_at": "2018-02-05"}),
    ("时间：2018-02-05 记者：李明 王强 青山煤炭报", {"author": "李明 王强", "published_at": "2018-02-05"}),
    ("时间：2018-02-05 作者：青山新闻", {"author": "青山新闻", "published_at": "2018-02-05"}),
    ("回复部门：组织部　回复时间：2016-07-05", {"source": "组织部", "published_at": "2016-07-05"}),
    (
        "2010-07-01 21:05\n来源 | 青山矿工\n作者 | 白杨",
        {"source": "青山矿工", "author": "白杨", "published_at": "2010-07-01T21:05"},
    ),
    # The cells of a table need no colon.
    (
        "文号\t青党发〔2010〕3号\t发布日期\t2010-07-01",
        {"document_number": "青党发〔2010〕3号", "published_at": "2010-07-01"},
    ),
    (
        "发布机构\t青山集团办公室\n发文日期\t2010-06-28\n发布日期\t2010-07-01",
        {"source": "青山集团办公室", "published_at": "2010-07-01"},
    ),
    # What stands beside a date without a key, before the first one.
    (
        "2004年7月16日08:19 [ 黄明 ]\ue5c2  来源：[ 青山商报 ]",
        {"author": "黄明", "source": "青山商报", "published_at": "2004-07-16T08:19"},
    ),
    (
        "2013-10-10 09:00 | 青山周报 | 口述：潘金 整理：叶文",
        {"author": "潘金 叶文", "source": "青山周报", "published_at": "2013-10-10T09:00"},
    ),
    (
        "2012年09月18日 14:40　来源：青山新闻网　参与互动(0)",
        {"source": "青山新闻网", "published_at": "2012-09-18T14:40"},
    ),
    (
        "来源: 老石头 于 2007-08-19 15:20 [档案] 本文已被阅读: 1822 次",
        {"source": "老石头", "views": 1822, "published_at": "2007-08-19T15:20"},
    ),
    # A cell ends a value, and so does what can be clicked.
    ("来源：转载文章\t第1页/共1页 2010-9-15", {"source": "转载文章", "published_at": "2010-09-15"}),
    ("2010-9-15 来源：青山网\t\t发表评论", {"source": "青山网", "published_at": "2010-09-15"}),
    (
        "2010-9-15 作者：李斌 记者 李斌 文/图",
        {"author": "李斌", "published_at": "2010-09-15"},
    ),
    # A form has these keys too, but no seconds.
    (
        "时间：2020-07-02 14:20:06　编辑：小蓝　手机版",
        {"editor": "小蓝", "published_at": "2020-07-02T14:20:06"},
    ),
    # A count without its key, or in brackets, ends a value.
    (
        "2003-6-2　　来源：矿党委宣传部　　阅读 235 次",
        {"source": "矿党委宣传部", "views": 235, "published_at": "2003-06-02"},
    ),
    (
        "2018-09-03 来源：青山煤矿 阅读(766) 评论(2)",
        {"source": "青山煤矿", "views": 766, "published_at": "2018-09-03"},
    ),
    ("2018-09-03 来源：青山阅读网", {"source": "青山阅读网", "published_at": "2018-09-03"}),
    ("2023-07-14 作者：吕方 356", {"author": "吕方", "published_at": "2023-07-14"}),
    ("2023-07-14 关键词：2023 安全", {"keywords": "2023 安全", "published_at": "2023-07-14"}),
    # A name of two fills the place of three.
    ("2013-6-23 作者：李 明 王建平", {"author": "李明 王建平", "published_at": "2013-06-23"}),
    ("2013-6-23 责任编辑：郝　龙", {"editor": "郝龙", "published_at": "2013-06-23"}),
    ("2010-9-15 来源：青山网举报", {"source": "青山网", "published_at": "2010-09-15"}),
    ("2010-9-15 来源：青山举报中心", {"source": "青山举报中心", "published_at": "2010-09-15"}),
    ("2010-9-15 作者：收藏家李明", {"author": "收藏家李明", "published_at": "2010-09-15"}),
    (
        "2010-9-15 采写：李明 整理：张文",
        {"author": "李明 张文", "published_at": "2010-09-15"},
    ),
    # No keys: names or a unit behind a date with its time, an account twice before it.
    ("2016-12-16 06:09李明王强", {"author": "李明 王强", "published_at": "2016-12-16T06:09"}),
    ("2012-5-6 10:11 青山煤矿", {"source": "青山煤矿", "published_at": "2012-05-06T10:11"}),
    (
        "2012-5-6 10:11 青山煤矿 李明、张文",
        {"source": "青山煤矿", "author": "李明 张文", "published_at": "2012-05-06T10:11"},
    ),
    ("青山矿工 青山矿工 2021-07-01 08:00", {"source": "青山矿工", "published_at": "2021-07-01T08:00"}),
    # The next key follows its value without a blank.
    ("来源: 青山矿业有限公司时间: 2021-12-17", {"source": "青山矿业有限公司", "published_at": "2021-12-17"}),
    (
        "信息来源:办公室 发布时间:2025-05-23 17:52:05浏览:16",
        {"source": "办公室", "published_at": "2025-05-23T17:52:05", "views": 16},
    ),
    # Empty values never take the next key.
    (
        "作者:王平   来源:    发布日期:2013-12-23   点击次数:",
        {"author": "王平", "published_at": "2013-12-23"},
    ),
    ("作者: 来源: 点击:", {}),
    # A stray bracket, a key that is no column of ours, a widget behind the last value.
    (
        "发布时间:2022/6/28 14:43:10) 点击:848次 作者:高远 签发人:于敏  【关闭】",
        {"published_at": "2022-06-28T14:43:10", "views": 848, "author": "高远"},
    ),
    (
        "作者: 张耀 丁宁   发布日期: 2024年11月27日   来源: 青山煤矿",
        {"author": "张耀 丁宁", "published_at": "2024-11-27", "source": "青山煤矿"},
    ),
    (
        "2023/5/3 19:54:00 人评论 分类:矿山文学",
        {"published_at": "2023-05-03T19:54:00", "section": "矿山文学"},
    ),
    (
        "发布时间:2020-05-12 点击量:1347次\n作者: 来源:云岭煤业",
        {"published_at": "2020-05-12", "views": 1347, "source": "云岭煤业"},
    ),
    ("日期：16-05-03 来源：云岭", {"published_at": "2016-05-03", "source": "云岭"}),
    (
        "您是第 767 位读者 2010-01-02 来源：安监处",
        {"views": 767, "published_at": "2010-01-02", "source": "安监处"},
    ),
    ("來 源：青山社  作 者：王五  瀏覽次數：１２３", {"source": "青山社", "author": "王五", "views": 123}),
    ("文/张三 图/李四", {"author": "张三", "photographer": "李四"}),
    (
        "摄影：李四 2010-8-11 下载次数：25 评论：3",
        {"photographer": "李四", "published_at": "2010-08-11", "downloads": 25, "comments": 3},
    ),
    ("来源：云岭网 作者：本报记者 张三、通讯员 李四", {"source": "云岭网", "author": "张三 李四"}),
    (
        "文章来源：安全部 发布时间：2011-02-03 【字体：大 中 小】",
        {"source": "安全部", "published_at": "2011-02-03"},
    ),
    ("发布日期：2008-1-1 作者：未知", {"published_at": "2008-01-01"}),
    # No keys: an outlet, a date with its time, a channel.
    (
        "青山资讯网 2023/6/1 15:34:37 矿建勘探",
        {"source": "青山资讯网", "section": "矿建勘探", "published_at": "2023-06-01T15:34:37"},
    ),
    (
        "| 青山資訊網 | 2011-9-18 15:14:07 頭條 |",
        {"source": "青山資訊網", "section": "頭條", "published_at": "2011-09-18T15:14:07"},
    ),
    (
        "http://news.qingshan.example 2004年06月12日10:12 青山晚报",
        {"source": "青山晚报", "published_at": "2004-06-12T10:12"},
    ),
    # Names between a date and the first key.
    (
        "NEWS.QINGSHAN.EXAMPLE　2006年07月05日08:19　[ 韩东 柳依依 ]　来源：[ 青山财经报 ]",
        {"author": "韩东 柳依依", "source": "青山财经报", "published_at": "2006-07-05T08:19"},
    ),
    (
        "2016年07月05日 00:00  陈露  来源：宣传处",
        {"author": "陈露", "source": "宣传处", "published_at": "2016-07-05T00:00"},
    ),
    (
        "2005-07-05 09:12 来源: 云岭日报 网友评论 32 条",
        {"source": "云岭日报", "published_at": "2005-07-05T09:12"},
    ),
    # Who supplies a text is a unit or a person.
    (
        "供稿：青山煤矿　撰稿：孟庆东　编辑：白雪",
        {"source": "青山煤矿", "author": "孟庆东", "editor": "白雪"},
    ),
    ("一审：李川 二审 二校：王山", {"editor": "李川"}),
    ("投稿：李川 转贴自：青山网 播放：12", {"author": "李川", "source": "青山网", "views": 12}),
    ("供稿：孟庆东 时间：2008-07-05", {"author": "孟庆东", "published_at": "2008-07-05"}),
    ("发信人: lisi, 信区: Coal", {"author": "lisi", "section": "Coal"}),
    ("发文机关：云岭县政府 发布日期：08年7月5日", {"source": "云岭县政府", "published_at": "2008-07-05"}),
    ("青山日报 2023-06-01 15:34", {"source": "青山日报", "published_at": "2023-06-01T15:34"}),
    # A key that is in no table ends a value too.
    (
        "责编：李晓明 核稿：王山 监制：赵林 2023-06-01",
        {"editor": "李晓明", "published_at": "2023-06-01"},
    ),
    ("来源：机电科 值班：王山 2023-06-01", {"source": "机电科", "published_at": "2023-06-01"}),
    # Who posts for all.
    ("作者：系统管理员 发布时间：2012-3-4", {"published_at": "2012-03-04"}),
    # The unit and who wrote it, in one value.
    (
        "日期：2011-6-13 供稿单位：综采一队(赵文锋) 点击率：365次",
        {"source": "综采一队", "author": "赵文锋", "views": 365, "published_at": "2011-06-13"},
    ),
    (
        "来源：宣传部（李明 张文） 发布时间：2016-06-13",
        {"source": "宣传部", "author": "李明 张文", "published_at": "2016-06-13"},
    ),
    (
        "供稿：综采一队 赵文锋 2016-06-13",
        {"source": "综采一队", "author": "赵文锋", "published_at": "2016-06-13"},
    ),
    ("来源：青山财经报(广州) 2016-06-13", {"source": "青山财经报(广州)", "published_at": "2016-06-13"}),
    ("投稿部门：运输科 发布时间：2016-06-13", {"source": "运输科", "published_at": "2016-06-13"}),
    # Names of two characters are set as wide as those of three.
    (
        "2022-07-29 15:45:23 记者：张秀川 特约通讯员：袁 涛 通讯员：邹 彬",
        {"author": "张秀川 袁涛 邹彬", "published_at": "2022-07-29T15:45:23"},
    ),
    # Keys in boxes of their own, without colons.
    ("2012-12-10 来源 青山日报", {"source": "青山日报", "published_at": "2012-12-10"}),
    (
        "发布时间 2012-12-10 08:30 来源 青山日报 作者 李明",
        {"source": "青山日报", "author": "李明", "published_at": "2012-12-10T08:30"},
    ),
    ("更新时间 2012年12月10日", {"published_at": "2012-12-10"}),
    ("撰稿人：赵文锋 审稿人：王山 编辑人：李明", {"author": "赵文锋", "editor": "李明"}),
    ("编发：李明 审核：王山 2012-03-04", {"editor": "李明", "published_at": "2012-03-04"}),
    ("2012-03-04 摄影报道：赵文锋", {"author": "赵文锋", "published_at": "2012-03-04"}),
]


@pytest.mark.parametrize(("text", "fields"), CASES)
def test_reads_a_byline(text: str, fields: dict[str, Any]) -> None:
    found = parse_byline(text)
    assert found is not None
    assert {name: value for name, value in found.items() if name != "published_precision"} == fields


@pytest.mark.parametrize(
    "text",
    [
        "时间：2010年8月11日",
        # The head of a table, and a row of a timetable.
        "作品\t作者\t来源\t时间",
        "时间\t2010年8月11日\t地点\t三楼会议室",
        "时间：2010年8月11日 地点：三楼会议室",
        "2010年8月来源 不明的材料",
        "表1 来源 数量",
        "时间：2010年8月11日8:30 单位：综采一队",
        "资金来源：财政拨款 2010年",
        "数据来源：青山统计局 2010年",
        "技术支持：某某公司",
        "供稿：宣传部",
        "青山资讯网 2023/6/1 矿建勘探",
        "青山资讯网 2023/6/1 15:34:37 报道了矿上的事，",
        "会议于2023年6月1日15:34开始",
        "本网 2023/6/1 15:34 采煤一队",
        "（2022年3月11日第三次会议通过）",
        "(责编:孟慧)",
        "——2011年1月8日在年度工作会议上的报告 作者：张三",
        "第一，抓好时间：今年的任务重，要求各单位：高度重视",
        "记者：今年有什么打算？书记：先抓安全。再抓生产。来源：采访",
        "来源：青山 作者：" + "王" * 160,
        "本报讯（记者 李明 通讯员 王强）综采一队昨天召开动员大会，部署百日安全会战的工作。",
        "本报记者 李明 通讯员 王强 6月3日，矿工会举行拔河比赛，百人参加",
        "",
    ],
)
def test_leaves_prose_alone(text: str) -> None:
    assert parse_byline(text) is None


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("来源：青山煤矿", {"source": "青山煤矿"}),
        ("[2022-04-21 16:26:46]", {"published_at": "2022-04-21T16:26:46", "published_precision": "second"}),
        ("(2022-04-21)", {"published_at": "2022-04-21", "published_precision": "day"}),
        ("来源于：青山煤矿", {"source": "青山煤矿"}),
        ("【来源：青山煤矿】", {"source": "青山煤矿"}),
        ("【来源：青山煤矿", None),
        ("来源于青山煤矿的经验", None),
        ("2022年4月21日", None),
        ("来源：青山煤矿，转载请注明", None),
    ],
)
def test_a_line_below_the_title_may_state_one_thing_alone(line: str, fields: dict[str, Any] | None) -> None:
    assert parse_byline(line) is None
    assert parse_below_title(line) == fields


def test_a_place_known_to_be_a_byline_may_stand_in_brackets() -> None:
    assert read_pairs("（来源：青山网 作者：李四）") == {"source": "青山网", "author": "李四"}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("责任编辑：李明", {"editor": "李明"}),
        ("（供稿：综采一队）", {"source": "综采一队"}),
        ("点击数：", {}),
        ("时间：周五下午", None),
        ("单位：综采一队", None),
        ("今日编辑：李明", None),
        ("作者：李明，矿工诗人", None),
        ("作者：一位在井下干了三十多年采煤工作直到去年才退休的老矿工", None),
        ("作者：李明 编辑：张文", None),
        ("李明 张文", None),
        ("记者：李明　张文", {"author": "李明 张文"}),
        ("记者：您怎么看班组建设？", None),
        ("记者：请您谈谈班组建设", None),
        ("值班主任：李明 电话：612", None),
        ("值班主任：李明", None),
        ("浏览次数：次", {}),
        ("阅读：人生的底色", None),
        ("评论：安全没有旁观者", None),
    ],
)
def test_a_line_beside_a_byline_may_have_one_key(line: str, fields: dict[str, Any] | None) -> None:
    assert parse_beside(line) == fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("(文/图 李明 张文)", {"author": "李明 张文"}),
        ("图/文 李明", {"author": "李明"}),
        ("文/李明 图/张文", {"author": "李明", "photographer": "张文"}),
        ("作者：李明 张文返回青网，查看更多", {"author": "李明 张文"}),
    ],
)
def test_words_and_pictures_by_the_same(line: str, fields: dict[str, Any]) -> None:
    assert read_pairs(line) == fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("图文 | 何小满", {"author": "何小满"}),
        ("文｜何小满 编辑｜李四", {"author": "何小满", "editor": "李四"}),
        ("首页 | 新闻 | 图文 |", None),
    ],
)
def test_accounts_sign_with_a_bar(line: str, fields: dict[str, Any] | None) -> None:
    assert read_pairs(line) == fields


@given(st.text(alphabet="作者来源时间：:/ 2010-8【】（）张三网\n", max_size=60))
def test_no_text_raises_and_no_value_is_empty(text: str) -> None:
    assert all(value != "" for value in (parse_byline(text) or {}).values())


@pytest.mark.parametrize("digits", [10, 25, 5000])
@pytest.mark.parametrize("printed", ["来源：青山煤矿 浏览次数：{}", "来源：青山煤矿 作者：李明 浏览{}次"])
def test_a_number_too_long_to_count_is_none(printed: str, digits: int) -> None:
    assert "views" not in (read_pairs(printed.format("9" * digits)) or {})


def test_the_editor_on_duty_is_the_editor() -> None:
    assert parse_byline("值班编辑：李明　值班主任：王强") == {"editor": "李明"}


@pytest.mark.parametrize("key", ["责任编辑", "作者", "摄影"])
def test_a_sentence_behind_a_key_names_nobody(key: str) -> None:
    assert read_pairs(f"{key}：要把好政治关口，审核每一篇稿件。") == {}
    assert read_pairs(f"{key}：李明，王强。") != {}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("责任编辑：李明　校对：张文", {"editor": "李明"}),
        ("（文章录入：张文 责任编辑：李明）", {"editor": "张文"}),
        ("【打印】责编：李明", {"editor": "李明"}),
        ("本期编辑：李明", {"editor": "李明"}),
        ("本网编辑：李明", {"editor": "李明"}),
        ("执笔：李明、张文", {"author": "李明 张文"}),
        ("口述：老石头", {"author": "老石头"}),
        ("记者：李明", {"author": "李明"}),
        ("2012-06-13 摄影：李明", {"photographer": "李明", "published_at": "2012-06-13"}),
        # Words of the text.
        ("记者：请您谈谈班组建设", None),
        ("记者：您怎么看？", None),
        ("本次评选设优秀责任编辑：三名", None),
        ("来源：青山日报", None),
        ("李明 张文", None),
    ],
)
def test_a_line_below_a_text_says_who_made_it(line: str, fields: dict[str, Any] | None) -> None:
    stated = read_credits(line)
    assert stated is None if fields is None else stated is not None and fields.items() <= stated.items()


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("责任编辑 | 李明", {"editor": "李明"}),
        ("采写｜李明 摄影｜张文", {"author": "李明", "photographer": "张文"}),
        ("通讯员 李明 发布时间 2012-06-13", {"author": "李明"}),
        ("更新日期2012-06-13", {}),
        ("2012-06-13 来源 青山日报 责编 李明", {"source": "青山日报", "editor": "李明"}),
        # Elsewhere a blank makes no key of a word, nor does a bar of each.
        ("青山日报 责编 李明", None),
        ("图片 | 视频 | 专题", None),
    ],
)
def test_what_sets_a_key_off(line: str, fields: dict[str, Any] | None) -> None:
    stated = read_pairs(line)
    assert stated is None if fields is None else stated is not None and fields.items() <= stated.items()


@pytest.mark.parametrize("value", ["《矿山之歌》", "“安全在我心中”"])
def test_a_title_behind_a_key_names_nobody(value: str) -> None:
    assert read_pairs(f"文字：{value}") == {}
    assert read_pairs(f"来源：{value}") != {}


def test_words_without_an_end_are_no_value() -> None:
    """Each comma of these was tried with all others."""
    assert read_pairs("作者：" + "安全生产，" * 40_000) == {}
