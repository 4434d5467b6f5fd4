"""NEAR and wildcards find what reading the texts character by character finds."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from archive.fold import fold
from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import mark
from archive.search.index.tokens import HAN
from archive.search.query import parse
from archive.search.results.search import search
from archive.search.selection.request import SearchRequest
from tests.archive.search.matching import matching

MakeArchive = Callable[[Any], sqlite3.Connection]
RUN = re.compile(f"[{HAN}]{{3,}}")


@pytest.fixture
def folded(corpus: Sequence[Any]) -> list[tuple[str, str]]:
    return [(fold(document.title), fold(document.body)) for document in corpus]


def starts(word: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(f"(?={word})", text)]


def stand_near(text: str, left: str, right: str, distance: int) -> bool:
    """Whether it holds in a text of Han alone, where each character counts."""
    return any(
        (second - first - len(left) if first <= second else first - second - len(right)) <= distance
        for first in starts(left, text)
        for second in starts(right, text)
    )


def test_near_counts_characters_in_either_order(make_archive: MakeArchive, document: Any) -> None:
    source = random.Random(3)
    texts = ["".join(source.choices("安全生产党建月", k=40)) for _ in range(60)]
    db = make_archive([document(title="题", body=text) for text in texts])
    for _ in range(400):
        left, right = ("".join(source.sample("安全生产党建月", source.randint(1, 3))) for _ in "ab")
        distance = source.randint(0, 12)
        expected = {
            number for number, text in enumerate(texts, start=1) if stand_near(text, left, right, distance)
        }
        query = f"{left} NEAR/{distance} {right}"
        assert set(matching(db, query)) == expected, query
        for number, text in enumerate(texts, start=1):
            is_marked = any(is_match for _, is_match in mark(text, needles_of(parse(query).expression)))
            assert is_marked == (number in expected), (query, text)


@pytest.mark.parametrize(
    ("text", "query", "matches"),
    [
        ("安全，生产", "安全 NEAR/0 生产", True),
        ("安全第一，预防为主", "安全 NEAR/2 预防", True),
        ("安全第一，预防为主", "安全 NEAR/1 预防", False),
        ("安全 GDP 2010 生产", "安全 NEAR/4 生产", True),
        ("安全 GDP 2010 生产", "安全 NEAR/3 生产", False),
        ("安全GDP生产", "安全 NEAR/1 生产", True),
        ("safety of all", "all NEAR/1 safe*", True),
        ("安全在先，争优在后", "安全 NEAR/3 争?在", True),
    ],
)
def test_what_counts_between(
    make_archive: MakeArchive, document: Any, text: str, query: str, matches: bool
) -> None:
    db = make_archive([document(title="题", body=text)])
    assert bool(matching(db, query)) is matches
    assert any(is_match for _, is_match in mark(text, needles_of(parse(query).expression))) is matches


def test_a_wildcard_is_any_one_character(
    db: sqlite3.Connection, corpus: Sequence[Any], folded: list[tuple[str, str]]
) -> None:
    source = random.Random(4)
    for _ in range(300):
        run = source.choice(RUN.findall(source.choice(corpus).body))
        first = source.randrange(len(run) - 2)
        last = source.randint(first + 3, min(len(run), first + 6))
        at = source.randrange(first + 1, last - 1)
        query = f"{run[first:at]}?{run[at + 1 : last]}"
        pattern = re.compile(fold(query).replace("?", f"[{HAN}0-9a-z]"))
        expected = {number for number, texts in enumerate(folded, start=1) if any(map(pattern.search, texts))}
        assert set(matching(db, query)) == expected, query
        assert not matching(db, f"{query} -{query}")


def test_a_digit_between_two_characters_is_one_too(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="题", body="第3季度"), document(title="题", body="第12季度")])
    assert matching(db, "第?季度") == [1]
    results = search(db, SearchRequest(query="第？季度"))
    assert results.hits[0].snippet.parts == (("第3季度", True),)


def test_a_wildcard_that_stands_for_nothing_finds_nothing(db: sqlite3.Connection) -> None:
    assert matching(db, "党?的龘") == []
    assert matching(db, "安全 -党?龘") == matching(db, "安全")


def test_two_wildcards_in_a_title(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="創先爭優活動"), document(title="总结", body="创先争优活动")])
    assert matching(db, "标题:创?争?活") == [1]


def test_near_in_a_text_that_repeats_itself_looks_at_neighbours_alone() -> None:
    """Each pair of 100,000 matches would be billions."""
    (needle,) = needles_of(parse("安全 NEAR/3 生产").expression)
    text = "安全" * 50_000 + "煤矿" * 50_000 + "生产" * 50_000 + "安"
    assert [*needle.find(text)] == []
    assert [*needle.find(f"{text}全")][-2:] == [(299_998, 300_000), (300_000, 300_002)]
    assert len([*needle.find("安全生产" * 50_000)]) == 100_000


def test_what_a_query_repeats_is_looked_for_once() -> None:
    assert len(needles_of(parse("安全 NEAR 生产 " * 10 + "安全 安全").expression)) == 2
