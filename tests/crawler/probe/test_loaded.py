"""What the scripts of a list page load."""

from __future__ import annotations

import pytest

from crawler.paging import ListPage
from crawler.probe.loaded import hidden_in, loaded_by

HOME = "http://mine.example"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("$('#l').load('/rows.html?page=1')", "/rows.html?page=1"),
        ("var page = 1; $.getJSON('/ajax?ch=8&page=' + page, f)", "/ajax?ch=8&page=1"),
        ("$.get('/api', {cid: 5, page: page, limit: 10}, f)", "/api?cid=5&page=1&limit=10"),
        ("$.post('/api', {pageNo: 1}, f)", "/api#post:pageNo=1"),
        (
            "var size = 15; $.ajax({url: '/api', type: 'POST', data: {no: 1, size: size}})",
            "/api#post:no=1&size=15",
        ),
        ("$.ajax({type: 'get', url: '/api?c=3', data: {p: 1}})", "/api?c=3&p=1"),
        (
            "d = {pageSize: 10}; axios.get('/l?pageNum=' + this.pageNum + '&n=' + this.pageSize)",
            "/l?pageNum=1&n=10",
        ),
        ("$.getJSON('rows.json?t=' + Math.random(), f)", "/rows.json"),
        ('$.get("rows.json?v="+new Date().getTime(), f)', "/rows.json"),
        ("fetch('/l?channel=' + channel)", None),
        ("$.getJSON('rows.json?t=' + token(), f)", None),
        ("$.get('//[x')", None),
        ("load()", None),
    ],
)
def test_the_address_that_a_script_asks_for(script: str, expected: str | None) -> None:
    page = ListPage(f"{HOME}/list.html", f"<script>{script}</script>")
    assert list(loaded_by(page)) == ([HOME + expected] if expected else [])


@pytest.mark.parametrize(
    "script",
    [
        "h += '<a href=\"/show?id=' + r[i].id + '\">'",
        "h += '<a href=/show?id=' + r[i].id + '>'",
        'h += `<a href="/show?id=${r.id}">`',
        "</script><a :href=\"'/show?id=' + item.id\"></a>",
    ],
)
def test_the_link_that_a_script_makes_of_a_row(script: str) -> None:
    page = ListPage(f"{HOME}/list.html", f"<script>{script}</script>")
    (hidden,) = hidden_in(page)
    assert list(ListPage(HOME, '{"id":"7f"}').scripted(*hidden)) == [f"{HOME}/show?id=7f"]
