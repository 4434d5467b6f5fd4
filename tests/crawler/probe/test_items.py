"""What stands beside the rows of a list: menus whose links look like articles, boxes of other channels."""

from __future__ import annotations

import pytest

from crawler.probe.doubts import doubts_of
from crawler.probe.site_file import source_of
from tests.crawler.probe.memory import MemoryWeb

HOME = "http://x.example"
TEXT = (
    "<div class='text'>"
    + "<p>矿长要求各区队对照活动方案逐条落实，查出的隐患当班整改，逾期考核。</p>" * 3
    + "</div>"
)
PAGES, ROWS = 2, 4


def _web(beside: str, *, row: str = "<li>{link}<i>2023-05-0{n}</i></li>") -> MemoryWeb:
    """A list of two pages with `beside` above each, and its articles."""
    answers = {"/": "<title>石岭煤矿</title><a href='/list?c=2'>矿区新闻</a>"}
    for page in range(1, PAGES + 1):
        numbers = range((page - 1) * ROWS + 1, page * ROWS + 1)
        links = {n: f"<a href='/show?id={100 + n}'>石岭煤矿第{n}采区召开动员会</a>" for n in numbers}
        rows = "".join(row.format(n=n, id=100 + n, link=links[n]) for n in numbers)
        following = f"<a href='/list?c=2&page={page + 1}'>下一页</a>" if page < PAGES else ""
        path = f"/list?c=2{f'&page={page}' if page > 1 else ''}"
        answers[path] = f"<title>石岭煤矿</title>{beside}<div class='c'><ul>{rows}</ul>{following}</div>"
    head = "<title>动员会</title><h1>动员会</h1><p>2023-05-01 来源：宣传科</p>"
    answers |= {f"/show?id={n}": f"<h1>企业文化</h1>{TEXT}" for n in (3, 5)}
    return MemoryWeb(HOME, answers | {f"/show?id={100 + n}": head + TEXT for n in range(1, 9)})


ALL = {f"{HOME}/show?id={100 + n}" for n in range(1, PAGES * ROWS + 1)}
MENU = "<div class='menu'><a href='/show?id=3'>公司简介</a><a href='/show?id=5'>企业文化</a></div>"


@pytest.mark.parametrize("wrap", ["{}", "<div class='page'>{}</div>"])
def test_the_box_of_the_rows_is_named_where_a_menu_looks_like_articles(wrap: str) -> None:
    web = _web(wrap.format(MENU))
    proposal = web.proposal("/list?c=2")
    assert proposal.items == ".c"
    assert 'items=".c",' in source_of(proposal, "2026-11-01")
    assert web.collect(proposal.site) == ALL
    assert [*doubts_of(proposal)] == []


@pytest.mark.parametrize(
    "beside",
    [
        "<div class='menu'><a href='/page?id=3'>公司简介</a></div>",
        "<div class='top'><a href='/show?id=101'>石岭煤矿第1采区召开动员会</a></div>",
        "<div class='top'><a href='/show?id=99'>石岭煤矿表彰先进集体和先进个人</a></div>",
    ],
)
def test_no_box_is_named_where_the_form_of_the_address_is_enough(beside: str) -> None:
    web = _web(beside)
    proposal = web.proposal("/list?c=2")
    assert proposal.items is None
    assert web.collect(proposal.site) >= ALL


def test_a_menu_that_no_box_parts_from_the_rows_is_told() -> None:
    row = "<p class='c'>{link} 2023-05-0{n} <a href='/show?id=3'>公司简介</a></p>"
    proposal = _web("", row=row).proposal("/list?c=2")
    assert proposal.items is None
    assert "1 links beside the lists look like articles; set `items`" in doubts_of(proposal)


def test_a_box_of_another_form_on_every_page_is_left_out_and_told() -> None:
    tenders = "".join(
        f"<li><a href='/zb/{n}.htm'>石岭煤矿第{n}批设备招标</a> 05-0{n}</li>" for n in (1, 2, 3)
    )
    web = _web(tenders)
    proposal = web.proposal("/list?c=2")
    assert proposal.article == r"/show\?id=\d+"
    assert web.collect(proposal.site) == ALL
    assert f"3 links on every list page were left out, as {HOME}/zb/1.htm" in doubts_of(proposal)


def test_what_is_pinned_on_every_page_counts() -> None:
    pinned = "<li><a href='/show?id=108'>石岭煤矿第8采区召开动员会</a> 05-08</li>"
    web = _web(pinned)
    proposal = web.proposal("/list?c=2")
    assert web.collect(proposal.site) == ALL
    assert [*doubts_of(proposal)] == []


def test_a_row_may_be_a_button() -> None:
    row = "<tr onclick=\"window.open('/show?id={id}')\"><td>石岭煤矿第{n}采区召开动员会<td>2023-05-0{n}</tr>"
    web = _web("", row=row)
    assert web.collect(web.proposal("/list?c=2").site) == ALL
