"""Furniture above and under a text: taken away, and what it states kept as fields."""

from __future__ import annotations

from typing import Any

import pytest

from archive.text import clean
from tests.archive.text.news import BODY, TITLE


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("您好!歡迎來到云溪礦業網!", {"site_name": "云溪礦業網"}),
        ("您好,欢迎登录云溪集团铜山矿业有限公司官网!", {"site_name": "云溪集团铜山矿业有限公司官网"}),
        ("返回首頁|加入收藏", {}),
        ("熱門搜索", {}),
        ("内容预览:", {}),
        ("首 页 总揽 写作 煤市分析", {}),
        (
            "您的位置:云溪網>>創建活動/計劃規劃/>>正文",
            {"site_name": "云溪網", "section": "創建活動/計劃規劃"},
        ),
        ("您现在的位置：首页 > 党建 > 组织建设 > 正文", {"section": "党建/组织建设"}),
        ("企业动态 您现在的位置：首页 > 企业动态", {"section": "企业动态"}),
        ("企业动态当前位置：首页 > 新闻 > 企业动态", {"section": "新闻/企业动态"}),
        ("您现在的位置：首页 > 党建 > 浏览公文", {"section": "党建"}),
        ("当前位置: 首页 - 云溪党建 - 组织建设", {"section": "云溪党建/组织建设"}),
        ("首页 >> 新闻中心 >> 媒体报道", {"section": "新闻中心/媒体报道"}),
        ("您的位置: 首页\n新闻动态\n矿区时讯", {"section": "新闻动态/矿区时讯"}),
        ("【打印】【关闭】", {}),
        ("【字体：大 中 小】", {}),
        ("A+ A A- 打印", {}),
        ("浏览次数：2267次", {"views": 2267}),
        ("点击数：[235]", {"views": 235}),
        ("您是第 767 位读者", {"views": 767}),
        ("关键词：安全 竞赛、班组", {"keywords": "安全 竞赛 班组"}),
    ],
)
def test_above_the_title(line: str, fields: dict[str, Any]) -> None:
    cleaned = clean(f"{line}\n{TITLE}\n{BODY}")
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)
    assert {
        name: value for name, value in cleaned.fields.items() if name not in ("script", "genre")
    } == fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "作者:王小川 2010-08-11 20:15 來源:云溪礦",
            {"author": "王小川", "published_at": "2010-08-11T20:15"},
        ),
        (
            "發表時間:2006/7/8 19:12:02",
            {"published_at": "2006-07-08T19:12:02", "published_precision": "second"},
        ),
        ("[2022-04-21 16:26:46]", {"published_at": "2022-04-21T16:26:46"}),
        ("来源：云溪矿", {"source": "云溪矿"}),
        ("作者:王小川 2010-08-11 20:15\n2267", {"author": "王小川", "views": 2267}),
        ("[2022-04-21 16:26:46]\n详细说明:", {"published_at": "2022-04-21T16:26:46"}),
        (
            "发布时间:2020-05-12 点击量:1347次\n作者: 来源:云溪矿",
            {"published_at": "2020-05-12", "views": 1347, "source": "云溪矿"},
        ),
    ],
)
def test_under_the_title(line: str, fields: dict[str, Any]) -> None:
    cleaned = clean(f"{TITLE}\n{line}\n{BODY}")
    assert (cleaned.title, cleaned.body) == (TITLE, BODY)
    assert fields.items() <= cleaned.fields.items()


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ("備案號:云ICP備12034812號-2", {"icp": "云ICP備12034812號-2"}),
        ("版权所有 云溪矿业有限公司", {}),
        ("Copyright © 2010 Yunxi. All Rights Reserved", {}),
        ("公安備案號:32031102000832", {}),
        ("Powered By 云溪矿业网", {}),
        ("感謝網站之友友情技術支持", {}),
        ("使用手機軟件掃描微信二維碼\n關注我們可獲取更多熱點資訊", {}),
        ("上一篇：云溪煤矿召开例会\n下一篇：没有了", {}),
        ("相关文章\n云溪煤矿召开例会\n云溪煤矿开展培训", {}),
        ("网友评论 共0条", {}),
    ],
)
def test_under_the_text(lines: str, fields: dict[str, Any]) -> None:
    cleaned = clean(f"{TITLE}\n{BODY}\n{lines}")
    assert cleaned.body == BODY
    assert fields.items() <= cleaned.fields.items()


def test_a_printed_address_counts_beside_other_footers_only() -> None:
    address = "云溪安全网(http://yunxi.invalid)"
    alone = clean(f"{TITLE}\n{BODY}\n{address}")
    beside = clean(f"{TITLE}\n{BODY}\n{address}\n备案号:云ICP备12034812号")
    assert alone.body.endswith(address)
    assert beside.body == BODY
    assert beside.fields["claimed_url"] == "http://yunxi.invalid"


@pytest.mark.parametrize(
    "line",
    [
        "（2022年3月11日第三次会议通过）",
        "——2011年1月8日在年度工作会议上的报告",
        "二〇一一年一月八日",
        "联系人：张三 电话：0000-1234567",
        "主题词：安全 生产 通知",
        "附件：1.竞赛评分标准",
        "(太平矿 王来)",
        "技术支持和备件供应要跟上",
        "推荐信息报送要求",
        "2267",
        "内容预览:详见附件",
    ],
)
def test_lines_that_belong_to_the_text(line: str) -> None:
    assert clean(f"{TITLE}\n{line}\n{BODY}").body == f"{line}\n{BODY}"
    assert clean(f"{TITLE}\n{BODY}\n{line}").body == f"{BODY}\n{line}"


def test_furniture_words_inside_the_text_stay() -> None:
    body = f"{BODY}\n备案号：云ICP备12034812号是新网站的编号。各单位要记牢，抓紧宣传。\n{BODY}"
    assert clean(f"{TITLE}\n{body}").body == body
