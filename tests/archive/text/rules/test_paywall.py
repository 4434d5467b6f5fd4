"""What a site says in the place of text that it withholds becomes a gap, wherever and however it says so."""

from __future__ import annotations

import pytest

from archive.text import clean
from archive.text.mirror.damage import to_traditional

FIRST = "各支部要高度重视，精心组织，把活动同日常管理结合起来。会后抓紧部署，每月检查一次。"
LAST = "对先进集体和先进个人，年底予以表彰；对敷衍应付的单位，通报批评。各单位要认真抓好落实。"
TITLE = "关于开展安全竞赛活动的意见"

NOTICES = [
    "剩余内容需付费阅读",
    "剩余50%内容，开通VIP后继续阅读",
    "免费预览已结束，剩余12页可下载查看",
    "本文档共15页，仅显示前3页，如需完整文档请下载",
    "未登录用户仅能预览部分内容，请登录后查看全文",
    "余下全文请扫码关注公众号后阅读",
    "阅读全文需要支付2元",
    "查看剩余全文",
    "【此处内容已隐藏，请付费查看】",
    "以下内容为付费内容，请先购买",
    "未完，请点击下一页继续阅读",
    "当前文档最多预览三页，查看更多请下载",
    "点击加载更多（剩余7页）",
    "阅读剩余60%",
    "预览页数已达上限，请下载后阅读",
    "******以下内容仅对注册用户开放，请先登录或注册******",
    "【此处有隐藏内容，请开通会员】",
    "该篇全文需要消费2点，您尚未登录，无法阅读",
    "没有阅读权限，请先开通会员",
    "抱歉，免费用户每日只能阅读一篇，请升级会员",
    "（中间600字已省略，注册后可看）",
    "还剩35%未读",
    "继续免费阅读全文",
    "剩余全文>>",
    "本资料为VIP资料，开通之后免费",
    "本帖需要支付3个金币才能查看",
    "此处内容已锁定，请输入口令查看隐藏内容",
    "想看完整版，加微信yunxi_wen",
    "（节选）完整版在知识星球，扫码加入即可领取",
    "完整版请关注“云溪文稿”，后台回复“讲话”领取",
]


@pytest.mark.parametrize("notice", [*NOTICES, *map(to_traditional, NOTICES)])
@pytest.mark.parametrize(("below", "kind"), [([], "tail"), ([LAST], "inline")])
def test_notices_are_gaps(notice: str, below: list[str], kind: str) -> None:
    cleaned = clean("\n".join([TITLE, FIRST, notice, *below]))
    assert cleaned.body == "\n".join([FIRST, *below])
    assert [(gap.kind, gap.position) for gap in cleaned.gaps] == [(kind, len(FIRST))]
    assert cleaned.truncation.completeness == "truncated"


@pytest.mark.parametrize(
    ("notice", "omitted"),
    [
        ("……此处隐藏1256个字……", 1256),
        ("（略去312字，注册会员可阅读全文）", 312),
        ("……（省略，购买后可见）", None),
    ],
)
def test_a_notice_inside_a_sentence_tells_how_much(notice: str, omitted: int | None) -> None:
    head, tail = FIRST.split("精心")
    cleaned = clean(f"{TITLE}\n{head}{notice}精心{tail}\n{LAST}")
    assert cleaned.body == f"{FIRST}\n{LAST}"
    assert [(gap.kind, gap.omitted_chars) for gap in cleaned.gaps] == [("inline", omitted)]


def test_its_numbers_are_read() -> None:
    text = f"{TITLE}\n{FIRST}\n{LAST}\n（全文共3260字，非会员仅可阅读80字，请登录）"
    stated = clean(text).truncation
    assert (stated.declared_chars, stated.shown_chars, stated.omitted_chars) == (3260, 80, 3180)
    assert clean(f"{TITLE}\n{FIRST}\n（剩余1523字）").gaps[0].omitted_chars == 1523


@pytest.mark.parametrize(
    ("notice", "numbers"),
    [
        ("【全文1,260字，试读80字】", (1260, 80)),
        ("总字数：1260，免费阅读字数：80，付费后阅读全文", (1260, 80)),
        ("登录后阅读全文（80字/1260字）", (1260, 80)),
        ("全文1260字，您是游客，只能浏览前80字", (1260, 80)),
        ("全文字数约１２６０字，试读部分约８０字", (1260, 80)),
        ("当前显示字数：80字／总字数：1260字", (1260, 80)),
        ("本文共计1260字，您可免费阅读其中的80字，剩余内容请登录后查看", (1260, 80)),
    ],
)
def test_both_numbers_in_one_line(notice: str, numbers: tuple[int, int]) -> None:
    stated = clean(f"{TITLE}\n{FIRST}\n{notice}").truncation
    assert (stated.declared_chars, stated.shown_chars) == numbers
    assert stated.completeness == "truncated"


def test_a_stated_rest_is_not_computed_again() -> None:
    stated = clean(f"{TITLE}\n{FIRST}\n【共2350字，剩余1200字，请付费阅读】")
    assert [(gap.kind, gap.omitted_chars) for gap in stated.gaps] == [("tail", 1200)]
    assert (stated.truncation.declared_chars, stated.truncation.shown_chars) == (2350, 1150)
    assert "unaccounted" in stated.flags, "far fewer than 1150 characters are there"


def test_a_reader_without_rights_is_told_what_he_sees() -> None:
    stated = clean(f"{TITLE}\n{FIRST}\n您是非会员，只能浏览前80字，请升级后浏览全文").truncation
    assert (stated.shown_chars, stated.declared_chars) == (80, None)


def test_an_author_who_counts_withholds_nothing() -> None:
    text = f"{TITLE}\n{FIRST}\n全文共12000字，要求每天阅读500字。"
    cleaned = clean(text)
    assert f"{cleaned.title}\n{cleaned.body}" == text


@pytest.mark.parametrize(
    "line",
    [
        "有的网站写上“剩余内容需付费阅读”“试读结束，开通会员阅读全文”，读者只好掏钱。",
        "买书前总要试读几页。试读结束，若是爱不释手，便毫不犹豫地买下。",
        "隐藏在现场的隐患，登录平台后可查看清单",
        "余下全文由副矿长宣读",
        "非会员只能旁听，不能参加表决",
        "此处登录后显示当班人数",
        "如需查看完整记录，请到档案室办理手续",
        "展开全文学习讨论活动",
        "前30名读者可免费借阅图书",
        "会员可以免费阅读工会书屋的全部内容",
        "点个赞吧，可爱的老矿工",
        "截至月底，题库还剩35%未学完",
        "本题库需支付押金才能借阅",
        "完整版请关注“云溪煤矿”简报",
        "进入考场须输入验证码，答题完毕即可查看成绩",
        "剩余全文打印由办公室负责",
    ],
)
def test_what_an_author_says_stays(line: str) -> None:
    for page in (f"{TITLE}\n{FIRST}\n{line}", f"{TITLE}\n{FIRST}\n{line}\n{LAST}"):
        cleaned = clean(page)
        assert f"{cleaned.title}\n{cleaned.body}" == page
        assert cleaned.gaps == ()
