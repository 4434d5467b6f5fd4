"""Which of a site's lists a proposal names."""

from __future__ import annotations

import json

import pytest

from archive.errors import CallError
from archive.extract.rules import SiteRules
from crawler.probe.doubts import doubts_of
from tests.crawler.probe.memory import MemoryWeb

HOME = "http://x.example"
MENU = "<title>石岭煤矿</title><a href='/xw/'>矿区新闻</a><a href='/cp/'>产品展示</a>"
TEXT = "<p>矿长要求各区队对照活动方案逐条落实，查出的隐患当班整改，逾期按制度考核。</p>" * 3


def _article(title: str, date: str = "") -> str:
    head = f"<div class='titlestyle1969'>{title}</div><p class='authorstyle1969'>{date} 来源：宣传科</p>"
    return f"<title>{title}-石岭煤矿</title>{head}<div class='text'>{TEXT}</div>"


NEWS = "".join(f"<li><a href='/xw/{n}.htm'>石岭煤矿第{n}采区召开动员会</a> 05-0{n}</li>" for n in range(1, 7))
PRODUCTS = "".join(f"<li><a href='/cp/{n}.htm'>石岭煤矿{n}号精洗无烟煤块</a></li>" for n in range(1, 7))
ARTICLES = {f"/xw/{n}.htm": _article(f"石岭煤矿第{n}采区召开动员会", "2023-05-01 8:30") for n in range(1, 7)}


def _with_products(date: str) -> MemoryWeb:
    """A list of dated news, and a list of products without dates, whose pages print `date`."""
    pages = {f"/cp/{n}.htm": _article(f"石岭煤矿{n}号精洗无烟煤块", date) for n in range(1, 7)}
    lists = {"/": MENU, "/xw/": MENU + NEWS, "/cp/": MENU + PRODUCTS}
    return MemoryWeb(HOME, lists | ARTICLES | pages)


def test_a_list_of_what_has_no_date_is_left_out_beside_lists_with_dates() -> None:
    proposal = _with_products("").proposal()
    assert proposal.start == (f"{HOME}/xw/",)
    assert proposal.article == r"/xw/\d+\.htm"
    assert f"{HOME}/cp/ was left out: what it lists prints no date" in doubts_of(proposal)


def test_a_list_without_dates_counts_where_its_articles_have_them() -> None:
    proposal = _with_products("2023-05-02").proposal()
    assert proposal.start == (f"{HOME}/xw/", f"{HOME}/cp/")


def test_a_box_named_with_the_number_of_its_component_is_named_without() -> None:
    rules = _with_products("").proposal().rules
    assert rules == SiteRules(body=".text", title="[class^=titlestyle]", byline="[class^=authorstyle]")


def test_the_box_of_the_text_may_be_named_above_a_table() -> None:
    table = f"<div class='content'><table><tbody><tr><td>{TEXT}</td></tr></tbody></table></div>"
    pages = {path: page.replace(f"<div class='text'>{TEXT}</div>", table) for path, page in ARTICLES.items()}
    rules = MemoryWeb(HOME, {"/": MENU, "/xw/": NEWS} | pages).proposal().rules
    assert rules is not None
    assert rules.body == ".content"


@pytest.mark.parametrize(
    ("home", "leads_on"),
    [
        ("<script>window.location.href = '/cms/';</script>", True),
        ("<meta HTTP-EQUIV=Refresh content='0; url=/cms/'>", True),
        ("<script>if (isPhone) location.href = '/cms/';</script><a href='/m/'>石岭煤矿</a>", False),
        ("<meta http-equiv='refresh' content='600'><p>建设中</p>", False),
    ],
)
def test_a_home_page_may_only_lead_on(home: str, leads_on: bool) -> None:
    web = MemoryWeb(HOME, {"/": home, "/cms/": "<a href='/xw/'>矿区新闻</a>", "/xw/": NEWS} | ARTICLES)
    if leads_on:
        assert web.proposal().start == (f"{HOME}/xw/",)
    else:
        with pytest.raises(CallError, match="No list of articles"):
            web.proposal()


def _filled(folder: str, asked: str) -> str:
    return (
        f"<script>$.getJSON({asked}, function (d) {{"
        f" h += '<a href=\"/{folder}/' + d.rows[i].id + '.htm\">'; }});</script>"
    )


ROWS = json.dumps({"rows": [{"id": n, "title": f"石岭煤矿第{n}采区召开动员会"} for n in range(1, 7)]})


def test_the_lists_of_channels_may_be_filled_by_scripts() -> None:
    channel = _filled("xw", "'json.xml?t=' + Math.random()")
    lists = {"/": MENU, "/xw/": channel, "/xw/json.xml": ROWS, "/cp/": channel}
    web = MemoryWeb(HOME, lists | ARTICLES)
    proposal = web.proposal()
    assert proposal.start == (f"{HOME}/xw/json.xml",)
    assert web.collect(proposal.site) == {f"{HOME}{path}" for path in ARTICLES}


def test_the_list_of_a_channel_may_go_on_by_a_script() -> None:
    loads = (
        "<script>var p = 1; more.onclick = function () { p++; $.post('/xw/more', {page: p}, add); };</script>"
    )
    older = NEWS.replace("/xw/", "/xw/2")
    lists = {"/": MENU, "/xw/": NEWS + loads, "/xw/more#page=1": NEWS, "/xw/more#page=2": older}
    articles = ARTICLES | {f"/xw/2{path[4:]}": page for path, page in ARTICLES.items()}
    web = MemoryWeb(HOME, lists | articles)
    proposal = web.proposal()
    assert web.collect(proposal.site) == {f"{HOME}{path}" for path in articles}
    assert "set `paging`" not in " ".join(doubts_of(proposal))


def test_a_script_that_loads_no_list_changes_nothing() -> None:
    counter = "<script>$.get('/hits?id=7', show);</script>"
    lists = {"/": MENU, "/xw/": NEWS + counter, "/hits?id=7": "316"}
    proposal = MemoryWeb(HOME, lists | ARTICLES).proposal()
    assert proposal.start == (f"{HOME}/xw/",)
    assert [doubt for doubt in doubts_of(proposal) if "paging" in doubt]


def test_a_second_form_of_hidden_articles_is_told_and_not_guessed() -> None:
    lists = {"/": MENU, "/xw/rows": ROWS, "/cp/rows": ROWS}
    lists |= {f"/{folder}/": _filled(folder, "'rows'") for folder in ("xw", "cp")}
    proposal = MemoryWeb(HOME, lists | ARTICLES).proposal()
    assert proposal.start == (f"{HOME}/xw/rows",)
    assert f"{HOME}/cp/ makes other addresses of its rows: it needs a file of its own" in doubts_of(proposal)
