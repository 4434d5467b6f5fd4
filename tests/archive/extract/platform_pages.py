"""Pieces of pages as the platforms print them, and what a page made of them is taken for."""

from __future__ import annotations

from archive.extract import extract
from archive.model import PageKind

HOST = "http://www.qingshan.example"
SENTENCE = "矿党委要求，各单位要加强领导，落实责任，确保活动取得实效，不断把工作推向深入。"
PROSE = f"<p>{SENTENCE}</p><p>会上，{SENTENCE}</p><p>{SENTENCE}</p>"
NAV = "<div class=nav>" + "".join(f"<a href='/{n}/'>栏目{n}</a>" for n in range(30)) + "</div>"
FOOT = "<div class=footer>版权所有：青山矿业集团　地址：青山市安全路8号　ICP备12345678号</div>"
TRS = "<li><a href='./202004/t2020040{n}_35{n}.html'>{title}</a><span>{date}</span></li>"
ASP = "<tr><td>·</td><td><a href='Show.asp?id={n}'>{title}</a></td><td>[{date}]</td></tr>"
EMPIRE = "<li><h2><a href='/html/{n}.html'>{title}</a></h2><p>矿党委要求，各单位要加强领导……</p></li>"
CARDS = (
    "<div class=card><a href='/news/{n}'><h3>{title}</h3><p>矿党委要求加强领导...</p><i>{date}</i></a></div>"
)
DATE_FIRST = "<dd><em>{date}</em> <a href='c{n}/content.html'>{title}</a></dd>"
PAGER = "<div class=page>共1页 首页 上一页 <a href='index_2.html'>下一页</a> 尾页</div>"


def items(count: int, form: str) -> str:
    return "".join(
        form.format(n=n, title=f"青山煤矿第{n}次安全例会顺利召开", date=f"2010-06-{n:02}")
        for n in range(1, count + 1)
    )


def kind_at(path: str, source: str) -> PageKind:
    page = f"<html><head><title>青山矿业网</title></head><body>{source}</body></html>"
    return extract(page.encode(), HOST + path).kind
