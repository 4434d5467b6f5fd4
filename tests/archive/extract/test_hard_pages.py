"""Real layouts with the traps of each platform, invented text: what must come out and what must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archive.extract import extract
from archive.model import Extraction

A = "六月三日，青山煤矿召开安全生产月动员大会，矿领导、各区队负责人和职工代表共三百余人参加。"
B = "会议要求，各单位要加强领导，落实责任，把隐患排查治理贯穿于活动全过程，确保取得实效。"
C = "机电科结合实际制定了检修计划，对主提升、主通风、主排水系统逐台检查，整改问题二十一条。"
D = "下一步，该矿将继续完善长效机制，强化现场管理，努力实现全年安全生产目标。"
LEAK = "这一句是别处的话，不属于正文，出现在结果里就是错误，读者不应当看到它。"
H = "青山煤矿召开安全生产月动员大会"
NAV = "".join(f"<li><a href=/c{n}/>栏目{n}</a></li>" for n in range(12))
MORE = "".join(
    f"<li><a href=/a/{n}.htm>青山煤矿第{n}次安全例会顺利召开</a><span>06-{n:02}</span></li>"
    for n in range(1, 9)
)
INFO = "来源：宣传科　作者：王山　发布时间：2010-06-03"
ABCD = (A, B, C, D)


def _p(*lines: str) -> str:
    return "".join(f"<p>　　{line}</p>" for line in lines)


def _br(*lines: str) -> str:
    return "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in lines)


PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "TRS, style sheet in the text": (
        f"<ul>{NAV}</ul><div class=biaoti>{H}</div><div class=info>{INFO}</div>"
        f"<div class=TRS_Editor><style>.TRS_Editor P{{margin:0}}</style>"
        f"{_p(*ABCD)}</div><div>{LEAK[:9]}</div>",
        ABCD,
    ),
    "VSB, clicks and attachments": (
        f"<h1>{H}</h1><div>{INFO} 点击：<script>_showDynClicks()</script>"
        f"</div><div class=v_news_content>{_p(*ABCD)}</div>"
        f"<p>附件【<a href=/a.doc>统计表.doc</a>】已下载8次</p>"
        f"<p>上一条：<a href=1>旧闻</a></p><ul>{MORE}</ul>",
        ABCD,
    ),
    "EmpireCMS, byline in the text": (
        f"<ul>{NAV}</ul><h1>{H}</h1><div class=newsShow_cont><p>"
        f"{INFO}</p>{_p(*ABCD)}</div><h3>相关文章</h3><ul>{MORE}</ul>",
        ABCD,
    ),
    "EmpireCMS, list within the text": (
        f"<h1>{H}</h1><div class=newsShow_cont>{_p(A, B)}<div class=tuijian>"
        f"<ul>{MORE}</ul></div>{_p(C, D)}</div>",
        ABCD,
    ),
    "PHPCMS, table of results": (
        f"<h1>{H}<br><span>2010-06-03 09:12:05 来源：宣传科</span></h1><div class=content>{_p(A, B)}<table>"
        f"<tr><td>单位</td><td>隐患</td></tr><tr><td>机电科</td><td>二十一</td></tr></table>{_p(D)}</div>",
        (A, B, "单位隐患", "机电科二十一", D),
    ),
    "JPage, print widget": (
        f"<table><tr><td>{H}</td></tr><tr><td>{INFO} 字体：[<a>大</a> <a>中</a> <a>小</a>]</td></tr>"
        f"<tr><td><div id=zoom>{_p(*ABCD)}</div></td></tr><tr>"
        f"<td>【<a>打印本页</a>】【<a>关闭窗口</a>】</td></tr></table>",
        ABCD,
    ),
    "Discuz, jammers and replies": (
        f"<h1>{H}</h1><div class=t_f>{A}<font class=jammer>复制网</font>"
        f"<br>{B}<span style='display:none'>防盗</span><br>{C}"
        f"</div><div class=t_f>{B[:20]}</div>",
        (A, B, C),
    ),
    "ASP, nested tables": (
        f"<table><tr><td><table>"
        f"{''.join(f'<tr><td><a href={n}>栏目{n}</a></td></tr>' for n in range(9))}</table></td>"
        f"<td><table><tr><td align=center><b>{H}</b></td>"
        f"</tr><tr><td>2010-6-3 9:12:05 浏览次数：316</td></tr>"
        f"<tr><td>{_br(*ABCD)}</td></tr></table></td></tr></table><p>版权所有</p>",
        ABCD,
    ),
    "people's site, editor and related": (
        f"<div class=text_title><h1>{H}</h1><div>2010年06月03日09:12 来源：<a href=/>青山报</a></div></div>"
        f"<div id=rwb_zw class=box_con>"
        f"{_p(*ABCD)}<div class=edit>(责编：王山、李川)</div></div><ul>{MORE}</ul>",
        ABCD,
    ),
    "press, sharing inside": (
        f"<div class=text-article><h1>{H}</h1><div class=article-details>"
        f"<span class=date>2010-06-03 09:12:05</span></div>"
        f"<div class=content>{_p(*ABCD)}<div class=share>分享到：<a>微信</a>"
        f"<a>微博</a></div></div></div><ul>{MORE}</ul>",
        ABCD,
    ),
    "ASP.NET, byline in a row": (
        f"<form><table><tr><td>{H}</td></tr><tr><td>煤炭网</td>"
        f"<td>2010/6/3 15:14:07</td><td>头条</td></tr></table>"
        f"<div id=txt>{_p(*ABCD)}</div><div>上一篇：<a href=1>旧</a> 下一篇：<a href=2>新</a></div></form>",
        ABCD,
    ),
    "state portal, code to scan": (
        f"<div class=zsy_cotitle>{H}<p>文章来源：宣传科　发布时间：2010-06-03</p>"
        f"</div><div class=zsy_comain>{_p(*ABCD)}"
        f"<div id=qr_container style='display:none'>"
        f"{LEAK}</div></div><div>【打印】【关闭】扫一扫在手机打开当前页</div>",
        ABCD,
    ),
    "party site, time in a tag": (
        f"<h1 class=big_title>{H}</h1><i class=time>发布时间：2010年06月03日 09:12</i>"
        f"<div class=word><h2>一、动员</h2>{_p(A, B)}"
        f"<h2>二、检查</h2>{_p(C, D)}</div><div class=foot>{LEAK}</div>",
        ("一、动员", A, B, "二、检查", C, D),
    ),
    "essay mill, adverts between": (
        f"<h1>{H}</h1><div class=con>{_p(A)}<div class=ads><a href=/x>广告：安全培训</a>"
        f"</div>{_p(B)}<script>ad()</script>{_p(C, D)}</div>"
        f"<div>猜你喜欢</div><ul>{MORE}</ul>",
        ABCD,
    ),
    "newspaper, lines above and below the title": (
        f"<div id=pretitle>安全生产月特别报道</div><h1 id=ctitle>{H}</h1>"
        f"<h2>——青山煤矿纪实</h2><div id=ccontent>{_p(*ABCD)}</div>",
        ABCD,
    ),
    "one CMS for all units, crumbs a line each": (
        f"<div>您的位置: <a>首页</a></div><div>新闻动态</div><h3>"
        f"{H}</h3><div>作者: 张山 丁川 发布日期: 2010年6月3日 来源: 青山煤矿</div>"
        f"<div class=nr>{_p(A)}<p><img src=DSC04940.jpg></p>{_p(B, C, D)}</div>",
        ABCD,
    ),
    "hidden scraps in every line": (
        f"<h1>{H}</h1><div class=zw>"
        f"{_br(*(x + '<span style=font-size:0px>本文来自青山网</span>' for x in ABCD))}</div>",
        ABCD,
    ),
    "notice with items and signature": (
        f"<h1>关于开展活动的通知</h1><div class=con><p>各单位：</p>{_p(B)}<ol><li>{C}</li><li>{D}</li></ol>"
        "<p align=right>青山煤矿</p><p align=right>2010年6月3日</p></div>",
        ("各单位：", B, C, D, "青山煤矿", "2010年6月3日"),
    ),
    "phone page": (
        f"<header><a>返回</a></header><h1>{H}</h1><p>宣传科 2010-06-03</p>"
        f"<article>{_p(*ABCD)}</article><div>展开全文</div>"
        f"<section class=recommend><h3>推荐阅读</h3><ul>{MORE}</ul></section>",
        ABCD,
    ),
    "unclosed tags and capitals": (
        f"<TABLE><TR><TD CLASS=title>{H}<TR><TD>{INFO}<TR><TD><P>{A}<P>{B}<P>{C}<P>{D}</TABLE><HR>青山煤矿",
        ABCD,
    ),
}


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[Extraction, str]]:
    head = f"<head><title>{H}_青山煤矿</title></head>"
    return {
        name: (
            extract(
                f"<html>{head}<body>{body}</body></html>".encode("gb18030"), "http://qingshan.example/a/1.htm"
            ),
            "\n".join(gold),
        )
        for name, (body, gold) in PAGES.items()
    }


def test_text(readings: dict[str, tuple[Extraction, str]], gram_f1: Callable[[str, str], float]) -> None:
    scores = {name: gram_f1(got.text, right) for name, (got, right) in readings.items()}
    assert {name: score for name, score in scores.items() if score < 0.9} == {}
    assert sum(scores.values()) / len(scores) >= 0.98


def test_order_and_kind(readings: dict[str, tuple[Extraction, str]]) -> None:
    for got, _ in readings.values():
        places = [got.text.find(line[:12]) for line in ABCD if line[:12] in got.text]
        assert places == sorted(places)
        assert (got.kind, LEAK in got.text) == ("article", False)
