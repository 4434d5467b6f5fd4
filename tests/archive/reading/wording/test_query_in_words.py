from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.wording.language import language
from archive.reading.wording.query_in_words import in_words
from archive.search.query import parse

USABLE_DATES = "（可写：日期:2014-06-15、日期:2014-06..2014-08）"


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("安全生产", "「安全生产」"),
        ("安全 生产", "「安全」 且 「生产」"),
        ("安全，生产", "「安全」 且 「生产」"),
        ("安全 AND 生产", "「安全」 且 「生产」"),
        ("安全 OR 生产", "「安全」 或 「生产」"),
        ("安全|生产｜培训", "「安全」 或 「生产」 或 「培训」"),
        ("安全 -化工", "「安全」 且 不含「化工」"),
        ("安全 －化工", "「安全」 且 不含「化工」"),
        ("NOT 化工", "不含「化工」"),
        ("NOT NOT 化工", "「化工」"),
        ("-(瓦斯 煤尘)", "不含（「瓦斯」 且 「煤尘」）"),
        ("（瓦斯 OR 煤尘）演练", "（「瓦斯」 或 「煤尘」） 且 「演练」"),
        ("安全 生产 OR 培训", "（「安全」 且 「生产」） 或 「培训」"),
        ("“安全 生产”", "「安全 生产」"),
        ("「安全 生产」", "「安全 生产」"),
        ('"安全 生产', "「安全 生产」"),
        ("“两学三创”活动", "「两学三创」 且 「活动」"),
        ("标题:方案", "标题含「方案」"),
        ("標題：(方案 OR 意见)", "标题含「方案」 或 标题含「意见」"),
        ("title:方案 -标题:试行", "标题含「方案」 且 不含标题含「试行」"),
        ("Safe*", "以「Safe」开头的词"),
        ("安全*", "「安全」"),
        ("don't", "「don't」"),
        ("2010-7-16", "「2010-7-16」"),
        ("a-b", "「a-b」"),
        ("网站:qingshan 网站：yunling 安全", "「安全」；网站：qingshan、yunling"),
        ("文種:講話", "文种：讲话"),
        ("完整:截断", "完整程度：截断"),
        ("文字:繁體", "字体：繁体"),
        ("年:2010", "年份：2010"),
        ("年：2010年 year:2012..2014", "年份：2010、2012–2014"),
        ("年:2010..", "年份：2010–"),
        ("年:..2010", "年份：–2010"),
        ("日期:2014-06", "日期：2014-06"),
        ("日期：2014年6月..2014年8月 安全", "「安全」；日期：2014-06–2014-08"),
        ("date:2014-6-5 日期:2015", "日期：2014-06-05、2015"),
        ("日期:2014.6.5至2014/7", "日期：2014-06-05–2014-07"),
        ("日期:..2014-06", "日期：–2014-06"),
        ("日期:2014-06..", "日期：2014-06–"),
        ("日期:2010-2014", "日期：2010–2014"),
        ("党 日期:2014-13", "「党」；筛选条件「日期:2014-13」的值无法识别，已略去" + USABLE_DATES),
        ("党 日期:2014-02-29", "「党」；筛选条件「日期:2014-02-29」的值无法识别，已略去" + USABLE_DATES),
        ("党 日期:..", "「党」；筛选条件「日期:..」的值无法识别，已略去" + USABLE_DATES),
        (
            "党 日期:2014-06..昨天",
            "「党」；筛选条件「日期:2014-06..昨天」的值无法识别，已略去" + USABLE_DATES,
        ),
        ("党 -日期:2014", "「党」；筛选条件不能用“非”，已略去「日期:2014」"),
        ("党 文字:日文", "「党」；筛选条件「文字:日文」的值无法识别，已略去（可写：文字:简体|繁体）"),
        ("党 单位:“”", "「党」；筛选条件「单位:」的值无法识别，已略去"),
        ("标题:", "没有可检索的字词，所以没有结果"),
        ("《》", "没有可检索的字词，所以没有结果"),
        ("", "全部文章"),
        ("安全 NEAR/5 生产", "「安全」 与 「生产」 相距不超过 5 字"),
        ("安全 NEAR 生产", "「安全」 与 「生产」 相距不超过 10 字"),
        ("甲 NEAR/2 乙 NEAR/3 丙", "「甲」 与 「乙」 相距不超过 2 字 且 「乙」 与 「丙」 相距不超过 3 字"),
        ("标题:安全 NEAR/5 生产", "标题含「安全」 与 「生产」 相距不超过 5 字"),
        ("NEAR/5 生产 NEAR", "「生产」"),
        ("near 生产", "「near」 且 「生产」"),
        ("創?爭優", "「创?争优」（? 为任意一字）"),
        ("“创？争优”", "「创?争优」（? 为任意一字）"),
        ("什么是党建？", "「什么是党建」"),
        ("党建??总结", "「党建」 且 「总结」"),
        ("甲?乙?丙?丁", "「甲?乙?丙?丁」；检索式中的 ? 超过 2 个，其余按标点处理"),
        ("单位:煤业 单位：集團 安全", "「安全」；单位：煤业、集團"),
        ("org:煤业", "单位：煤业"),
        ("党 -单位:a", "「党」；筛选条件不能用“非”，已略去「单位:a」"),
        ("党 年:昨天", "「党」；筛选条件「年:昨天」的值无法识别，已略去（可写：年:2014、年:2010..2014）"),
        (
            "党 年：昨天 完整:半",
            "「党」；筛选条件「年:昨天、完整:半」的值无法识别，已略去"
            "（可写：年:2014、年:2010..2014、完整:完整|截断|会员可见|残篇|不明）",
        ),
        ("党 -网站:a", "「党」；筛选条件不能用“非”，已略去「网站:a」"),
        (") 党 ) OR", "「党」"),
    ],
)
def test_how_a_query_is_read(query: str, reading: str) -> None:
    assert in_words(parse(query), language("zh")) == reading


def test_reading_in_english() -> None:
    assert in_words(parse("title:方案 -safe* 年:2010 date:2010-06.."), language("en")) == (
        "“方案” in the title and not words beginning with “safe”; Year: 2010; Date: 2010-06–"
    )


@given(st.text(alphabet='安全生党a1 （）()"“”|-*?:年', max_size=30))
def test_every_query_is_put_into_words(query: str) -> None:
    assert in_words(parse(query), language("zh"))


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        ("completeness", ["complete", "truncated", "members_only", "fragment", "unknown"]),
        ("script", ["Simplified", "Traditional"]),
    ],
)
def test_a_filter_can_be_typed_as_the_page_names_it(facet: str, values: list[str]) -> None:
    chinese = language("zh")
    label = chinese.say(f"facet.{facet}")
    for value in values:
        name = chinese.name(facet, value)
        assert in_words(parse(f"{label}:{name}"), chinese) == f"{label}：{name}"
