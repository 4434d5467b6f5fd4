"""However a word is written, it is found where it stands in the folded text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.fold import fold
from archive.search.in_text.needles import needles_of
from archive.search.index.tokens import WORD
from archive.search.query import parse

TEXTS = st.text(st.sampled_from("党黨一⼀总總结結安a，\n"), max_size=30)


@pytest.mark.parametrize(
    "query", ["党", "党党", "一党一", "黨总党總", "總結党一", "党?党", "一?党?总", "安安", "安?安"]
)
@given(TEXTS)
def test_same_as_in_the_folded_text(query: str, text: str) -> None:
    (needle,) = needles_of(parse(query).expression)
    pattern = fold(query).replace("?", "[党一总结安a]")
    assert [*needle.find(text)] == [found.span() for found in re.finditer(pattern, fold(text))]


@pytest.mark.parametrize(
    ("query", "pattern"),
    [
        ("a", "(?<!•)a(?!•)"),
        ("A1", "(?<!•)a1(?!•)"),
        ("a*", "(?<!•)a•*"),
        ("“a 党”", r"(?<!•)a[\W_]+党"),
        ("党a", "党a(?!•)"),
        ("一 1", None),
        ("党?党a", "党[党一a1]党a(?!•)"),
    ],
)
@given(text=st.text(st.sampled_from("党黨一⼀aAＡⒶ1①，_＿ͅ\n"), max_size=30))
def test_words_with_letters_as_in_the_folded_text(query: str, pattern: str | None, text: str) -> None:
    """• is a character of a word."""
    needles = needles_of(parse(query).expression)
    patterns = [pattern] if pattern else ["一", "(?<!•)1(?!•)"]
    for needle, expected in zip(needles, patterns, strict=True):
        found = re.finditer(expected.replace("•", WORD), fold(text))
        assert [*needle.find(text)] == [each.span() for each in found]


def test_only_phrases_reach_over_line_breaks() -> None:
    within = {
        query: needles_of(parse(query).expression)[0].is_within_line
        for query in ("党", "党?党", "GDP", "党a", "“GDP 党”", "党 NEAR a")
    }
    assert within == {
        "党": True,
        "党?党": True,
        "GDP": True,
        "党a": True,
        "“GDP 党”": False,
        "党 NEAR a": False,
    }
