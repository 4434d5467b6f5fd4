"""Search finds what a search for substrings in the folded texts finds: no more, no less."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import opencc
import pytest

from archive.fold import fold
from archive.search.index.tokens import HAN, WORD, find_runs
from archive.search.results.search import search
from archive.search.selection.request import SearchRequest
from tests.archive.search.matching import matching

QUERIES = 2000
RUN = re.compile(f"[{HAN}]+")


@pytest.fixture
def folded(corpus: Sequence[Any]) -> list[str]:
    return [fold(f"{document.title}\n{document.body}") for document in corpus]


def han_queries(corpus: Sequence[Any], seed: int) -> Iterator[str]:
    """Substrings of 1 to 8 Han characters in either script, and some that were never written."""
    source = random.Random(seed)
    scripts = [opencc.OpenCC(name) for name in ("s2t", "t2s", "s2tw", "s2hk")]
    characters = "".join({character for document in corpus for character in document.title})
    for number in range(QUERIES):
        length = source.randint(1, 8)
        run = source.choice(RUN.findall(source.choice(corpus).body))
        start = source.randrange(max(1, len(run) - length + 1))
        query = run[start : start + length]
        if number % 10 == 0:
            query = "".join(RUN.findall("".join(source.choices(characters, k=length)))) or "无"
        yield source.choice(scripts).convert(query) if number % 3 else query


def test_han_queries_of_every_length_find_exactly_the_substrings(
    db: sqlite3.Connection, corpus: Sequence[Any], folded: list[str]
) -> None:
    for query in han_queries(corpus, seed=7):
        expected = {number for number, text in enumerate(folded, start=1) if fold(query) in text}
        assert set(matching(db, query)) == expected, query


def test_the_page_counts_what_the_index_finds(
    db: sqlite3.Connection, corpus: Sequence[Any], folded: list[str]
) -> None:
    for query in [*han_queries(corpus, seed=8)][:300]:
        total = sum(fold(query) in text for text in folded)
        results = search(db, SearchRequest(query=query, limit=1))
        assert results.total == total, query
        assert (
            not results.hits
            or results.hits[0].snippet.has_match
            or any(is_match for _, is_match in results.hits[0].title_parts)
        ), query


def mixed_queries(corpus: Sequence[Any], seed: int) -> Iterator[str]:
    """Neighbouring runs with nothing between them, words and numbers whole."""
    source = random.Random(seed)
    while True:
        runs = list(find_runs(fold(source.choice(corpus).body)))
        first = source.randrange(len(runs) - 1)
        last = first + 1
        while last < len(runs) and runs[last].is_joined and source.random() < 0.8:
            last += 1
        texts = [run.text for run in runs[first:last]]
        if runs[first].is_han:
            texts[0] = texts[0][-source.randint(1, 4) :]
        if runs[last - 1].is_han and last - first > 1:
            texts[-1] = texts[-1][: source.randint(1, 4)]
        if not all(run.is_han for run in runs[first:last]):
            yield "".join(texts)


def test_mixed_and_latin_queries_are_exact_at_the_borders_of_words(
    db: sqlite3.Connection, corpus: Sequence[Any], folded: list[str]
) -> None:
    queries = mixed_queries(corpus, seed=9)
    for _ in range(600):
        query = next(queries)
        border = re.compile(
            (f"(?<!{WORD})" if re.match(WORD, query) else "")
            + re.escape(query)
            + (f"(?!{WORD})" if re.search(f"{WORD}$", query) else "")
        )
        expected = {number for number, text in enumerate(folded, start=1) if border.search(text)}
        assert set(matching(db, query)) == expected, query


@pytest.mark.parametrize(
    ("text", "query", "matches"),
    [
        ("学习党A组", "党A", True),
        ("学习党，A组", "党A", False),
        ("学习A，党组", "A党", False),
        ("学习党，A组", '"党，A"', True),
        ("学习党A组", '"党，A"', False),
        ("买进A股市场", "A股", True),
        ("到2010年底", "2010年", True),
        ("到12010年底", "2010年", False),
        ("二○一○年", "二〇一〇年", True),
        ("开展“两学三创”活动", "“两学三创”活动", True),
        ("在2020年", "020", False),
        ("在２０２０年", "2020", True),
        ("work safely", "safe", False),
        ("work safely", "safe*", True),
        ("党，建", "党建", False),
        ("党\n建", "党建", False),
        ("看𠮷野家", "𠮷野", True),
        ("种种人人々々", "々", True),
        ("金属", "金", True),
    ],
)
def test_what_lies_between_runs_counts(
    make_archive: Callable[[Any], sqlite3.Connection], document: Any, text: str, query: str, matches: bool
) -> None:
    db = make_archive([document(title="题", body=text)])
    assert bool(matching(db, query)) is matches
