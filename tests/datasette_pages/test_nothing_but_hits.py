"""A text that holds nothing but what is looked for: whole on every page, counted whole, marked in part."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from archive.reading.article.shown_text import MOST_MARKED
from archive.reading.pages.kwic import LONGEST_MATCH
from tests.datasette_pages.answers import Read, table
from tests.datasette_pages.written_library import write_library

REPEATED = 20_000
LAST = 30
"""Matches of a list behind those that are marked."""


@pytest.fixture(scope="module")
def read_hits(tmp_path_factory: pytest.TempPathFactory, reading: Callable[[Path, str], Read]) -> Read:
    article = {
        "site": "shibanqiao",
        "path": "hits.htm",
        "title": "安全",
        "published_at": "2010-01-01",
        "seen": ["2026-10-03T03:00:00Z"],
        "text": "安全" * REPEATED,
    }
    listed = {**article, "path": "lines.htm", "title": "名册", "text": "培训班\n" * (MOST_MARKED + LAST)}
    directory: Path = write_library(tmp_path_factory.mktemp("hits"), "library.toml", [article, listed])
    return reading(directory, "local")


def article_of(read: Read, language: str) -> str:
    found = read(f"/search?q={quote('安全安全安全安全安全')}&lang=en").text
    (link,) = set(re.findall(r'href="(/article/[^"?]+)', found))
    return unescape(read(f"{link}?q={quote('安全')}&lang={language}").text)


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh", "命中 20,000 处.*只标出前 1,000 处"), ("en", "20,000 matches.*only the first 1,000 are marked")],
)
def test_the_text_is_whole_and_marked_in_part(read_hits: Read, language: str, told: str) -> None:
    page = article_of(read_hits, language)
    assert re.search(told, page, re.DOTALL)
    assert len(re.findall('<a class="hit"', page)) == MOST_MARKED
    assert 'href="#hit-1" title' in page and f'href="#hit-{MOST_MARKED + 1}"' not in page
    body = page[page.index('<div class="text"') :]
    assert re.sub("<[^>]*>|\\s", "", body[: body.index("</div>")]) == "安全" * REPEATED
    assert len(page.encode()) < 400_000


def test_matches_that_overlap_are_one_line_however_long(read_hits: Read) -> None:
    query = quote("安全 OR 全安")
    page = read_hits(f"/kwic?q={query}").text
    assert f"只显示前 {LONGEST_MATCH} 字" in page
    assert max(map(len, re.findall("<mark>([^<]*)</mark>", page))) == LONGEST_MATCH + 1
    rows = table(read_hits(f"/kwic.csv?q={query}"))
    assert max(len(row["match"]) for row in rows) == 2 * REPEATED


def test_every_line_leads_to_a_place_on_the_page(read_hits: Read) -> None:
    last = (MOST_MARKED + LAST) // 50 + 1
    page = unescape(read_hits(f"/kwic?q={quote('培训班')}&page={last}").text)
    links = re.findall(r'href="(/article/[^"#]+)#([^"]+)"', page)
    article = read_hits(links[0][0]).text
    assert [anchor for _, anchor in links] == [f"p{MOST_MARKED + number}" for number in range(1, LAST + 1)]
    assert all(f'id="{anchor}"' in article for _, anchor in links)
    before = unescape(read_hits(f"/kwic?q={quote('培训班')}&page={last - 1}").text)
    assert re.findall(r'href="/article/[^"#]+#([^"]+)"', before)[-1] == f"at-{4 * (MOST_MARKED - 1)}"
