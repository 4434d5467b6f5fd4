"""What is told of the clean text: script, masks, what is left over, how much is gone."""

from __future__ import annotations

import pytest

from archive.text import clean


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("刚才X总讲了话，X党委作了部署，完成X万元、X%。", 4),
        ("见到XX同志和╳╳同志。", 2),
        ("于____年__月前完成，由***负责，_总理作指示。", 4),
        ("20XX年6月，在××矿。", 2),
        ("拍了X光片，长3×5米，见X射线、IX章、x轴、XML。", 0),
    ],
)
def test_masks_are_counted_and_stay(text: str, count: int) -> None:
    cleaned = clean(text)
    assert cleaned.body == text
    assert cleaned.fields.get("masked_count", 0) == count
    assert ("masked" in cleaned.flags) == bool(count)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("关于开展竞赛活动的通知", "Simplified"),
        ("關於開展競賽活動的通知", "Traditional"),
        ("皇后在公里外的山谷里", None),
        ("plain English text", None),
    ],
)
def test_script(text: str, script: str | None) -> None:
    assert clean(text).fields.get("script") == script


@pytest.mark.parametrize(
    "text", ["創(chuàng)一字", "正文。\n登录后正式会员可见", "锟斤拷锟斤拷", "乱码\ufffd字"]
)
def test_what_is_left_over_is_flagged(text: str) -> None:
    assert "residual" in clean(text).flags


@pytest.mark.parametrize(
    "text", ["为会员职工服务，做好资料备案工作。", "“垚”(yáo)字", "第一项(a)、第二项(b)"]
)
def test_the_texts_own_words_are_not_left_over(text: str) -> None:
    assert "residual" not in clean(text).flags


def test_a_text_that_was_mostly_furniture_is_flagged() -> None:
    cleaned = clean("正文只有一句话。\n" + "\n".join(["版权所有 云溪矿业有限公司安全生产信息网"] * 20))
    assert cleaned.body == "正文只有一句话。"
    assert cleaned.flags == ("mostly_removed", "short")


def test_genre_comes_from_the_title_or_the_salutation() -> None:
    assert clean("关于开展活动的意见\n各单位：要抓好落实。").fields["genre"] == "意见"
    assert clean("同志们：\n今天我讲三点意见。").fields["genre"] == "讲话"
