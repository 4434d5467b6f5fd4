"""A page that prints several essays, and each of them as an article of its own: 企业创先争优活动总结两篇."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

from tests.datasette_pages.answers import Read, table

WHOLE = "企业创先争优活动总结两篇"
PARTS = ("机修厂党支部创先争优活动总结", "运销公司党总支创先争优活动总结")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def link_to(read_demo: Read) -> Callable[[str], str]:
    """Address of the article with this very title."""

    def link(title: str) -> str:
        found = read_demo("/search.json?q=" + quote(f'标题:"{title}"')).json()
        (permalink,) = {each["permalink"] for each in found["articles"] if each["title"] == title}
        return str(permalink).removeprefix("http://localhost")

    return link


def test_the_whole_leads_to_its_parts_and_each_back(read_demo: Read, link_to: Callable[[str], str]) -> None:
    whole = read_demo(link_to(WHOLE)).text
    listed = whole.partition("此文由以下各篇合编而成：")[2].partition("</ol>")[0]
    assert re.findall(r'href="([^"]*)"[^>]*>([^<]*)</a>', listed) == [
        (link_to(title), title) for title in PARTS
    ]
    for title in PARTS:
        part = read_demo(link_to(title)).text
        assert f"<h1>{title}</h1>" in re.sub(r"<h1[^>]*>", "<h1>", part)
        back = part.partition("此文是合编文章的一篇，全篇：")[2].partition("</p>")[0]
        assert re.findall(r'href="([^"]*)"[^>]*>([^<]*)</a>', back) == [(link_to(WHOLE), WHOLE)]


def test_programs_are_told_the_same(read_demo: Read, link_to: Callable[[str], str]) -> None:
    whole = json.loads(read_demo(link_to(WHOLE) + ".json").text)
    parts = [json.loads(read_demo(link_to(title) + ".json").text) for title in PARTS]
    assert whole["parts"] == [part["key"] for part in parts] and whole["part_of"] is None
    assert [part["part_of"] for part in parts] == [whole["key"]] * 2
    cited = read_demo(link_to(PARTS[0]) + ".bib").text
    assert link_to(PARTS[0]).replace("%", r"\%") in cited
    assert cited.startswith(f"@online{{{parts[0]['key'].replace('#', '-')},")


def test_every_list_leads_to_the_part_itself(read_demo: Read, link_to: Callable[[str], str]) -> None:
    first, second = map(link_to, PARTS)
    assert first.endswith("%231") and second.endswith("%232")
    words = quote("流动党员不流失")
    assert f'<a href="{second}?q={words}"' in read_demo(f"/search?q={words}").text
    assert f'<a href="{second}?q={words}&amp;sort=date#at-' in read_demo(f"/kwic?q={words}").text
    assert f'href="{second}"' in read_demo(first).text.partition('class="neighbours"')[2]
    feed = ElementTree.fromstring(read_demo(f"/search.atom?q={words}").content)
    assert f"http://localhost{second}" in [element.get("href") for element in feed.iter(f"{ATOM}link")]
    assert f'<a href="{second}">' in read_demo("/archive/articles?title__contains=" + quote(PARTS[1])).text
    for file in ("search", "kwic"):
        rows = table(read_demo(f"/{file}.csv?q={words}"))
        assert f"http://localhost{second}" in [row["permalink"] for row in rows], file


def test_the_neighbours_of_a_part_are_in_the_order_of_time(
    read_demo: Read, link_to: Callable[[str], str]
) -> None:
    near = read_demo(link_to(PARTS[0])).text.partition('class="neighbours"')[2].partition("</section>")[0]
    days = re.findall(r'<time datetime="([0-9-]{10})', near)
    assert len(days) >= 4 and days == sorted(days)
    links = re.findall(r'href="(/article/[^"]+)"', near)
    assert {read_demo(link).status_code for link in links} == {200}
