from __future__ import annotations

import pytest

from archive.extract.body.phrases import announces_links, is_advert, is_button, is_foot, opens_tail

TAILS = (
    "上一篇：甲|下一條:乙|前篇：丙|后一则>丁|後一則：戊|相关新闻|相關評論|"
    "延伸阅读|擴展閱讀|推荐阅读|推薦文章|拓展阅读|热门文章|熱門推薦|最新资讯|"
    "猜你喜欢|为您推荐|給你推薦|大家都在看|看了又看|今日推荐|网友评论|網友評論|"
    "精彩评论|全部评论|用户评论|发表评论|發表評論|我要评论|我有话说|文章评论|"
    "免责声明|声明：转载此文是为了传递信息|版权声明|特别声明|郑重声明|責任編輯：甲|责任编辑：乙|（责编：丙|"
    "(责编:丁|(责任编辑：甲)|一审：甲|初审 初校：甲|编辑：戊|分享到|扫一扫|掃一掃|本文链接|打印本页|关闭窗口|"
    "【安全月总结】相关文章：|所有跟帖：|全部留言(3)|登录后发表评论|顶一下(12)|编辑｜李明|产品推荐|相關產品：|往期回顾|"
    "公司简介|關於我們|联系我们 |關閉窗口|返回顶部|■ 相关链接|　【上一篇：甲|★最新评论|"
    "本文发表于 2009年|本文发表於 2009年七月5日 09:12，分类：山居。|此文章由李明发布于|※ 来源:·青山站|--|"
    "【纠错】责任编辑：甲|[我要纠错]【责任编辑:甲】|（编辑：甲 乙）|值班编辑：甲|编发：甲|编校：甲|"
    "文章录入：甲|责 编：甲|终审：甲|"
    "责任编辑：李明　王强。|网友评论仅代表其个人看法，与本站无关。|發表評論請遵守相關規定，文明上網。|"
    "郑重声明：本站转载此文，只为传递信息。|扫一扫，用手机看更多的矿山新闻。|登录后才能发表评论，请您先登录。"
)
BUTTONS = (
    "打印|【打印】【关闭】|關閉|收藏 返回|評論|分享|复制|繁體|简体|纠错|推荐|"
    "舉報|点赞|赞|广告|字体：大 中 小|编辑|播报|更多|我要评论|发送给好友|"
    "发表评论|放大 缩小 默认|加入收藏|返回列表|返回顶部|展开全文|阅读全文|"
    "点击查看大图|當前第2/9页|1/3页|２/３页|首页 上一页 下一页 尾页|末页|"
    "【评论】【论坛】【收藏此页】【大 中 小】【打印】【关闭】|留言 Email推荐|A+ A-|[大]|［打印］|（小）|"
    "1 2 3 下一页 末页|点击图片进入下一页|顶一下|第1页 / 共4页|第 1 页 共 4 页|"
    "图集|+1|页面功能：【字体：大 中 小】【打印】【顶部】【关闭】"
)


@pytest.mark.parametrize(
    "line",
    TAILS.split("|"),
)
def test_tails(line: str) -> None:
    assert opens_tail(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "各单位要加强领导。",
            "一、提高认识",
            "安全月活动相关要求",
            "联系我们身边的实际",
            "关于我们矿的情况",
            "【纠错】机制运行一年",
            "值班领导下井带班",
            "编发简报六期",
        ),
        *(
            "责任编辑：要把好政治关，审核每一篇稿件。",
            "責任編輯負責初審，總編輯負責終審。",
            "编校：实行三审三校，差错率控制在万分之一以内；",
            "相关内容要纳入年度考核，逐项打分。",
            "推荐阅读的书目由工会确定，每季度更新一次。",
            "分享到的经验要转化为成果。”",
            "版权声明要写在刊物的扉页上。",
            "发表评论要实事求是，不得造谣传谣。",
            "扫一扫，门前的雪就没有了，文明就在身边。",
        ),
        *("本文发表于《青山矿工》", "文章发布于井口的宣传栏上，人人争读。", "日志由班长发布于班组群里"),
        *("文章发表于1958年，影响很大。", "文章发表于1958年7月5日的矿工报上"),
    ],
)
def test_no_tails(line: str) -> None:
    assert not opens_tail(line)


@pytest.mark.parametrize(
    "line",
    BUTTONS.split("|"),
)
def test_buttons(line: str) -> None:
    assert is_button(line)


@pytest.mark.parametrize(
    "line",
    [
        "各单位要加强领导。",
        "大会",
        "打印通知",
        "第1页",
        "图集展览开幕",
        "+15",
        "",
        *(mark * (58 // len(mark)) + "矿" for mark in (":", "大 ", "a+")),
    ],
)
def test_no_buttons(line: str) -> None:
    assert not is_button(line)


def test_only_some_tails_announce_links() -> None:
    assert announces_links("相關新聞：") and announces_links("【延伸阅读】")
    assert not announces_links("免责声明：本文") and not announces_links("相关部门")


def test_a_sites_foot() -> None:
    assert all(
        map(is_foot, ("青山煤矿 版權所有", "Copyright © 2003", "信息中心制作维护", "青ICP备00000000号"))
    )
    assert not any(map(is_foot, ("版权所有者已同意。", "青山煤矿信息中心", "他负责设备的制作和维护")))


@pytest.mark.parametrize("line", ["广告", "廣告：青山煤炭", "点击进入专题>>", "點擊查看安全月專題》"])
def test_adverts(line: str) -> None:
    assert is_advert(line)


@pytest.mark.parametrize("line", ["点击进入，随时学习", "开展广告宣传", "点击查看>>全文", ""])
def test_no_adverts(line: str) -> None:
    assert not is_advert(line)
