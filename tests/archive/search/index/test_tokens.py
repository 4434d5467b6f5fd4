from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.index.tokens import BOUNDARY, Phrase, han_counts, is_han, phrase_of, tokenized


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("一切为了安全", "一切 切为 为了 了安 安全 全"),
        ("党", "党"),
        ("黨，建設", "党 建设 设"),
        ("A股", "a 股"),
        ("A 股", f"a {BOUNDARY} 股"),
        ("党，A", f"党 {BOUNDARY} a"),
        ("don't stop_it", "don t stop it"),
        ("ＣＯ２", "co2"),
        ("二〇一〇年", "二〇 〇一 一〇 〇年 年"),
        ("——", ""),
        ("䶮\U00020bb7\U000323af", "䶮\U00020bb7 \U00020bb7\U000323af \U000323af"),
    ],
)
def test_tokens_of_a_text(text: str, tokens: str) -> None:
    assert tokenized(text) == tokens


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("党", Phrase(("党",), True)),
        ("安全", Phrase(("安全",), False)),
        ("安全生产", Phrase(("安全", "全生", "生产"), False)),
        ("2010年", Phrase(("2010", "年"), True)),
        ("生产A", Phrase(("生产", "产", "a"), False)),
        ("！", None),
    ],
)
def test_what_finds_a_word(typed: str, phrase: Phrase | None) -> None:
    assert phrase_of(typed) == phrase


def test_only_a_word_needs_a_star_to_go_on() -> None:
    assert phrase_of("safe", is_prefix=True) == Phrase(("safe",), True)
    assert phrase_of("安全", is_prefix=True) == Phrase(("安全",), False)


@given(st.text())
def test_tokens_hold_nothing_that_sqlite_would_split_or_read_as_an_operator(text: str) -> None:
    for token in filter(None, tokenized(text).split(" ")):
        assert token == BOUNDARY or token.isalnum() or is_han(token[0])
        assert not set(token) & set(" \"'()*:^+-_\0")


def test_characters_of_an_article() -> None:
    assert han_counts("党建A", "黨，委") == {"党": 2, "建": 1, "委": 1}
