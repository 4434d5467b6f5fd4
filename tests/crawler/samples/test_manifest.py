from __future__ import annotations

import re

import pytest

from crawler.samples.conversion import articles_of
from crawler.samples.pages import pages_of
from crawler.samples.sites import ANQUANWANG, SITES, WENMIKU
from crawler.samples.texts import Text, texts_of
from tests.sample_manifest import MANIFEST, SampleArticle

REAL_NAMES = (
    *("神华", "国家能源集团", "中煤集团", "山东能源", "兖矿", "开滦", "攀煤", "枣矿", "淮北矿业", "陕煤"),
    *("晋能", "焦煤", "平煤", "河南能源", "冀中", "龙煤", "阳煤", "潞安", "中铝", "五矿", "紫金", "江铜"),
    *("新文秘网", "酷乐文行"),
)

articles = [
    pytest.param(article, id=article.text.path) for of_site in MANIFEST.values() for article in of_site
]


def test_there_are_sixty_articles_and_fifteen_at_full_length() -> None:
    assert sum(map(len, MANIFEST.values())) >= 60
    written = [text for site in SITES if site is not ANQUANWANG for text in texts_of(site.name)]
    assert sum(len(text.body) >= 600 for text in written) >= 15


def test_no_two_articles_share_an_address_or_a_title() -> None:
    for of_site in MANIFEST.values():
        assert len({article.text.path for article in of_site}) == len(of_site)
        assert len({article.text.title for article in of_site}) == len(of_site)


@pytest.mark.parametrize("article", articles)
def test_expected_bodies_hold_no_mark_of_the_declaration(article: SampleArticle) -> None:
    title, body = article.text.title, article.text.body
    assert re.search(r"[⏎⟦⟧]|====|^[-|>@] ", f"{title}\n{body}", re.MULTILINE) is None
    assert all(line == line.strip() and line for line in body.split("\n"))


def test_the_mill_prints_the_numbers_of_the_manifest() -> None:
    pages = pages_of(WENMIKU)
    for article in MANIFEST[WENMIKU]:
        html = pages[article.text.path].body.decode()
        inline = [int(number) for number in re.findall(r"省略(\d+)字", html)]
        notice = re.search(r"全文共(\d+)字,[當当]前[僅仅][顯显]示(\d+)字", html)
        if notice is None:
            assert inline == list(article.text.omissions)
            assert article.counted == (None, None)
        else:
            declared, shown = int(notice[1]), int(notice[2])
            assert (declared, shown) == article.counted
            assert declared - shown - sum(inline) == article.text.omissions[-1]


def test_no_real_company_is_named() -> None:
    for site in SITES:
        for text in articles_of(site):
            printed = f"{text.title}{text.body}{text.header}"
            assert [name for name in REAL_NAMES if name in printed] == []


@pytest.mark.parametrize(
    "text", [text for site in SITES for text in texts_of(site.name)], ids=lambda t: t.path
)
def test_false_addresses_are_reserved_ones(text: Text) -> None:
    assert all(host.endswith(".example") for host in re.findall(r"https?://([\w.]+)", text.body))


def test_the_same_bytes_are_served_after_each_start() -> None:
    for site in SITES:
        first = pages_of(site)
        pages_of.cache_clear()
        assert pages_of(site) == first
