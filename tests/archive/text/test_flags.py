"""Every flag: a text that must have it and, as like it as can be, one that must not."""

from __future__ import annotations

import pytest

from archive.article import compose
from archive.model import Block, Extraction
from archive.text import clean
from archive.text.flags import FLAGS
from archive.text.mirror.damage import SMALL_TABLE, convert_with_pinyin, to_traditional

TITLE = "云溪煤矿安全生产月活动启动"
BODY = (
    "近日，云溪煤矿举行安全生产月活动启动仪式，矿领导小组成员和职工代表参加，会后开展了签名活动。\n"
    "矿长要求各单位抓好落实。全矿上下迅速行动，把各项措施落实到现场、落实到班组、落实到岗位。"
    "活动期间，各区队每周组织一次安全学习，每月评选一次安全标兵。"
)
ENGLISH = (
    "Recently, the coal mine of Yunxi held the opening of the month of safety, and the leaders of the mine "
    "and the workers of all the units took part in it. The head of the mine asked to carry the measures out."
)
ADS = "云溪文库\n仅供学习 禁止外传\n现在订阅立享全年更新\n会员群：0000"
FOOT = "\n".join(["版权所有 云溪矿业有限公司安全生产信息网"] * 30)
CASES = {
    "abridged": (f"{TITLE}\n{BODY}（有删节）", f"{TITLE}\n{BODY}（没有删节）"),
    "mirror": (convert_with_pinyin(BODY, SMALL_TABLE), f"{BODY}“垚”(yáo)是三个土，GDP(亿元)。"),
    "estimated": ("礦(kuàng)區(qū)會(huì)議。使全?。梗慈f(wàn)戶受益。", "礦(kuàng)區(qū)會(huì)議。"),
    "hijacked": (f"凯发体育k8_凯发官网入口_{TITLE}\n{BODY}", f"{TITLE}\n{BODY}体育馆里，乒乓球比赛也开了。"),
    "spun": (
        f"{BODY}为当真落实上级要求，带领班子研究了主题运动方案，各事情面抓好宁静出产。",
        f"{BODY}职工运动会上，大家当真拼了一把，老队长卖力地喊加油。",
    ),
    "essay_mill": (
        f"{BODY}(未完,全文共2119字,当前显示548字)",
        f"{BODY}报告全文共2119字，当前显示在大屏幕上。",
    ),
    "members_only": (f"{ADS}\n{TITLE}\n{BODY}", f"{TITLE}\n{BODY}\n工会会员群众性活动由工会组织，仅供参考。"),
    "masked": (f"{BODY}X总到会讲话。", f"{BODY}拍了X光片，长3×5米。"),
    "machine_translated": (f"{TITLE}\n{BODY}\n{ENGLISH}", f"{TITLE}\n{BODY}\nSafety First!"),
    "residual": (f"{BODY}锟斤拷锟斤拷", f"{BODY}为会员职工服务，做好资料备案工作。"),
    "mostly_removed": (f"{BODY}\n{FOOT}", f"{BODY}\n版权所有 云溪矿业"),
    "short": ("近日开会。", BODY),
    "cut_end": (f"{BODY}不断学习 ...", f"{BODY}让我们想一想……"),
    "cut_head": (f"，各单位要抓好落实。\n{BODY}", f"的确，各单位要抓好落实。\n{BODY}"),
    "glued_date": (f"{BODY}截至2011923日，隐患全部整改。", f"{BODY}截至2011年9月23日，产煤2011923吨。"),
    "mixed_script": (
        to_traditional(BODY) + "例會製度和機製。",
        to_traditional(BODY) + "例會制度、製造和麵粉。",
    ),
    "unaccounted": (f"{BODY}(未完,全文共2119字,当前显示1548字)", f"{BODY}(未完,全文共2119字,当前显示120字)"),
}


def test_every_flag_has_its_two_texts() -> None:
    assert CASES.keys() == FLAGS.keys()


@pytest.mark.parametrize("flag", CASES)
def test_a_text_that_has_it(flag: str) -> None:
    assert flag in clean(CASES[flag][0]).flags


@pytest.mark.parametrize("flag", CASES)
def test_a_text_that_only_looks_like_it(flag: str) -> None:
    assert flag not in clean(CASES[flag][1]).flags


@pytest.mark.parametrize(
    "flag", ["hijacked", "spun", "essay_mill", "members_only", "mostly_removed", "unaccounted"]
)
def test_both_scripts_are_flagged(flag: str) -> None:
    is_flagged = [flag in clean(to_traditional(text)).flags for text in CASES[flag]]
    assert is_flagged == [True, False]


@pytest.mark.parametrize("slip", ["乾部", "方麵", "民眾路線", "規范", "最后", "開髮"])
def test_converters_slips(slip: str) -> None:
    text = to_traditional(BODY) + slip + "。"
    assert "mixed_script" in clean(text).flags
    assert clean(text).body == text


@pytest.mark.parametrize(
    "text", [BODY, to_traditional(BODY), f"{BODY}署名：繁體字書法家。", "皇后和麵粉在乾隆年間。"]
)
def test_one_script_is_not_mixed(text: str) -> None:
    assert "mixed_script" not in clean(text).flags


def test_masks_are_counted() -> None:
    assert clean(f"{BODY}X总和╳╳同志到会。").fields["masked_count"] == 2


def test_essays_bear_the_flags_of_their_page() -> None:
    body = f"第一篇：机修厂总结\n{BODY}\n第二篇：运销公司总结\n{BODY}必威体育来了。"
    blocks = tuple(Block(kind="paragraph", text=line) for line in body.split("\n"))
    whole = compose(
        [Extraction(url="http://yunxi.invalid/1", kind="article", title="总结两篇", blocks=blocks)]
    )
    assert {"essay_mill", "hijacked"} <= set(whole.flags)
    assert [part.flags for part in whole.parts] == [("essay_mill", "hijacked")] * 2


def test_one_text_is_of_no_mill() -> None:
    blocks = tuple(Block(kind="paragraph", text=line) for line in BODY.split("\n"))
    made = compose([Extraction(url="http://yunxi.invalid/1", kind="article", title=TITLE, blocks=blocks)])
    assert (made.flags, made.parts) == ((), ())
