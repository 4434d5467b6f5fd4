"""A rule's signs only save time: without them it finds nothing anyway."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.text.manuscript import Manuscript
from archive.text.rule import Rule
from archive.text.rule_order import MEASURES, RULES

SIGNED = [rule for rule in (*RULES, *MEASURES) if rule.signs]
FRAGMENTS = [
    *(
        "凯发_",
        "必威",
        "万博体育",
        "云顶国际",
        "澳门金沙",
        "pg电子",
        "新葡京官网",
        "太阳城娱乐",
        "fun88",
        "| a |",
        "|",
    ),
    *("x0dx0a", "_x000D_", "&ldquo;", "?#8220;", "3.jpg", "DSC04940", "P_0001", "p12345", "省略5字)", "("),
    *("{a:b}", "p {a:b;}", "[标签:标题]", "<#a_b#>", "<%=x%>"),
    *("X矿", "Ｘ矿", "XX", "xx", "××", "╳╳", "✕✕", "____年", "***", "_总理"),
    *(
        "第1页 / 共4页",
        "大小:1 格式:DOC 上传人:甲",
        "资源描述",
        "文档简介:",
        "VIP免费下载",
        "论文部分内容阅读",
    ),
    *(
        "全文共9字",
        "显示8字",
        "【文章共9字】",
        "【本文共9字】",
        "(共9字)[阅读本文]",
        "试读结束",
        "还剩9页未读",
    ),
    *("未登陆用户", "未登录会员", "刚注册会员", "开通会员", "新来的客人", "注册", "由会员分享,可在线阅读"),
    *("请认真阅读下面的提示信息", "点击查看更多>>"),
    *("剩余9字", "登录后查看全文", "(此处隐藏9个字)", "预览结束", "下载完整文档后查看", "阅读全文需支付2元"),
    *("字数:99", "阅读需5分钟", "小编为您整理范文供大家参考", "本文来自网络", "更多范文请访问文秘网"),
    *("长按识别二维码关注", "点击上方蓝字关注我们", "打开app查看更多", "加客服微信领取资料"),
    *("文档为doc格式", "专心---专注---专业", "★★★5分", "-end-", "推荐度:", "查看人数:5"),
    *("上传者:甲\n下载积分:2", "售价:2元\n页数:3", "文章简介:", "资料介绍", "文章正文:", "第 页 共 页"),
    *("精品文档 欢迎下载", "页脚内容3", "如有侵权请联系删除本文", "[图片]", "点击查看原图", "[复制链接]"),
    *(
        "本帖最后由甲于2012-5-6编辑",
        "查看:12|回复:5",
        "威望:2 积分:3",
        "谢谢楼主分享",
        "使用道具",
        "预览时标签不可点",
    ),
    *(
        "轻触阅读原文",
        "阅读 12 赞 3",
        "写材料加微信yunling88",
        "【此处隐藏9个字】",
        "全文99字,试读9字",
        "收起",
    ),
    *("<br/>", "<p>", "var a = 1;", "document.write('')", "\\u540c", "%e5%90%8c", "\\r\\n", "&#x540c;"),
    *("王某某", "[单位名称]", "李*强", "○○矿", "□□矿", "＊＊矿", "{dede:a/}", "[page]", "#p#a#e#"),
    *("安全生产。", "\n", "\n", " ", "ＢＥＴＷＡＹ", "ｘ0ｄ", "．ＪＰＧ"),
]
PAGES = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4)), max_size=12).map("".join)


def without(signs: Iterable[str], page: str) -> str:
    """Take the first character of each sign out: nearly every page of fragments holds some."""
    while standing := [place for sign in signs if (place := fold(page).find(sign)) >= 0]:
        page = page[: standing[0]] + page[standing[0] + 1 :]
    return page


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: rule.id.name)
def test_signs_are_folded_words(rule: Rule) -> None:
    assert all(sign and fold(sign) == sign for sign in rule.signs)


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: rule.id.name)
@given(PAGES)
def test_nothing_is_found_without_a_sign(rule: Rule, page: str) -> None:
    require_nothing(rule, page)


@pytest.mark.parametrize("rule", SIGNED, ids=lambda rule: rule.id.name)
def test_no_fragment_is_found_without_a_sign(rule: Rule) -> None:
    """Each alone: in a page of many, one sign stands in for another that is forgotten."""
    for fragment in FRAGMENTS:
        require_nothing(rule, fragment)


def require_nothing(rule: Rule, page: str) -> None:
    manuscript = Manuscript.of(without(rule.signs, page))
    assert not manuscript.has_any(rule.signs)
    found = rule.find(manuscript)
    assert not list(found.changes)
    assert not (*found.flags, *found.missing, *found.fields)


def test_a_page_without_signs_is_not_read() -> None:
    (rule,) = (rule for rule in RULES if rule.id.name == "omission_notice")
    assert not list(rule.look_at(Manuscript.of("安全生产")).changes)
    assert list(rule.look_at(Manuscript.of("安全(省略5字)生产")).changes)
