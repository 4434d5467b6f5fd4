"""What tells a notice's lines from others is asked of every line: none may be missed for it."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from archive.text.withholding import SIGN, withholds

HIDDEN = ("全文", "剩余内容", "完整版", "以下内容", "此处内容", "部分文字", "更多内容", "前3页", "还有900字")
PRICES = ("付费", "未登录", "注册用户", "登录后", "5文币", "购买", "支付", "vip", "开通会员", "订阅", "扫码")
READING = (
    *("解锁", "查看", "阅读", "浏览", "预览", "可见", "想看", "观看", "显示", "试读", "只展示", "用户开放"),
    *(
        "畅读",
        "畅享",
        "查阅",
        "下载需",
        "完整版请下载",
        "完整版请联系",
        "加入后可领取",
        "购买后获取",
        "回复即可下载",
    ),
)


def test_each_offer_has_a_sign() -> None:
    offers = ["".join(words) for each in product(HIDDEN, PRICES, READING) for words in permutations(each)]
    assert all(map(withholds, offers))
    assert [offer for offer in offers if not SIGN.search(offer)] == []


@pytest.mark.parametrize("button", ["加载全文", "阅读全文", "余下全文", "请先登录", "本帖需购买后才能下载"])
def test_each_button_has_a_sign(button: str) -> None:
    assert withholds(button)
    assert SIGN.search(button)


@pytest.mark.parametrize("line", ["大家展开讨论", "全体党员登高望远", "请联系办公室领取全文"])
def test_an_authors_words_withhold_nothing(line: str) -> None:
    assert not withholds(line)
