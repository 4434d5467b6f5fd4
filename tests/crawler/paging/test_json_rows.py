"""Rows of a list as JSON."""

from __future__ import annotations

import pytest

from crawler.paging import ListPage
from crawler.paging.json_rows import is_json

URL = "http://mine.example/api/list?page=1"
ROW = '{"id":7,"cover":"/up/7.jpg","url":"\\/news\\/7.html","title":"石岭煤矿召开动员会","date":"2023-05-07"}'


@pytest.mark.parametrize(
    "answer",
    [
        f'{{"code":0,"data":{{"rows":[{ROW}]}}}}',
        f"[{ROW}]",
        f'callback({{"list":[{ROW}]}});',
        '{"html":"<li><a href=\\"/news/7.html\\">石岭煤矿召开动员会</a></li>"}',
        f"<title>新闻</title><script>var list = [{ROW}];</script>",
        "<script>var list = [{'title': '石岭煤矿召开动员会', 'link_add': 'http://mine.example/news/7.html',}];</script>",
        "<script>show([{ id: 7, title: \"石岭煤矿召开动员会\", url: '/news/7.html' }], {size: 9});</script>",
    ],
)
def test_rows_are_links(answer: str) -> None:
    page = ListPage(URL, answer)
    assert page.titles() == {"http://mine.example/news/7.html": "石岭煤矿召开动员会"}
    assert list(page.links(".list")) == ["http://mine.example/news/7.html"]


@pytest.mark.parametrize(
    "answer",
    [
        '{"rows":[{"id":7,"title":"石岭煤矿召开动员会"}]}',
        '[{"img":"/up/7.jpg","title":"石岭煤矿召开动员会"}]',
        '[{"date":"2023/05/07","title":"石岭煤矿召开动员会"}]',
        '[{"url":"/news/7.html","title":null}]',
        "<script>var list = [{id: 7, url: '/news/7.html'}];</script>",
        "<script>var list = [{title: '石岭煤矿召开动员会', url: base + '/news/7.html'}];</script>",
        "<script>var list = [{title: '石岭煤矿召开动员会', url: '/news/7.html'</script>",
        "<script>var list = " + "[{a: " * 50_000 + "</script>",
        "[" * 100_000,
        "{",
        "",
    ],
)
def test_rows_without_address_or_title_give_nothing(answer: str) -> None:
    assert list(ListPage(URL, answer).links()) == []


@pytest.mark.parametrize("text", ["<html>", "{broken", "call me (soon)", "7", ""])
def test_a_page_is_no_json(text: str) -> None:
    assert not is_json(text)


def test_addresses_of_numbers() -> None:
    page = ListPage(URL, '{"rows":[{"id":7},{"id":8},{"id":7}]}')
    found = page.scripted(r'"id":(\d+)', "/web/show.html?id={}")
    assert list(found) == [f"http://mine.example/web/show.html?id={n}" for n in (7, 8)]
