from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.search.nearest import nearest
from archive.search.query import parse
from archive.search.query.expression import Near, Term
from archive.search.query.typed import all_typed, typed, typed_filters
from archive.search.results.search import search
from archive.search.selection.request import SearchRequest
from archive.search.similar import LONGEST, similar_words, texts_with

MakeArchive = Callable[[Any], sqlite3.Connection]


@pytest.fixture
def db(make_archive: MakeArchive, document: Any) -> sqlite3.Connection:
    return make_archive(
        [
            document(title="安全生產月活動方案", body="創先爭優", published_at="2010", script="Traditional"),
            document(title="劳动竞赛总结", body="安全生产，GDP增长", published_at="2012"),
            document(title="通知", body="瓦斯治理", site="yunling", published_at="2013"),
        ]
    )


@pytest.mark.parametrize(
    ("query", "change", "instead"),
    [
        ("安全省产", "similar", "安全生产"),
        ("按全生产", "similar", "安全生产"),
        ("安全生铲", "similar", "安全生产"),
        ("闯先争优", "similar", "创先争优"),
        ("安全产", "similar", "安全生产"),
        ("安全的生产", "similar", "安全生产"),
        ("創先優爭", "similar", "创先争优"),
        ("GPD", "similar", "gdp"),
        ("劳动竞赛 瓦斯治理", "dropped", "劳动竞赛"),
        ("安全生产 -增长 -方案", "dropped", "安全生产 -增长"),
        ("标题:瓦斯", "anywhere", "瓦斯"),
        ("创先争优OR瓦斯治理", "apart", "创先争优 OR 瓦斯治理"),
        ("劳动竞赛ＡＮＤ增长", "apart", "劳动竞赛 增长"),
        ("创先争优或瓦斯治理 -竞赛", "apart", "创先争优 OR (瓦斯治理 -竞赛)"),
        ("标题:安全生产和方案", "apart", "title:安全生产 方案"),
        ("安全生产NOT方案", "apart", "安全生产 -方案"),
        ("劳动竞赛+增长", "apart", "劳动竞赛 增长"),
        ("劳动竞赛-瓦斯", "apart", "劳动竞赛 -瓦斯"),
        ("创先争优 OR瓦斯治理", "apart", "创先争优 OR 瓦斯治理"),
        ("创先争优OR 瓦斯治理", "apart", "创先争优 OR 瓦斯治理"),
        ("安全生产月工作", "shorter", "安全生产月"),
        ("瓦斯 site:qingshan", "no_filters", "瓦斯"),
        ("劳动竞赛 瓦斯治理 创先争优", "dropped", "瓦斯治理"),
        ("标题:(安全生产 | 瓦斯) GDP增长", "anywhere", "(安全生产 OR 瓦斯) GDP增长"),
    ],
)
def test_instead_of_nothing(db: sqlite3.Connection, query: str, change: str, instead: str) -> None:
    readings = {reading.query: reading for reading in nearest(db, SearchRequest(query=query))}
    assert readings[instead].change == change
    asked = instead if change == "no_filters" else all_typed((instead, typed_filters(parse(query))))
    assert readings[instead].total == search(db, SearchRequest(query=asked)).total > 0


def test_filters_of_the_request_stay_unless_they_are_what_is_left_out(db: sqlite3.Connection) -> None:
    request = SearchRequest(query="安全省产", filters={"site": ("yunling",)})
    assert nearest(db, request) == ()
    readings = nearest(db, SearchRequest(query="安全生产", filters={"site": ("yunling",)}))
    assert [(reading.change, reading.total) for reading in readings] == [("no_filters", 2)]


@pytest.mark.parametrize("query", ["", "龘", "site:nowhere", "“”", "-", "龘鱻麤"])
def test_where_nothing_is_near_nothing_is_offered(db: sqlite3.Connection, query: str) -> None:
    assert nearest(db, SearchRequest(query=query)) == ()


@given(
    st.lists(
        st.sampled_from(
            [
                *'安全生党a1 （）()"“”|-*?:年或',
                " 非 ",
                " or ",
                "OR ",
                "NOT ",
                "NEAR/3 ",
                "标题:",
                "网站:",
                "日期:2014-6 ",
            ]
        ),
        max_size=14,
    )
)
@example(['"', "安", "?", "安", " "])
@example(['"', "?", "安"])
def test_what_is_typed_is_read_as_what_it_was(pieces: list[str]) -> None:
    query = parse("".join(pieces))
    if query.expression is None:
        return
    again = parse(all_typed((typed(query.expression), typed_filters(query))))
    assert again == parse(typed(query.expression) + " " + typed_filters(query))
    assert typed(again.expression) == typed(query.expression) if again.expression else False


def test_a_range_of_one_is_typed_as_that_one() -> None:
    assert typed_filters(parse("日期:不详|2014 年:不详")) == "date:undated date:2014 year:undated"
    assert typed_filters(parse("日期:2014年6月 日期:2015.. 年:2014 年:..2012")) == (
        "date:2014-06 date:2015.. year:2014 year:..2012"
    )


def test_similar_words_come_from_the_texts(db: sqlite3.Connection) -> None:
    cursor = db.cursor()
    cursor.row_factory = None
    assert similar_words(cursor, "瓦斯治里") == ["瓦斯治理"]
    assert "瓦斯治理" in similar_words(cursor, "瓦四治理")
    assert similar_words(cursor, "a, b") == []


def test_pieces_of_words_are_no_similar_words(db: sqlite3.Connection) -> None:
    cursor = db.cursor()
    cursor.row_factory = None
    assert similar_words(cursor, "安全声") == [] and similar_words(cursor, "安拳") == []


def test_a_similar_word_takes_three_questions_a_character(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def counted(cursor: sqlite3.Cursor, expression: Near | Term) -> list[int]:
        asked.append(expression)
        return texts_with(cursor, expression)

    monkeypatch.setattr("archive.search.similar.texts_with", counted)
    cursor = db.cursor()
    cursor.row_factory = None
    word = "天地玄黄宇宙洪荒日月盈昃"
    assert similar_words(cursor, word) == [] and len(word) == LONGEST
    assert 0 < len(asked) <= 3 * LONGEST


def test_a_long_word_takes_no_more_questions_than_it_has_ends(
    make_archive: MakeArchive, document: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(cursor: sqlite3.Cursor, term: Term) -> list[int]:
        asked.append(term.text)
        return texts_with(cursor, term)

    monkeypatch.setattr("archive.search.nearest.texts_with", counted)
    word = "天地玄黄宇宙洪荒日月盈昃辰宿列张" * 20
    db = make_archive(
        [
            document(title="甲", body=f"前{word[:17]}后"),
            document(title="乙", body=f"前{word[40:60]}后{word[90:110]}"),
        ]
    )
    found = nearest(db, SearchRequest(query=word))
    assert {(reading.change, reading.query) for reading in found} == {
        ("shorter", word[8:28]),
        ("shorter", word[10:30]),
    }
    assert len(asked) < 2 * len(word) + 2
