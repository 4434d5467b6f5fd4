"""Which of a site's lists a proposal names."""

from __future__ import annotations

import json
from typing import Any

from archive.extract.rules import SiteRules
from crawler.probe.doubts import doubts_of
from crawler.probe.site_file import source_of
from tests.crawler.probe.memory import MemoryWeb

HOME = "http://x.example"
MENU = "<title>石岭煤矿</title><a href='/xw/'>矿区新闻</a><a href='/cp/'>产品展示</a>"
TEXT = "<p>矿长要求各区队对照活动方案逐条落实，查出的隐患当班整改，逾期按制度考核。</p>" * 3


def _article(title: str, date: str = "") -> str:
    head = f"<div class='titlestyle1969'>{title}</div><p class='authorstyle1969'>{date} 来源：宣传科</p>"
    return f"<title>{title}-石岭煤矿</title>{head}<div class='text'>{TEXT}</div>"


def _site(date_of_products: str) -> MemoryWeb:
    """A list of dated news, and one of products without dates."""
    news = "".join(
        f"<li><a href='/xw/{n}.htm'>石岭煤矿第{n}采区召开动员会</a> 05-0{n}</li>" for n in range(1, 7)
    )
    products = "".join(f"<li><a href='/cp/{n}.htm'>石岭煤矿{n}号精洗无烟煤块</a></li>" for n in range(1, 7))
    answers = {"/": MENU, "/xw/": MENU + news, "/cp/": MENU + products}
    answers |= {
        f"/xw/{n}.htm": _article(f"石岭煤矿第{n}采区召开动员会", "2023-05-01 8:30") for n in range(1, 7)
    }
    answers |= {f"/cp/{n}.htm": _article(f"石岭煤矿{n}号精洗无烟煤块", date_of_products) for n in range(1, 7)}
    return MemoryWeb(HOME, answers)


def test_a_list_of_what_has_no_date_is_left_out_beside_lists_with_dates() -> None:
    proposal = _site("").proposal()
    assert proposal.start == (f"{HOME}/xw/",)
    assert proposal.article == r"/xw/\d+\.htm"
    assert f"{HOME}/cp/ was left out: what it lists prints no date" in doubts_of(proposal)


def test_a_list_without_dates_counts_where_its_articles_have_them() -> None:
    proposal = _site("2023-05-02").proposal()
    assert proposal.start == (f"{HOME}/xw/", f"{HOME}/cp/")


def test_a_box_named_with_the_number_of_its_component_is_named_without() -> None:
    rules = _site("").proposal().rules
    assert rules == SiteRules(body=".text", title="[class^=titlestyle]", byline="[class^=authorstyle]")


def test_the_lists_of_channels_may_be_filled_by_scripts() -> None:
    script = (
        "<script>$.getJSON('json.xml?t=' + Math.random(), function (d) {"
        " h += '<a href=\"/xw/' + d.rows[i].id + '.htm\">'; });</script>"
    )
    rows = [{"id": n, "title": f"石岭煤矿第{n}采区召开动员会"} for n in range(1, 6)]
    answers = {"/": MENU, "/xw/": script, "/xw/json.xml": json.dumps({"rows": rows}), "/cp/": script}
    web = MemoryWeb(HOME, answers | {f"/xw/{n}.htm": _article("动员会", "2023-05-01") for n in range(1, 6)})
    proposal = web.proposal()
    assert proposal.start == (f"{HOME}/xw/json.xml",)
    assert web.collect(proposal.site) == {f"{HOME}/xw/{n}.htm" for n in range(1, 6)}


def test_a_second_form_of_hidden_articles_is_told_and_not_guessed() -> None:
    script = "<script>$.get('rows', f); h += '<a href=\"/{0}/' + d.rows[i].id + '.htm\">';</script>"
    rows = json.dumps([{"id": n, "title": f"石岭煤矿第{n}采区召开动员会"} for n in range(1, 6)])
    lists = {"/xw/": script.format("xw"), "/xw/rows": rows, "/cp/": script.format("cp"), "/cp/rows": rows}
    articles = {f"/xw/{n}.htm": _article("动员会", "2023-05-01") for n in range(1, 6)}
    proposal = MemoryWeb(HOME, {"/": MENU} | lists | articles).proposal()
    assert proposal.start == (f"{HOME}/xw/rows",)
    assert f"{HOME}/cp/ makes other addresses of its rows: it needs a file of its own" in doubts_of(proposal)


def _of_channels(count: int) -> Any:
    rows = "<li><a href='/{c}/{c}{n}.htm'>石岭煤矿第{c}采区第{n}次召开动员会</a> 2023-05-0{n}</li>"
    lists = {
        f"/{c}/list.htm": "<title>石岭煤矿</title>" + "".join(rows.format(c=c, n=n) for n in range(1, 4))
        for c in range(10, 10 + count)
    }
    menu = "".join(f"<a href='{path}'>第{path[1:3]}栏</a>" for path in lists)
    articles = {
        f"/{c}/{c}{n}.htm": _article(f"第{c}采区第{n}次动员会") for c in range(10, 40) for n in range(1, 4)
    }
    return MemoryWeb(HOME, {"/": f"<title>石岭煤矿</title>{menu}"} | lists | articles).proposal()


def test_a_site_of_many_lists_has_a_small_file_too() -> None:
    proposal = _of_channels(17)
    source, names = source_of(proposal, "2026-11-01"), {}
    exec(compile(source, "site", "exec"), names)
    assert names["SITE"].start == proposal.start
    assert len(proposal.start) == 17
    assert len([line for line in source.splitlines()[1:] if line]) <= 20
    assert max(map(len, source.splitlines())) <= 110


def test_few_lists_stand_in_lines_of_their_own() -> None:
    proposal = _of_channels(3)
    assert source_of(proposal, "2026-11-01").count(f'\n        "{HOME}/1') == 3


def test_channels_that_were_not_looked_at_are_counted() -> None:
    assert "4 more channels were not looked at" in doubts_of(_of_channels(22))
