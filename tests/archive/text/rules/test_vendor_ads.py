"""Advertising of those who sell texts, known by what it says and not by who says it."""

from __future__ import annotations

import pytest

from archive.text import clean

TEXT = (
    "党委书记在半年工作会上的讲话\n同志们：\n"
    "今天的会议很重要。刚才X总作了报告，服务会员职工的具体措施已经明确，大家要认真落实。"
)
BLOCKS = [
    "仅供学习 禁止外传\n松涛文苑\n自建平台、实时分享\n现在订阅立享前3年的所有权益 \n\n"
    "【打击倒卖活动】\n举报倒卖会员资料的人，免费赠送一年会员材料！\n"
    "会员群：      免费QQ群：   \n\n",
    "松涛文苑\n内部资料 严禁转卖\n加微信 songtao000 进会员群\n",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_above_the_text(block: str) -> None:
    cleaned = clean(block + TEXT)
    assert f"{cleaned.title}\n{cleaned.body}" == TEXT
    assert cleaned.fields["vendor"] == "松涛文苑"
    assert "members_only" in cleaned.flags
    assert cleaned.truncation.completeness == "members_only"


def test_a_block_under_the_text() -> None:
    cleaned = clean(f"{TEXT}\n更多资料请加QQ群：000000\n成为会员享终身权益")
    assert f"{cleaned.title}\n{cleaned.body}" == TEXT


def test_what_may_not_be_sold_on_makes_no_advertisement() -> None:
    text = f"{TEXT}\n禁止倒卖劳保用品\n严禁转发内部资料"
    cleaned = clean(text)
    assert f"{cleaned.title}\n{cleaned.body}" == text


@pytest.mark.parametrize(
    "head", ["关于加强会员资料管理的通知", "云溪矿工会会员群体活动方案\n各分会：", "仅供参考的学习提纲"]
)
def test_one_word_makes_no_advertisement(head: str) -> None:
    text = f"{head}\n各单位要高度重视。按照要求抓好落实，确保会员资料准确完整。"
    cleaned = clean(text)
    assert f"{cleaned.title}\n{cleaned.body}" == text
    assert "members_only" not in cleaned.flags
