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

articles = [pytest.param(article, id=article.path) for site in MANIFEST for article in site.articles]


def test_there_are_sixty_articles_and_fifteen_at_full_length() -> None:
    assert sum(len(site.articles) for site in MANIFEST) >= 60
    written = [text for site in SITES if site is not ANQUANWANG for text in texts_of(site.name)]
    assert sum(len(text.body) >= 600 for text in written) >= 15


def test_no_two_articles_share_an_address_or_a_title() -> None:
    for site in MANIFEST:
        assert len({article.path for article in site.articles}) == len(site.articles)
        assert len({article.title for article in site.articles}) == len(site.articles)


@pytest.mark.parametrize("article", articles)
def test_expected_bodies_hold_no_mark_of_the_declaration(article: SampleArticle) -> None:
    assert re.search(r"[⏎⟦⟧]|====|^[-|>@] ", article.title + "\n" + article.body, re.MULTILINE) is None
    assert all(line == line.strip() and line for line in article.body.split("\n"))


@pytest.mark.parametrize("article", articles)
def test_the_arithmetic_of_a_truncation_is_consistent(article: SampleArticle) -> None:
    assert (article.completeness == "truncated") == bool(article.gaps)
    assert sum(article.gaps) == (article.omitted_chars or 0)
    if article.declared_chars is not None and article.shown_chars is not None:
        assert article.declared_chars - article.shown_chars == sum(article.gaps)
        assert len(re.sub(r"\s", "", article.title + article.body)) == article.shown_chars


def test_the_mill_prints_the_numbers_of_the_manifest() -> None:
    pages = pages_of(WENMIKU)
    mill = next(site for site in MANIFEST if site.name == WENMIKU.name)
    for article in mill.articles:
        html = pages[article.path].body.decode()
        inline = [int(number) for number in re.findall(r"省略(\d+)字", html)]
        notice = re.search(r"全文共(\d+)字,[當当]前[僅仅][顯显]示(\d+)字", html)
        if notice is None:
            assert inline == list(article.gaps)
        else:
            declared, shown = int(notice[1]), int(notice[2])
            assert (declared, shown) == (article.declared_chars, article.shown_chars)
            assert declared - shown - sum(inline) == article.gaps[-1]
        assert (notice is None) == (article.declared_chars is None)


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
