"""Sites in memory, one in the manner of each system, and a walk over a definition's lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from archive.model import Capture
from crawler.form_address import form_of, without_form
from crawler.paging import ListPage, Repeats
from crawler.site import Site
from crawler.view_states import ViewStates

HOME = "http://www.shiling.example"
PAGES, ROWS = 3, 4


@dataclass(frozen=True)
class Manner:
    """How one system addresses and links pages; lists and articles are counted from 1."""

    lists: Callable[[int], str]
    articles: Callable[[int], str]
    pager: Callable[[int], str] = lambda number: ""
    charset: str = "utf-8"


def _next(form: Callable[[int], str]) -> Callable[[int], str]:
    return lambda number: f'<a href="{form(number + 1)}">下一页</a>' if number < PAGES else ""


def _phpcms(number: int) -> str:
    return f"/index.php?m=content&c=index&a=lists&catid=60&page={number}"


MANNERS: Mapping[str, Manner] = {
    "trs": Manner(
        lambda n: "/djgz/" if n == 1 else f"/djgz/index_{n - 1}.html",
        lambda n: f"/djgz/2023{n:02}/t2023{n:02}05_{900 + n}.html",
        lambda n: f'<script>createPageHTML({PAGES}, {n - 1}, "index", "html");</script>',
    ),
    "empire": Manner(
        lambda n: "/aq/" if n == 1 else f"/aq/index_{n}.shtml",
        lambda n: f"/html/2023/{n:02}/05/{6600 + n}.shtml",
    ),
    "phpcms": Manner(
        _phpcms,
        lambda n: f"/index.php?m=content&c=index&a=show&catid=60&id={7400 + n}",
        _next(_phpcms),
        "gb18030",
    ),
    "phpcms_static": Manner(lambda n: f"/list-60-{n}.html", lambda n: f"/show-60-{7400 + n}-1.html"),
    "jeecms": Manner(
        lambda n: "/tzgg/" if n == 1 else f"/tzgg/index_{n}.jhtml", lambda n: f"/tzgg/{3760 + n}.jhtml"
    ),
    "vsb": Manner(
        lambda n: "/xwdt.htm" if n == 1 else f"/xwdt/{PAGES + 1 - n}.htm",
        lambda n: f"/info/1007/{6800 + n}.htm",
        lambda n: f'<a class="Next" href="/xwdt/{PAGES - n}.htm">下页</a>' if n < PAGES else "",
    ),
    "asp_net_address": Manner(
        lambda n: f"/news.aspx?cid=3&page={n}",
        lambda n: f"/show.aspx?id={470 + n}",
        lambda n: "".join(
            f'<a href="/news.aspx?cid=3&page={page}">{page}</a>' for page in range(1, PAGES + 1)
        ),
    ),
    "asp_net_pager": Manner(
        lambda n: "/list.aspx" if n == 1 else f"/list.aspx#__EVENTTARGET=Pager&__EVENTARGUMENT={n}",
        lambda n: f"/show.aspx?id={470 + n}",
        lambda n: (
            '<input type="hidden" name="__VIEWSTATE" value="A">'
            f"<a href=\"javascript:__doPostBack('Pager','{n + 1}')\">{n + 1}</a>"
        ),
    ),
    "n_portal": Manner(
        lambda n: "/n4/n62/index.html" if n == 1 else f"/n4/n62/index_1281_{PAGES + 1 - n}.html",
        lambda n: f"/n4/n62/c{9760 + n}/content.html",
        lambda n: f'<script>maxPageNum = {PAGES};</script><a href="index_1281_1.html">{PAGES}</a>',
    ),
    "static_lists": Manner(
        lambda n: "/news/yaowen.html" if n == 1 else f"/news/yaowen_{n}.html",
        lambda n: f"/news/2023{n:02}/05/c{1000 + n}.html",
    ),
    "glued_number": Manner(
        lambda n: "/GB/64093/index.html" if n == 1 else f"/GB/64093/index{n}.html",
        lambda n: f"/n1/2023/{n:02}05/c64093-{3110 + n}.html",
    ),
    "discuz": Manner(
        lambda n: f"/forum.php?mod=forumdisplay&fid=7&page={n}",
        lambda n: f"/forum.php?mod=viewthread&tid={440 + n}",
        _next(lambda n: f"/forum.php?mod=forumdisplay&fid=7&page={n}"),
    ),
}


class MemoryWeb:
    """Answers what a prober asks for."""

    def __init__(self, home: str, answers: Mapping[str, bytes]) -> None:
        self.home = home
        self._answers = answers
        self.asked: list[str] = []

    def answer(self, url: str, fields: Mapping[str, str] | None = None) -> bytes | None:
        """Return the body at an address; a posted form's events stand behind its path."""
        path = without_form(url).removeprefix(self.home) or "/"
        if fields is not None:
            path += "".join(f"{'&' if at else '#'}{n}={fields[n]}" for at, n in enumerate(form_of(url) or {}))
        self.asked.append(path)
        return self._answers.get(path)

    async def fetch(self, url: str, fields: Mapping[str, str] | None) -> Capture | str:
        body = self.answer(url, fields)
        if body is None:
            return "answered 404 Not Found"
        return Capture(url=without_form(url), captured_at="2026-11-01T00:00:00Z", body=body, status=200)

    def collect(self, site: Site) -> set[str]:
        """Return the addresses of all articles that a walk over the site's lists gives."""
        found: set[str] = set()
        for url in site.start:
            for page in self._walk(site, url):
                found |= {url for url in site.addresses(page) if site.kind_of(url) == "article"}
        return found

    def _walk(self, site: Site, url: str | None) -> Iterator[ListPage]:
        repeats, states = Repeats(), ViewStates()
        while url and (body := self.answer(url, states.fields(url))) is not None:
            page = ListPage(url, body.decode("utf-8" if _is_utf8(body) else "gb18030"))
            states.remember(page)
            articles = frozenset(url for url in site.addresses(page) if site.kind_of(url) == "article")
            if not articles or repeats.earlier(url, articles):
                return
            yield page
            url = site.paging.next_page(page)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


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


@pytest.fixture(params=[*MANNERS, "jpage"])
def platform_site(request: pytest.FixtureRequest) -> PlatformSite:
    """One site in the manner of each system."""
    if request.param == "jpage":
        answers, codec = dict(_jpage()), "utf-8"
    else:
        manner = MANNERS[request.param]
        answers = {manner.lists(page): _list(manner, page) for page in range(1, PAGES + 1)}
        answers |= {manner.articles(n): _article(n) for n in range(1, PAGES * ROWS + 1)}
        codec = manner.charset
    start = next(iter(answers))
    articles = frozenset(HOME + path for path, html in answers.items() if "article-box" in html)
    answers["/"] = f'<title>石岭煤矿</title><a href="{start}">党建工作</a>'
    web = MemoryWeb(HOME, {path: html.encode(codec) for path, html in answers.items()})
    return PlatformSite(web, HOME + start, articles)


@pytest.fixture
def memory_web() -> type[MemoryWeb]:
    return MemoryWeb
