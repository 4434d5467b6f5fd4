"""Rows that pages print around a text: each goes in both scripts, and its double stays."""

from __future__ import annotations

from typing import Any

import pytest

from archive.fold import fold
from archive.model import Cleaned
from archive.text import clean, restore
from archive.text.mirror.damage import to_traditional
from tests.archive.text.news import BODY, TITLE

SCRIPTS = pytest.mark.parametrize("script", [str, to_traditional], ids=["Simplified", "Traditional"])
PATH = {"section": "党建"}
POSTED = {"published_at": "2016-12-16T06:09", "published_precision": "minute"}


def stated(cleaned: Cleaned) -> dict[str, Any]:
    """What the page states, folded, so that both scripts compare."""
    return folded({name: value for name, value in cleaned.fields.items() if name not in ("script", "genre")})


def folded(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fold(value) if isinstance(value, str) else value for name, value in fields.items()}


def assert_taken(page: str, fields: dict[str, Any], script: Any) -> None:
    """Nothing but title and body is left, and what stood around them is stated."""
    cleaned = clean(page)
    assert (cleaned.title, cleaned.body) == (script(TITLE), script(BODY))
    assert stated(cleaned) == folded(fields)
    assert restore(cleaned) == page


@SCRIPTS
@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("2016-12-16 06:09李明王强", {**POSTED, "author": "李明 王强"}),
        ("2016-12-16 06:09李明 王强", {**POSTED, "author": "李明 王强"}),
        ("2016-12-16 06:09 青山煤矿", {**POSTED, "source": "青山煤矿"}),
        ("2016-12-16 06:09 青山煤矿 李明", {**POSTED, "source": "青山煤矿", "author": "李明"}),
        ("2016-12-16 06:09", POSTED),
        ("您(现)在的位置：首页 > 党建 > 正文", PATH),
        ("您（现在）的位置：首页 > 党建 > 正文", PATH),
        ("您现在的位置 首页 > 党建 > 正文", PATH),
        ("【您现在的位置】首页 > 党建 > 正文", PATH),
        ("【您的位置：首页 > 党建 > 正文】", PATH),
        ("[当前位置] 首页 > 党建", PATH),
        ("您当前所在位置：网站首页 > 党建", PATH),
        ("您现在浏览的位置：首页 > 党建", PATH),
        ("您正在浏览：首页 > 党建", PATH),
        ("位置：首页 > 党建", PATH),
        ("首页 \\ 党建 \\ 正文", PATH),
        ("党建 > 组织建设 > 正文", {"section": "党建/组织建设"}),
        ("热门标签：安全生产 党建", {}),
        ("热门标签\n安全生产\n党建", {}),
        ("阅读 2267", {"views": 2267}),
        ("扫一扫:分享至微信", {}),
        ("| 云溪资讯网 | 2010-7-16 |", {"published_at": "2010-07-16", "published_precision": "day"}),
    ],
)
def test_rows_above_the_title(row: str, fields: dict[str, Any], script: Any) -> None:
    page = script(f"{row}\n{TITLE}\n{BODY}")
    assert_taken(page, fields, script)


@SCRIPTS
@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("此稿发表时间:2008-2-3 11:36:05", {"first_printed_at": "2008-02-03T11:36:05"}),
        ("（本文首次发表时间：2008年2月3日）", {"first_printed_at": "2008-02-03"}),
        ("发表时间:2008-2-3 11:36", {"published_at": "2008-02-03T11:36", "published_precision": "minute"}),
        ("热门标签：安全生产 党建", {}),
        ("热门标签\n安全生产\n创先争优活动", {}),
        ("Tag标签：安全 生产", {"keywords": "安全 生产"}),
        ("举报", {}),
        ("我要举报\n纠错", {}),
        ("上一篇 下一篇", {}),
        ("上一页 1 2 3 下一页", {}),
        ("共3页 [1] [2] [3] 下一页 尾页", {}),
        ("网友评论(3)", {"comments": 3}),
        ("文章评论(3)", {"comments": 3}),
        ("评论 3", {"comments": 3}),
        ("目前已有5人参与评论", {"comments": 5}),
        ("我来说两句", {}),
        ("顶(3)\n踩(0)\n回到顶部", {}),
        ("点赞 12", {}),
        ("用手机扫描二维码阅读", {}),
        ("分享至：微信 微博", {}),
        ("本文来源：http://yunxi.invalid/a.html\n欢迎转载，转载请注明出处", {}),
        ("声明：本网转载此文仅为传递信息，不代表本网观点。如有侵权，请联系我们删除。", {}),
        ("免责声明：以上内容来源于网络，本站不对其真实性负责。内容仅供参考。", {}),
    ],
)
def test_rows_under_the_text(row: str, fields: dict[str, Any], script: Any) -> None:
    page = script(f"{TITLE}\n{BODY}\n{row}")
    assert_taken(page, fields, script)


@SCRIPTS
@pytest.mark.parametrize(
    "line",
    [
        "2016-12-16 06:09开展活动",
        "2016年12月16日 李明王强",
        "您的位置决定了您的责任",
        "位置：3201工作面",
        "当前位置：距井口1200米处",
        "产量 > 安全 是错误的",
        "此稿发表时间另行通知",
        "热门标签要慎用",
        "举报电话：12350",
        "举报奖励办法",
        "评论员文章",
        "评论：安全是天",
        "阅读 100本书",
        "上一页写明单位名称",
        "点赞身边好人",
        "顶住压力",
        "扫一扫二维码报名",
        "分享会",
        "声明：公司从未委托任何单位代收费用",
        "本文所称隐患，是指作业场所的不安全因素",
        "记者：2010年以来，矿区发生了很大变化，您怎么看？",
        "转载稿件须经宣传部审核",
    ],
)
def test_doubles_that_are_the_texts_own(line: str, script: Any) -> None:
    for page in (f"{TITLE}\n{line}\n{BODY}", f"{TITLE}\n{BODY}\n{line}", f"{line}\n{BODY}"):
        cleaned = clean(script(page))
        whole = cleaned.body if cleaned.title is None else f"{cleaned.title}\n{cleaned.body}"
        assert whole == script(page)


@SCRIPTS
@pytest.mark.parametrize(
    "opening",
    [
        "，各单位要抓好落实，把责任压实到人。",
        "、班组三级联动，把责任压实到人。",
        "）的通知要求，各单位抓好落实。",
        "的先进经验在全矿得到推广，活动取得实效。",
        "们纷纷表示，要以先进为榜样。",
        "……会议强调，各单位要抓好落实。",
        "（上接第一版）各单位要抓好落实。",
        "（接上页）",
    ],
)
@pytest.mark.parametrize("above", ["", f"{TITLE}\n"], ids=["untitled", "titled"])
def test_a_text_that_begins_in_the_middle(opening: str, above: str, script: Any) -> None:
    page = script(f"{above}{opening}\n{BODY}")
    cleaned = clean(page)
    (gap,) = cleaned.gaps
    assert (gap.kind, gap.position) == ("head", 0)
    assert cleaned.body == script(f"{opening}\n{BODY}")
    assert cleaned.truncation.completeness == "truncated"
    assert "cut_head" in cleaned.flags


@SCRIPTS
@pytest.mark.parametrize(
    "opening",
    [
        "的确，安全工作只有起点，没有终点，一刻也不能放松。",
        "的士司机们也来了，矿上准备了热茶。",
        "“安全是天”，这句话写在井口的墙上。",
        "《安全生产法》公布以来，全矿组织了学习。",
        "（一）提高认识，加强领导。",
        "……",
        "上接集团部署，下连班组现场，全矿形成合力。",
    ],
)
def test_a_text_that_begins_as_it_should(opening: str, script: Any) -> None:
    cleaned = clean(script(f"{TITLE}\n{opening}\n{BODY}"))
    assert not cleaned.gaps
    assert "cut_head" not in cleaned.flags
