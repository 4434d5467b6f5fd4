"""Which of a page's dates is the one on which it was published, over many layouts."""

from __future__ import annotations

import pytest

from archive.extract import extract

URL = "http://www.qingshan.example/a/1.htm"
H = "<h1>青山煤矿开展安全月活动</h1>"
P = (
    "<p>六月以来，矿党委精心组织，周密部署，掀起活动热潮。</p><p>2009年5月1日，各区队积极响应，取得实效。</p>"
    "<p>会上，矿长要求各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。</p>"
)
SIGNED = "<p align=right>青山煤矿党委</p><p align=right>2010年5月28日</p>"
CLOCK = "<div>今天是2026年11月21日 星期六</div>"
LIST = "".join(f"<li><a href={n}.htm>安全例会第{n}次召开</a> 2012-08-{n:02}</li>" for n in range(10, 19))


def _meta(name: str, content: str, kind: str = "name") -> str:
    return f"<meta {kind}='{name}' content='{content}'>"


def _ld(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


BYLINES = [
    "发布时间：2010-06-03",
    "发布日期：2010年6月3日 来源：宣传科",
    "来源：宣传科　　2010-6-3 9:12:05",
    "2010/06/03",
    "[2010-06-03]",
    "（2010年06月03日）",
    "２０１０年６月３日　来源：宣传科",
    "２０１０－０６－０３",
    "发布时间：6/3/2010 9:23:57 AM",
    "Posted on June 3, 2010 9:12 am",
    "June 3rd, 2010",
    "Thursday, June 3rd, 2010 10:56 am",
    "3 June 2010",
    "3-Jun-2010",
    "星期四, 03 六月 2010 09:12",
    "六月 3rd, 2010",
    "民國99年6月3日 來源：宣傳科",
    "[ 作者：王山 ] [ 发布时间：10年6月3日 ]",
    "发布时间：[2010/06/03] 浏览：[31]次",
    "日期：10-06-03",
    "时间：2010.06.03 浏览：12次",
    "更新时间：2010-06-03 点击数：5",
    "青山矿业网 2010/6/3 15:14:07 头条",
    "作者：王山 发表于 2010-06-03 11:46",
    "成文日期：2010年05月28日 发布日期：2010年06月03日",
    "发布日期：2010年06月03日 成文日期：2010年05月28日 文号：青矿〔2010〕8号",
    "发文日期：2010年05月28日　公开日期：2010年06月03日",
    "生成日期：2010-05-28 发布时间：2010-06-03 09:00",
    "更新时间：2011-01-01 发布时间：2010-06-03",
    "发布时间：2010-06-03 最后更新：2011-01-01",
    "发布时间：2010-06-03 更新时间：2011-01-01",
    "更新时间：2010-06-03 成文日期：2010-05-28",
    "2010—06—03 来源：宣传科",
    "2010–06–03",
    "发布时间：20100603",
    "Posted on 2010-06-03 09:12 老石头 阅读(23) 评论(0)",
]


@pytest.mark.parametrize("byline", BYLINES)
@pytest.mark.parametrize("around", ["", CLOCK])
def test_bylines(byline: str, around: str) -> None:
    page = (
        f"<html><body>{around}{H}<div class=info>{byline}</div><div class=zw>{P}{SIGNED}</div></body></html>"
    )
    assert (extract(page.encode(), URL).published_at or "")[:10] == "2010-06-03"


LAYOUTS = {
    "above the title": f"<div class=info>2010-06-03 09:12</div>{H}<div class=zw>{P}</div>",
    "below the text": f"{H}<div class=zw>{P}</div><div>发布时间：2010-06-03 阅读：12</div>",
    "posted, below": f"{H}<div class=zw>{P}</div><div>来自客户端 1楼 2010-06-03 09:12 回复(8)</div>",
    "printed, below": f"{H}<div class=zw>{P}</div><div>（2010-06-03 发布）</div>",
    "in a blog": f"{H}<p>Posted by Old Stone on 2010年6月3日 in <a href=/c/>矿区的早晨</a> | "
    f"<a href=#c>7 Comments</a></p><div>{P}</div>",
    "in a cell beside": f"<table><tr><td>{H}</td></tr><tr><td>来源：宣传科</td><td>2010-06-03</td></tr>"
    f"<tr><td colspan=2>{P}</td></tr></table>",
    "key and value in cells": f"{H}<table><tr><td>发布日期</td>"
    "<td>2010-06-03</td></tr></table><div>{P}</div>",
    "information table": "<table><tr><td>索 引 号：</td>"
    "<td>000/2010-8</td><td>成文日期：</td><td>2010年05月28日</td></tr>"
    f"<tr><td>发文机关：</td><td>矿党委</td><td>发布日期：</td>"
    f"<td>2010年06月03日</td></tr></table>{H}<div>{P}</div>",
    "information list": "<ul><li><b>成文日期：</b>2010年05月28日</li>"
    "<li><b>发布日期：</b>2010年06月03日</li></ul>"
    f"{H}<div class=zw>{P}</div>",
    "clock before": f"{CLOCK}{H}<div>来源：宣传科 2010-06-03</div><div class=zw>{P}</div>",
    "clock after": f"{H}<div>来源：宣传科 2010-06-03</div><div class=zw>{P}</div>{CLOCK}",
    "clock and meta": f"{CLOCK}{_meta('PubDate', '2010-06-03')}{H}<div class=zw>{P}</div>",
    "list beside": f"<ul>{LIST}</ul>{H}<p>2010-06-03</p><div class=zw>{P}</div><ul>{LIST}</ul>",
    "list and no byline": f"{_meta('publishdate', '2010-06-03')}<ul>{LIST}</ul>{H}<div class=zw>{P}</div>",
    "comments": f"{H}<p>2010-06-03 09:12</p><div class=zw>"
    "{P}</div><div class=pl>网友 2011-02-02 说：好</div>",
    "time element": f"{H}<time datetime='2010-06-03T09:12:00+08:00'>昨天</time><div class=zw>{P}</div>",
    "time itemprop": f"{H}<span itemprop=datePublished content='2010-06-03'>上月</span>"
    "<div class=zw>{P}</div>",
    "time itemprop in text": f"{H}<div itemprop=datePublished>2010-06-03</div><div class=zw>{P}</div>",
    "json-ld": _ld('{"@type":"NewsArticle","datePublished":"2010-06-03T09:12:00"}') + f"{H}<div>{P}</div>",
    "json-ld in a graph": _ld('{"@graph":[{"@type":"WebSite"},{"datePublished":"2010-06-03"}]}')
    + f"{H}<div>{P}</div>",
    "json-ld broken by breaks": _ld('{"headline":"a\nb","datePublished":"2010-06-03"}')
    + f"{H}<div>{P}</div>",
    "json-ld zone": _ld('{"datePublished":"2010-06-02T20:00:00Z"}') + f"{H}<div>{P}</div>",
    "og": f"{_meta('article:published_time', '2010-06-03T09:12:00+08:00', 'property')}{H}<div>{P}</div>",
    "meta modified too": f"{_meta('lastmodified', '2011-01-01')}{_meta('pubdate', '2010-06-03')}{H}<div>"
    "{P}</div>",
    "split over elements": f"{H}<div><span>发布时间：</span>"
    "<em>2010</em>-<em>06</em>-<em>03</em></div><div>{P}</div>",
    "day and month apart": f"{H}<div>日期：<b>2010年</b> <b>6月3日</b></div><div class=zw>{P}</div>",
    "only signed": f"{_meta('pubdate', '2010-06-03')}{H}<div class=zw>{P}{SIGNED}</div>",
    "script variable": f"<script>var pubtime = '2010-06-03 09:12:00';</script>{H}<div class=zw>{P}</div>",
    "script stamp": f"<script>var ct = '1275527520';</script>{H}<div class=zw>{P}</div>",
    "stamp in a state": f'<script>x = {{"publish_time":1275527520000}}</script>{H}<div class=zw>{P}</div>',
    "meta stamp": f"{_meta('article:published_time', '1275527520', 'property')}{H}<div class=zw>{P}</div>",
    "meta without marks": f"{_meta('PubDate', '20100603')}{H}<div class=zw>{P}</div>",
    "posted with counts, below": f"{H}<div class=zw>{P}</div>"
    "<p>posted @ 2010-06-03 09:12 老石头 阅读(235) 评论(3) 收藏</p>",
    "behind words": f"{H}<p>老石头 <em>发表于 <span title='2010-6-3 09:12:05'>3 天前</span></em></p>"
    f"<div>{P}</div>",
    "a board's member": f"{H}<dl><dt>注册时间</dt><dd>2007-3-1</dd></dl>"
    f"<p>发表于 2010-6-3 21:33</p><div>{P}</div>",
    "copyright year": f"{H}<p>2010-06-03</p><div class=zw>{P}</div><div class=foot>版权所有 2005-2026</div>",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(layout: str) -> None:
    page = f"<html><body>{layout}</body></html>"
    assert (extract(page.encode(), URL).published_at or "")[:10] == "2010-06-03"


@pytest.mark.parametrize(
    "layout",
    [
        f"{H}<div class=zw>{P}</div>",
        f"{CLOCK}{H}<div class=zw>{P}</div>",
        f"<div>2026-11-21 星期六 农历十月十三</div>{H}<div class=zw>{P}</div>",
        f"<ul>{LIST}</ul>{H}<div class=zw>{P}</div><ul>{LIST}</ul>",
        f"{H}<div class=zw>{P}{SIGNED}</div>",
        f"{H}<div class=zw>{P}</div><div class=pl>网友 2011-02-02 发表于河北</div>",
        f"{H}<div class=zw>{P}</div><div>李明 2011-02-02 09:12</div>",
        f"{H}<div class=zw>{P}</div><div>2楼 2011-02-02 09:12 回复</div>",
        f"{H}<div class=zw>{P}</div><div>青山煤矿 2011年2月2日</div>",
        f"{H}<div class=zw><span title='2011年2月2日的会议'>会议</span>{P}</div>",
        f"{H}<div>编号：20110202</div><div class=zw>{P}</div>",
        f"{H}<div>本页最后修改于2011年1月1日</div><div class=zw>{P}</div>",
        f"{H}<dl><dt>注册时间</dt><dd>2007-3-1</dd></dl><div class=zw>{P}</div>",
        f"{H}<dl><dt>最后登录：</dt><dd>2011-3-1</dd></dl><div class=zw>{P}</div>",
    ],
)
def test_no_date_rather_than_a_wrong_one(layout: str) -> None:
    assert extract(f"<html><body>{layout}</body></html>".encode(), URL).published_at is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/202504/t20250428_3508671.html", "2025-04-28"),
        ("/newshtml/2019-12-26/594223.shtml", "2019-12-26"),
        ("/html/2023/04/30/660719.shtml", "2023-04-30"),
        ("/2019/03/01/ARTI1551412345678901.shtml", "2019-03-01"),
        ("/n1/2019/0611/c64094-31130216.html", "2019-06-11"),
        ("/c/2025-12-22/8689963.shtml", "2025-12-22"),
        ("/news/201903/01/c100702.html", "2019-03-01"),
        ("/32841/201901/18/190118124637372.shtml", "2019-01-18"),
        ("/html/a/b/2026/0908/61959.htm", "2026-09-08"),
        ("/html/2010-06/03/content_12.htm", "2010-06-03"),
        ("/info/1009/47856.htm", None),
        ("/fanwen/zj/162221415538512.htm", None),
        ("/n2588025/n2588124/c9767336/content.html", None),
        ("/show.asp?id=20191301", None),
    ],
)
def test_addresses(path: str, day: str | None) -> None:
    page = f"<html><body>{H}<div class=zw>{P}</div></body></html>"
    assert extract(page.encode(), f"http://www.qingshan.example{path}").published_at == day


@pytest.mark.parametrize(
    "badge",
    [
        "<div><strong>03</strong><span>2010-06</span></div>",
        "<div><p>03</p><p>2010/06</p></div>",
        "<div><b>2010</b><span>06-03</span></div>",
        "<div><p>3日</p><p>2010年6月</p></div>",
    ],
)
@pytest.mark.parametrize("page", ["{badge}{title}{text}", "{title}{badge}{text}"])
def test_a_badge_prints_the_date_in_two_sizes(badge: str, page: str) -> None:
    got = extract(page.format(badge=badge, title=H, text=f"<div>{P * 3}</div>").encode(), URL)
    assert (got.published_at, got.origins["published_at"]) == ("2010-06-03", "byline")


@pytest.mark.parametrize(
    "other", ["<p>03</p><p>青山</p>", "<p><a href=1>03</a></p><p>2010-06</p>", "<p>39</p><p>2010-06</p>"]
)
def test_other_numbers_beside_a_title_are_no_badge(other: str) -> None:
    assert extract(f"{H}{other}<div>{P * 3}</div>".encode(), URL).published_at is None
