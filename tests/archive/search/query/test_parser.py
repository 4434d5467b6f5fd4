from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from archive.search.in_text.needles import needles_of
from archive.search.in_text.snippet import best_snippet
from archive.search.index.tokens import NEVER
from archive.search.query import compile_for_fts, parse
from archive.search.query.expression import Term, wanted
from archive.search.query.parsed_query import MAX_CHARACTERS, Note
from archive.search.query.wildcards import vocabulary_of


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("安" * (MAX_CHARACTERS + 1), "characters_cut"),
        ("党 " * 41, "terms_cut"),
        ("(" * 9 + "党" + ")" * 9, "brackets_dropped"),
    ],
)
def test_what_is_too_long_is_cut_with_a_note(query: str, note: Note) -> None:
    parsed = parse(query)
    assert parsed.expression is not None
    assert parsed.notes == (note,)


@pytest.mark.parametrize("query", ["群众路?", "?众路线", "党建 群众路? OR 竞赛", "党?建 路?"])
def test_a_wildcard_at_the_edge_of_a_word_is_told(query: str) -> None:
    assert parse(query).notes == ("wildcard_at_edge",)


@pytest.mark.parametrize("query", ["群?路线", "党建为何重要？", "what?", "党建 ? 竞赛", "?"])
def test_other_question_marks_are_not(query: str) -> None:
    assert "wildcard_at_edge" not in parse(query).notes


@pytest.mark.parametrize(
    ("query", "compiled"),
    [
        ("安全生产", '"安全 全生 生产"'),
        ("党", '"党" *'),
        ("党 -(瓦斯|煤尘)", '(("党" *) NOT (("瓦斯" OR "煤尘")))'),
        ("-化工", '((title : "␂") NOT ("化工"))'),
        ("标题:党", 'title : "党" *'),
        ("网站:qingshan", f'"{NEVER}"'),
        ("安全 NEAR/5 生产", 'NEAR("安全" "生产", 6)'),
        ("标题:党 NEAR/5 安全", 'title : NEAR("党" * "安全 全" *, 5)'),
        ("瓦斯 ＯＲ 煤尘", '("瓦斯" OR "煤尘")'),
        ("安全 ＮＥＡＲ／５ 生产", 'NEAR("安全" "生产", 6)'),
        ("'安全'生产", '("安全" AND "生产")'),
        ("标题：“安全”生产 瓦斯", '((title : "安全" AND title : "生产") AND "瓦斯")'),
        ("创?争", '"创先 先争"'),
        ('" OR 1=1 --', '"or 1 1"'),
    ],
)
def test_expression_for_sqlite(query: str, compiled: str) -> None:
    assert compile_for_fts(query, lambda before, after: "先") == compiled


@pytest.mark.parametrize(
    ("query", "the_same"),
    [
        ("瓦斯 或 煤尘", "瓦斯 OR 煤尘"),
        ("瓦斯 或者 煤尘 与 顶板", "瓦斯 OR 煤尘 顶板"),
        ("安全 or GDP", "安全 OR GDP"),
        ("（瓦斯） 非 标题:方案", "(瓦斯) NOT 标题:方案"),
        ("安全 and “党建”", "安全 “党建”"),
        ("安全 且 非 化工", "安全 -化工"),
        ("安全 and not 化工", "安全 -化工"),
        ("安全 或 -党建", "安全 OR -党建"),
        ("safety 或 安全 near 生产", "safety OR 安全 NEAR/10 生产"),
    ],
)
def test_operators_may_be_spelled_out(query: str, the_same: str) -> None:
    parsed = parse(query)
    assert parsed == parse(the_same).noting("operator_spelled")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("或", ["或"]),
        ("瓦斯 或", ["瓦斯", "或"]),
        ("非 化工", ["非", "化工"]),
        ("瓦斯或 煤尘", ["瓦斯或", "煤尘"]),
        ("瓦斯 “或” 煤尘", ["瓦斯", "或", "煤尘"]),
        ("to be or not to be", ["to", "be", "or", "not", "to", "be"]),
    ],
)
def test_elsewhere_they_are_words(query: str, words: list[str]) -> None:
    parsed = parse(query)
    assert [word.text for word in wanted(parsed.expression) if isinstance(word, Term)] == words
    assert parsed.notes == ()


PIECES = [
    *"党安全黨A1 　()（）\"“”「」『』‘’'|&-－*＊:：,，。^+{}[]~\0\n\\%_",
    *(
        "OR",
        "AND",
        "NOT",
        "NEAR",
        "NEAR/3",
        " 或 ",
        " or ",
        "党?安",
        "单位:",
        "标题:",
        "网站：",
        "年:",
        "日期:",
        "title:",
        "2010..",
        "文种:",
        "𠮷",
        "\ud7ff",
        "ß",
        "İ",
    ),
]


def test_no_query_gives_an_error(make_archive: Callable[[Any], sqlite3.Connection], document: Any) -> None:
    db = make_archive([document(title="安全生产", body="党A股2010年"), document(title="通知")])
    source = random.Random(5)
    for _ in range(5000):
        query = "".join(source.choices(PIECES, k=source.randint(0, source.randint(0, 40))))
        parsed = parse(query)
        db.execute(
            "SELECT 1 FROM articles_fts WHERE articles_fts MATCH ?",
            (compile_for_fts(query, vocabulary_of(db)),),
        ).fetchall()
        assert best_snippet("党，A股2010年", needles_of(parsed.expression)).parts


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("文种:讲话|通知 安全", ("讲话", "通知")),
        ("文种:讲话|“通知”", ("讲话", "通知")),
        ("文种:讲话 |通知", ("讲话",)),
        ("文种:讲话|(通知)", ("讲话",)),
    ],
)
def test_values_that_are_glued_together_are_of_one_filter(query: str, values: tuple[str, ...]) -> None:
    assert parse(query).filters["genre"] == values


@pytest.mark.parametrize(
    "query", ["单位:横岭矿业（集团）有限责任公司", "单位:横岭矿业(集团)有限责任公司 安全"]
)
def test_a_firm_keeps_the_brackets_in_its_name(query: str) -> None:
    named = parse(query).named["organisation"]
    assert named == (query.removeprefix("单位:").removesuffix(" 安全"),)
