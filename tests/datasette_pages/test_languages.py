"""Every Chinese text on an English page says that it is Chinese, and Traditional ones that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from lxml import html

from archive.search.index.tokens import HAN
from tests.datasette_pages.answers import Read

_HAN = re.compile(f"[{HAN}]")
PAGES = (
    "/",
    "/search?q=安全生产 -化工&site=hengling",
    "/search?q=不存在的词句",
    "/search?q=标题:创先争优 年:x",
    "/kwic?q=创先争优&genre=讲话",
    "/campaigns",
    "/campaign?name=创先争优",
    "/organisations",
    "/organisation?name=石板桥煤矿",
    "/formulas",
    "/timeline?q=安全生产&q=创先争优&split=site",
    "/changes",
    "/quantities",
    "/passages",
    "/runs",
    "/skipped",
    "/about",
)


def untold(page: str) -> Iterator[str]:
    """Yield texts with Chinese characters whose language is another."""
    for element in html.document_fromstring(page).iter():
        if element.tag in ("title", "script", "style"):
            continue
        around = element.getparent()
        for text, place in ((element.text, element), (element.tail, around)):
            if text and _HAN.search(text) and not language_of(place).startswith("zh"):
                yield text.strip()


def language_of(element: html.HtmlElement | None) -> str:
    """The language that the element or the nearest around it says."""
    while element is not None and not element.get("lang"):
        element = element.getparent()
    return "" if element is None else str(element.get("lang"))


@pytest.mark.parametrize("page", PAGES)
def test_chinese_is_told_on_an_english_page(read: Read, page: str) -> None:
    path, _, asked = page.partition("?")
    answer = read(f"{path}?{quote(asked, safe='=&')}&lang=en")
    assert answer.status_code == 200 and [*untold(answer.text)] == []


def test_chinese_is_told_in_every_article(read: Read) -> None:
    links = re.findall(r'<h2><a href="(/article/[^"?]+)', read("/search?sort=oldest&per=50").text)
    assert len(links) > 30
    for link in links:
        for page in (link, f"{link}/cleaning", f"{link}/passages"):
            assert [*untold(read(f"{page}?lang=en&q={quote('安全')}").text)] == [], page


@pytest.mark.parametrize("path", ["/search?q={}", "/kwic?q={}"])
def test_matches_are_told_in_the_script_of_their_text(read: Read, path: str) -> None:
    page = read(path.format(quote("创先争优"))).text
    marked = re.findall(
        r'<(?:td|li) lang="(zh[-\w]*)"(?:(?!</td|</li).)*?<mark>(.*?)</mark>', page, re.DOTALL
    )
    told = {(lang, match) for lang, match in marked}
    assert told == {("zh-Hant", "創先爭優"), ("zh-Hans", "创先争优")}


def test_what_is_untold_is_found() -> None:
    page = '<html lang="en"><p>a 安</p><p lang="zh">全<b lang="en">生</b>产</p>矿<i>b</i>党</html>'
    assert [*untold(page)] == ["a 安", "矿", "生", "党"]
