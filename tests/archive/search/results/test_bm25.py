from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any

import pytest

from archive.search.condition import Condition
from archive.search.index.tokens import tokenized
from archive.search.query import compile_for_fts
from archive.search.query.wildcards import vocabulary_of
from archive.search.results.bm25 import best_ranked

MakeArchive = Callable[[Any], sqlite3.Connection]


def ranked(
    db: sqlite3.Connection, query: str, where: Condition | None = None, *, limit: int = 1000, offset: int = 0
) -> list[int]:
    with closing(db.cursor()) as cursor:
        cursor.row_factory = None
        words = compile_for_fts(query, vocabulary_of(db))
        return best_ranked(cursor, words, where or Condition("true", ()), limit, offset)


def bm25(bodies: Sequence[str], *words: str) -> list[float]:
    """The formula of its authors, for words of two characters; every article has a title of one token."""
    lengths = [1 + len(tokenized(body).split()) for body in bodies]
    mean = sum(lengths) / len(lengths)
    scores = [0.0] * len(bodies)
    for word in words:
        held = sum(word in body for body in bodies)
        weight = max(1e-6, math.log((len(bodies) - held + 0.5) / (held + 0.5)))
        for number, body in enumerate(bodies):
            times = body.count(word)
            damped = times + 1.2 * (0.25 + 0.75 * lengths[number] / mean)
            scores[number] += weight * times * 2.2 / damped
    return scores


@pytest.mark.parametrize("words", [("安全",), ("安全", "党建"), ("党建", "创新", "安全")])
def test_texts_stand_in_the_order_of_bm25(
    make_archive: MakeArchive, document: Any, words: tuple[str, ...]
) -> None:
    bodies = [
        f"{'安全，' * (number % 5)}{'党建，' * (number * number % 7)}"
        f"{'创新，' * (number % 2)}{'煤' * (number * 7 % 53)}"
        for number in range(60)
    ]
    scores = bm25(bodies, *words)
    expected = sorted((number for number, score in enumerate(scores) if score), key=lambda n: -scores[n])
    db = make_archive([document(title="", body=body) for body in bodies])
    found = [article_id - 1 for article_id in ranked(db, " OR ".join(words))]
    assert sorted(found) == sorted(expected)
    assert [scores[number] for number in found] == pytest.approx([scores[number] for number in expected])


def test_the_title_outweighs_any_text(make_archive: MakeArchive, document: Any) -> None:
    others = [document(title="通知", body="煤炭") for _ in range(20)]
    db = make_archive(
        [
            *others,
            document(title="通知", body="安全生产，" * 400),
            document(title="安全", body=f"生产{'煤炭' * 900}"),
            document(title="生产安全", body="煤炭" * 900),
        ]
    )
    assert ranked(db, "安全") == [22, 23, 21]
    assert ranked(db, "安全 生产")[0] == 23


def test_among_titles_the_text_decides(make_archive: MakeArchive, document: Any) -> None:
    documents = [document(title="安全", body=f"{'安全，' * times}煤炭") for times in (0, 3, 1)]
    assert ranked(make_archive(documents), "安全") == [2, 3, 1]


def test_attachments_count_for_half(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive(
        [
            document(title="一", body="煤炭", attachments=("安全",)),
            document(title="二", body="安全", attachments=("煤炭",)),
            document(title="三", body="煤炭", attachments=("安全，安全，安全",)),
        ]
    )
    assert ranked(db, "安全") == [3, 2, 1]


def test_equals_stand_in_the_order_they_came(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知", body="安全") for _ in range(30)])
    assert ranked(db, "安全") == [*range(1, 31)]
    assert [*ranked(db, "安全", limit=7), *ranked(db, "安全", limit=7, offset=7)] == [*range(1, 15)]


def test_filters_narrow(make_archive: MakeArchive, document: Any) -> None:
    db = make_archive([document(title="通知", body="安全", genre=genre) for genre in ("通知", None, "总结")])
    assert ranked(db, "安全", Condition("articles.genre IN (?)", ("总结",))) == [3]
    assert ranked(db, "安全", Condition("articles.genre IS NULL", ())) == [2]


def test_an_empty_archive_has_no_order(make_archive: MakeArchive) -> None:
    assert ranked(make_archive([]), "安全") == []
