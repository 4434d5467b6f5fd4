"""Sites in memory, one in the manner of each system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.crawler.probe.hidden import HIDDEN
from tests.crawler.probe.manners import HOME, MANNERS, PAGES, ROWS, Manner
from tests.crawler.probe.memory import MemoryWeb


def _article(number: int) -> str:
    title = f"石岭煤矿第{number}采区召开安全生产月动员会"
    text = "".join(
        f"<p>矿长要求第{part}区队对照活动方案逐条落实，查出的隐患当班整改，逾期按制度考核。</p>"
        for part in range(5)
    )
    return (
        f"<title>{title}-石岭煤矿</title><h1>{title}</h1><p>来源：宣传科 发布时间：2023-05-{number:02}</p>"
        f'<div class="article-box">{text}</div>'
    )


def _link(path: str, number: int) -> str:
    return f"<a href='{path}'>石岭煤矿第{number}采区召开动员会</a>"


def _list(manner: Manner, page: int) -> str:
    numbers = range((page - 1) * ROWS + 1, page * ROWS + 1)
    rows = "".join(f"<li>{_link(manner.articles(n), n)}<span>2023-05-{n:02}</span></li>" for n in numbers)
    return f'<title>党建工作-石岭煤矿</title><p><a href="/">首页</a></p><ul>{rows}</ul>{manner.pager(page)}'


def _jpage() -> Iterator[tuple[str, str]]:
    """The list holds the first rows; its proxy answers all."""
    total = PAGES * ROWS
    proxy = "/module/web/jpage/dataproxy.jsp"
    paths = {number: f"/art/2023/5/{number}/art_117_{number}.html" for number in range(1, total + 1)}
    rows = [
        f"<record><![CDATA[<li>{_link(path, number)}2023-05-{number:02}</li>]]></record>"
        for number, path in paths.items()
    ]
    store = f"<script type='text/xml'><nextgroup><![CDATA[<a href=\"{proxy}?unitid=7\"></a>]]></nextgroup>"
    yield "/col/col117/index.html", f"<title>党建-石岭煤矿</title>{store}{''.join(rows[:ROWS])}</script>"
    answer = f"<?xml version='1.0'?><datastore><totalrecord>{total}</totalrecord>{''.join(rows)}</datastore>"
    yield f"{proxy}?startrecord=1&endrecord=75&perpage=25#unitid=7", answer
    yield from ((path, _article(number)) for number, path in paths.items())


@dataclass(frozen=True)
class PlatformSite:
    """A site in memory, its first list, and the addresses of all its articles."""

    web: MemoryWeb
    start: str
    articles: frozenset[str]


@pytest.fixture(params=[*MANNERS, *HIDDEN, "jpage"])
def platform_site(request: pytest.FixtureRequest) -> PlatformSite:
    """One site in the manner of each system."""
    if request.param == "jpage":
        answers, codec = dict(_jpage()), "utf-8"
    elif request.param in HIDDEN:
        hidden, codec = HIDDEN[request.param], "utf-8"
        answers = hidden.lists() | {hidden.articles(n): _article(n) for n in range(1, PAGES * ROWS + 1)}
    else:
        manner = MANNERS[request.param]
        answers = {manner.lists(page): _list(manner, page) for page in range(1, PAGES + 1)}
        answers |= {manner.articles(n): _article(n) for n in range(1, PAGES * ROWS + 1)}
        codec = manner.charset
    start = next(iter(answers))
    articles = frozenset(HOME + path for path, html in answers.items() if "article-box" in html)
    answers["/"] = f'<title>石岭煤矿</title><a href="{start}">党建工作</a>'
    web = MemoryWeb(HOME, {path: html.encode(codec) for path, html in answers.items()})
    return PlatformSite(web, start, articles)
