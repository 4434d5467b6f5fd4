"""What content systems and converters of our day leave in a text, and what only resembles it."""

from __future__ import annotations

import pytest

from archive.text import clean

TITLE = "云溪煤矿安全生产月活动启动"
FIRST = "近日，云溪煤矿举行安全生产月活动启动仪式，矿领导小组成员和职工代表参加，会后开展了签名活动。"
LAST = "矿长要求各单位抓好落实。全矿上下迅速行动，把各项措施落实到现场、落实到班组、落实到岗位。"


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("开展ldquo;查隐患rdquo;活动。", "开展“查隐患”活动。"),
        ("开展＆ldquo；查隐患＆rdquo；活动。", "开展“查隐患”活动。"),
        ("一是抓学习。[br]二是抓落实。", "一是抓学习。\n二是抓落实。"),
        ("一是抓学习。%0A二是抓落实。", "一是抓学习。\n二是抓落实。"),
        ("面积400m\\xb2，井下巷道。", "面积400m²，井下巷道。"),
        ("\\\\u52a0\\\\u5f3a领导，落实责任。", "加强领导，落实责任。"),
        ("统一思想£¬提高认识¡£", "统一思想，提高认识。"),
        (
            "'''加强领导'''，落实责任；\n'''强化宣传'''，营造氛围。",
            "加强领导，落实责任；\n强化宣传，营造氛围。",
        ),
        ("<!--[if !supportLists]-->1.<!--[endif]-->抓学习。</html>", "1.抓学习。"),
    ],
)
def test_codes_are_read(damaged: str, repaired: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{damaged}\n{LAST}").body == f"{FIRST}\n{repaired}\n{LAST}"


@pytest.mark.parametrize(
    "left",
    [
        "本文已被阅读 1386 次",
        "← 上一篇 班组长培训总结",
        "微信扫一扫",
        "点赞 15 在看 3 阅读原文",
        "转载请注明出处。",
        "请自觉遵守互联网相关的政策法规，严禁发布色情、暴力、反动的言论。",
        "1、尊重网上道德，遵守国家有关法律法规。",
    ],
)
def test_lines_below_a_text_go(left: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{LAST}\n{left}").body == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    "style",
    [
        "/* Style Definitions */ table.MsoNormalTable {mso-style-name:普通表格; font-size:10.0pt;}",
        '@font-face{font-family:"宋体";}p.MsoNormal{mso-style-name:正文;margin:0pt;}',
        "v\\:* {behavior:url(#default#VML);}",
    ],
)
def test_sheets_of_word_go(style: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{style}\n{LAST}").body == f"{FIRST}\n{LAST}"


def test_a_byline_of_several_lines_is_one() -> None:
    cleaned = clean(f"{TITLE}\n作者：张永\n发布时间：2019-03-05\n点击数：\n{FIRST}\n{LAST}")
    assert (cleaned.body, cleaned.fields["author"]) == (f"{FIRST}\n{LAST}", "张永")


@pytest.mark.parametrize("line", ["责任编辑：李明", "供稿：综采一队 赵文锋", "（文/图 李明）", "审核：王山"])
def test_a_line_of_one_key_beside_a_byline_is_of_it(line: str) -> None:
    for head in (f"{line}\n发布时间：2019-03-05", f"发布时间：2019-03-05\n{line}"):
        assert clean(f"{TITLE}\n{head}\n{FIRST}\n{LAST}", title=TITLE).body == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize("line", ["单位：综采一队", "时间：周五下午", "参加：全体职工"])
def test_a_line_of_the_text_below_a_byline_stays(line: str) -> None:
    cleaned = clean(f"{TITLE}\n发布时间：2019-03-05\n{line}\n{FIRST}\n{LAST}", title=TITLE)
    assert cleaned.body == f"{line}\n{FIRST}\n{LAST}"


def test_junk_beside_junk_goes() -> None:
    junk = ("a^@22{a{", "31;%a1~~$", "b#^2zb2}", "x~a2^{q")
    lines = [f"{n}号井组织职工学习了安全规程。" for n in "一二三四"]
    spoilt = "\n".join(f"{line} {piece}" for line, piece in zip(lines, junk, strict=True))
    assert clean(f"{TITLE}\n{FIRST}\n{spoilt}\n{LAST}").body == "\n".join([FIRST, *lines, LAST])


@pytest.mark.parametrize(
    "sound",
    [
        "会员请自带图书，转载不限。",
        "流程：采煤 → 运输 → 提升 → 洗选",
        "制度规定，本站有权要求来访人员登记。",
        "“¡Muy bien!”专家说。",
    ],
)
def test_what_resembles_them_stays(sound: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{sound}\n{LAST}").body == f"{FIRST}\n{sound}\n{LAST}"


@pytest.mark.parametrize(
    "sound",
    ["网页上的 â€œ 是什么？老师说，那是一个引号。", '再输入 print("\\u4f60\\u597d")，结果一样。'],
)
def test_a_lesson_on_codes_keeps_them(sound: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{sound}\n{LAST}").body == f"{FIRST}\n{sound}\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "他在黑板上写：<p>表示段落，<br>表示换行，<b>加粗</b>。",
        "粘贴时会带入<span style='color:red'>之类的代码，要先清除。",
        "图片的标签是<img src='1.jpg'>，不要写错。",
    ],
)
def test_tags_that_a_sentence_speaks_of_stay(line: str) -> None:
    text = f"云溪煤矿举办信息员培训\n{line}\n各单位要认真抓好落实，做到人人会写、人人会发。"
    cleaned = clean(text)
    assert f"{cleaned.title}\n{cleaned.body}" == text


@pytest.mark.parametrize(
    ("leaked", "line"),
    [
        ("<p>代表们一致认为，报告<b>实事求是</b>。</p>", "代表们一致认为，报告实事求是。"),
        ("会后，他<strong>表示要抓好落实</strong>，再立新功。", "会后，他表示要抓好落实，再立新功。"),
        ("<p>标签：安全生产，是这次展览的展品。</p>", "标签：安全生产，是这次展览的展品。"),
    ],
)
def test_tags_around_an_authors_words_go(leaked: str, line: str) -> None:
    last = "各单位要认真抓好落实，做到人人会写、人人会发。"
    cleaned = clean(f"云溪煤矿召开代表大会\n六月三日，矿里召开了大会。\n{leaked}\n{last}")
    assert cleaned.body.split("\n")[1:] == [line, last]
