"""What libraries of documents, forums and accounts print around a text goes, wherever it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text import clean
from archive.text.mirror.damage import to_traditional

TITLE = "安全竞赛活动总结"
FIRST = "各支部高度重视，精心组织活动，形成了良好氛围。全年共排查隐患二百余条，整改率达到百分之百。"
LAST = "今后，我们将继续努力，把各项措施落实到现场、落实到班组、落实到岗位。"
BODY = f"{FIRST}\n{LAST}"

STAMPS = [
    "精品文档",
    "最新 精品 Word 欢迎下载 可修改",
    "学习 参考 资料 分享",
    ".专业.整理.",
    "（此文档为word格式，下载后您可任意编辑修改！）",
    "本文档如对你有帮助，请帮忙下载支持！",
    "资料内容来自网络，如有侵权请联系上传者删除",
    "页脚内容3",
]
AROUND_POSTS = [
    "本帖最后由 山里人 于 2012-5-6 10:20 编辑",
    "回复 1# 山里人 的帖子",
    "[复制链接]",
    "查看: 1203|回复: 5",
]
BELOW = [
    "预览时标签不可点",
    "继续滑动看下一个",
    "微信扫一扫 关注该公众号",
    "阅读 1206 赞 33 在看 8",
    "网站地图 | 关于我们 | 隐私政策",
    "今日访问：302 总访问量：88231",
    "写材料找素材，请加微信号 yunling888",
    "举报 回复 使用道具",
    "您需要登录才可以下载或查看，没有帐号？立即注册",
    "上传者：山里人\n上传日期：2019-03-22\n下载积分：20",
    "关 键 词：安全 竞赛",
    "点击查看原图",
    "【上一篇】技术比武通知 【下一篇】安全月方案",
    "主办单位：云岭矿业集团 技术支持：云岭信息公司 访问量：20012",
    "添加评论 提交评论 匿名发表",
    "--------感谢阅读，欢迎下载--------",
]


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize(
    "page",
    [
        f"{{}}\n{TITLE}\n{BODY}",
        f"{TITLE}\n{{}}\n{BODY}",
        f"{TITLE}\n{FIRST}\n{{}}\n{LAST}",
        f"{TITLE}\n{BODY}\n{{}}",
    ],
    ids=["first", "under the title", "inside", "last"],
)
def test_stamps_go_from_anywhere(stamp: str, page: str) -> None:
    for text in (page.format(stamp), to_traditional(page.format(stamp))):
        cleaned = clean(text)
        assert (cleaned.title, cleaned.body) in {
            (TITLE, BODY),
            (to_traditional(TITLE), to_traditional(BODY)),
        }


@pytest.mark.parametrize("line", [*AROUND_POSTS, *BELOW])
def test_what_stands_below_goes(line: str) -> None:
    for written in (line, to_traditional(line)):
        assert clean(f"{TITLE}\n{BODY}\n{written}").body == BODY


@pytest.mark.parametrize("line", AROUND_POSTS)
def test_what_stands_above_a_post_goes(line: str) -> None:
    assert clean(f"{TITLE}\n{line}\n{BODY}").body == BODY


def test_a_stamp_inside_a_sentence_leaves_no_break() -> None:
    before, behind = LAST.split("落实到班组")
    assert clean(f"{TITLE}\n{FIRST}\n{before}\n精品文档\n落实到班组{behind}").body == BODY


@pytest.mark.parametrize("number", ["- 2 -", "—2—"])
def test_a_single_number_of_a_page(number: str) -> None:
    assert clean(f"{TITLE}\n{FIRST}\n{number}\n{LAST}").body == BODY
    before, behind = LAST.split("落实到班组")
    assert clean(f"{TITLE}\n{FIRST}\n{before}\n{number}\n落实到班组{behind}").body == BODY


def test_a_page_that_parts_a_sentence_needs_no_second() -> None:
    before, behind = LAST.split("落实到班组")
    assert clean(f"{TITLE}\n{FIRST}\n{before}\n第 2 页\n落实到班组{behind}").body == BODY
    assert clean(f"{TITLE}\n{FIRST}\n第 2 页\n{LAST}").body == f"{FIRST}\n第 2 页\n{LAST}"


def test_the_title_of_a_window() -> None:
    for bar in (f"{TITLE}_云岭范文网", f"{TITLE} - 党建材料 - 云岭文秘网"):
        for below in ("", f"{TITLE}\n"):
            cleaned = clean(f"{bar}\n{below}{BODY}")
            assert (cleaned.title, cleaned.body) == (TITLE, BODY)
    assert clean(f"{TITLE} - 机电队\n{BODY}").title == f"{TITLE} - 机电队"


def test_one_line_for_members_is_enough() -> None:
    cleaned = clean(f"【内部会员资料，请勿外传】\n{TITLE}\n{BODY}")
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)
    assert "members_only" in cleaned.flags


def test_radicals_of_fonts_become_characters() -> None:
    assert clean(f"{TITLE}\n{BODY.replace('生', '⽣').replace('大', '⼤')}").body == BODY


def test_codes_of_a_forum_go_in_pairs() -> None:
    assert clean(f"{TITLE}\n[b]{FIRST}[/b]\n{LAST}").body == BODY
    assert clean(f"{TITLE}\n见[b]类\n{BODY}").body == f"见[b]类\n{BODY}"


def test_spam_above_the_title() -> None:
    cleaned = clean(f"现金网,棋牌游戏下载,真人百家乐\n{TITLE}\n{BODY}")
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)
    assert "hijacked" in cleaned.flags


@pytest.mark.parametrize(
    "title",
    ["严打“凯发娱乐”等赌博网站_云溪矿区新闻", "警惕“必威体育”陷阱 - 禁赌宣传进矿区", "远离博彩 远离老虎机"],
)
def test_who_warns_of_betting_keeps_the_title(title: str) -> None:
    assert clean(f"{title}\n{BODY}").title == title


def test_the_account_and_its_time() -> None:
    cleaned = clean(f"{TITLE}\n原创 雲嶺礦工 雲嶺礦工 2021-07-01 08:00\n{BODY}")
    assert cleaned.body == BODY
    assert (cleaned.fields["source"], cleaned.fields["published_at"]) == ("雲嶺礦工", "2021-07-01T08:00")


WORDS = ["精品", "文档", "资料", "下载", "学习", "参考", "word", "编辑", "，", "。", " ", "职工", "\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_nothing_but_lines_of_the_trade_goes(words: str) -> None:
    """Whatever stands between, each line with another word stays whole."""
    body = clean(f"{TITLE}\n{FIRST}\n{words}\n{LAST}").body
    kept = body.split("\n")
    assert kept[0].startswith(FIRST)
    assert kept[-1].endswith(LAST)
    assert all(line.strip() in body for line in words.split("\n") if "职工" in line)
