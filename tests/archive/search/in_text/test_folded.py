"""Whether a text is folded for them or not, words are found in the same places."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.in_text import written
from archive.search.in_text.needles import HanNeedle, needles_of
from archive.search.in_text.snippet import spans_finder
from archive.search.query import parse

QUERIES = (
    "a",
    "ab",
    "a*",
    "“a 党”",
    "党a",
    "党?a",
    "1?b",
    "a NEAR/2 b",
    "党 NEAR/3 a",
    "s",
    "ß",
    "i",
    "é",
    "𠮷a",
)
OTHERS = " ".join(f"x{number}" for number in range(30))
BOTH_SCRIPTS = "党黨国國一⼀㊀〸aAＡⒶbBＢ1１①，_＿ͅ\n ßẞİıſsé\u0301ﾞ𠮷\U0002070e"


@pytest.mark.parametrize("query", QUERIES)
@given(text=st.text(st.sampled_from(BOTH_SCRIPTS), max_size=30) | st.text(st.sampled_from("aAbB1 _\nsSiI,")))
def test_a_word_alone_and_among_many(query: str, text: str) -> None:
    alone, *_ = needles_of(parse(query).expression)
    among, *others = needles_of(parse(f"{query} {OTHERS}").expression)
    assert len(others) >= 30
    assert [*alone.find(text)] == [*among.find(text)] == [*alone.find(fold(text))]
    assert alone.is_within_line == among.is_within_line


def test_han_is_looked_for_as_printed_however_many_words_there_are() -> None:
    needle, *_ = needles_of(parse(f"党 {OTHERS}").expression)
    assert isinstance(needle, HanNeedle)
    assert needle == needles_of(parse("党").expression)[0]


@pytest.mark.parametrize(
    ("query", "text", "times"),
    [
        ("GDP CPI PPI", "今年GDP增长" * 100, 0),
        ("党 NEAR 国", "党" * 100 + "国" * 100, 0),
        (" ".join("安全生产管理工作组织领导监督"), "安全" * 100, 0),
        ("GDP CPI PPI", "the GDP of a year " * 100, 1),
        (f"GDP {OTHERS}", "今年GDP增长" * 100, 1),
        (f"GDP NEAR CPI {OTHERS}", "今年GDP增长" * 100, 1),
    ],
)
def test_a_text_is_folded_once_at_most(
    monkeypatch: pytest.MonkeyPatch, query: str, text: str, times: int
) -> None:
    """For one word in a Chinese text that takes ten times as long as to find it."""
    seen = list[str]()

    @lru_cache
    def folded(text: str) -> str:
        seen.append(text)
        return fold(text)

    monkeypatch.setattr(written, "_folded", folded)
    spans_finder(needles_of(parse(query).expression))(text)
    assert seen == [text] * times
