"""Where too many words fit a wildcard the texts are read: what is found is what the words would find."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from archive.search.concordance.lines import concordance
from archive.search.concordance.matched_texts import search_of
from archive.search.index.tokens import HAN
from archive.search.last_answers import LastAnswers
from archive.search.query import parse
from archive.search.results.search import search
from archive.search.selection import scan as scanning
from archive.search.selection import selection
from archive.search.selection.request import SearchRequest
from archive.search.selection.scan import scan
from tests.archive.search.matching import matching

MakeArchive = Callable[[Any], sqlite3.Connection]
RUN = re.compile(f"[{HAN}]{{5,}}")


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives in memory have no name to tell their answers apart."""
    monkeypatch.setattr(scanning, "_last", LastAnswers[Any](0))


def by_reading(db: sqlite3.Connection, query: str) -> list[int]:
    expression = parse(query).expression
    assert expression
    return [*scan(db.cursor(), expression)]


def patterns(corpus: Sequence[Any], source: random.Random) -> str:
    run = source.choice(RUN.findall(source.choice(corpus).body))
    first = source.randrange(len(run) - 4)
    letters = [*run[first : first + source.randint(3, 5)]]
    for at in source.choice(([1], [1], [1, 3])):
        if at < len(letters) - 1:
            letters[at] = "?"
    return "".join(letters)


def test_patterns_of_either_script(db: sqlite3.Connection, corpus: Sequence[Any]) -> None:
    source = random.Random(5)
    for _ in range(150):
        query = patterns(corpus, source)
        assert by_reading(db, query) == matching(db, query) != [], query


@pytest.mark.parametrize(
    "form", ["{} 党", "-{}", "党 -{}", "{} OR 瓦斯", "标题:{}", "({} OR 矿长) -安全 党员"]
)
def test_patterns_among_other_words(db: sqlite3.Connection, corpus: Sequence[Any], form: str) -> None:
    source = random.Random(6)
    for _ in range(25):
        query = form.format(patterns(corpus, source))
        assert by_reading(db, query) == matching(db, query), query


@pytest.mark.parametrize("form", ["{} NEAR/3 安全", "党 NEAR/9 {}", "标题:安 NEAR/4 {}", "-({} NEAR/5 生产)"])
def test_patterns_near_a_word(db: sqlite3.Connection, corpus: Sequence[Any], form: str) -> None:
    source = random.Random(7)
    for _ in range(20):
        query = form.format(patterns(corpus, source))
        assert by_reading(db, query) == matching(db, query), query


@pytest.mark.parametrize(
    ("text", "query", "matches"),
    [
        ("第3季度", "第?季度", True),
        ("第12季度", "第?季度", False),
        ("第３季度", "第?季度", True),
        ("第①季度", "第?季度", True),
        ("第，季度", "第?季度", False),
        ("創新爭優", "创?争优", True),
        ("创𠮷争优", "创?争优", True),
        ("学A股创新争优", '"A股创?争优"', True),
        ("学BA股创新争优", '"A股创?争优"', False),
        ("创新，争优的好", '"争优?好"', True),
        ("创新创新创", "创?创?创", True),
    ],
)
def test_what_a_wildcard_stands_for(
    make_archive: MakeArchive, document: Any, text: str, query: str, matches: bool
) -> None:
    db = make_archive([document(title="题", body=text)])
    assert bool(by_reading(db, query)) is bool(matching(db, query)) is matches


def test_titles_come_first_then_the_newest_and_that_is_said(
    make_archive: MakeArchive, document: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = make_archive(
        [
            document(title="题", body=f"安{middle}全", published_at=f"201{number}")
            for number, middle in enumerate("东南西北")
        ]
        + [document(title="安中全", published_at="2001"), document(title="题", attachments=("安中全",))]
    )
    request = SearchRequest(query="-化工 安?全")
    assert search(db, request).query.notes == ()
    monkeypatch.setattr(selection, "WEIGHED", 3)
    found = search(db, request)
    assert [hit.article_id for hit in found.hits] == [5, 4, 3, 2, 1, 6]
    assert found.query.notes == ("unweighed",)
    assert [hit.article_id for hit in search(db, SearchRequest(query="安?全", limit=2, offset=2)).hits] == [
        3,
        2,
    ]
    assert concordance(db, search_of(db, request)).total == 6
